// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// The setup kit of several companies, and the inspector with a mail in it.
std::vector<ScreenshotStep> enrolmentSteps(const ScreenshotTour &tour);
