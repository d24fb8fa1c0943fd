// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

#include <vector>

/// The plans page: before anything is read, the plans of all companies with the details of one, and the devices that its coverage leads to.
std::vector<ScreenshotStep> plansSteps(const ScreenshotTour &tour);
