// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// A new plan for the largest company, page by page, with its dry run and what came of it; then one plan for many companies.
std::vector<ScreenshotStep> newPlanSteps(const ScreenshotTour &tour);
