// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// A company is created below the key's own, and stands in Activity then. The devices are shown again behind them.
std::vector<ScreenshotStep> changeSteps(const ScreenshotTour &tour);
