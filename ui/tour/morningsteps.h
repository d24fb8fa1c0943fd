// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// The morning check: the view, a device that is acknowledged, and the dialog that asks for it. All devices of a fleet are shown
/// before; the query is empty again behind them.
std::vector<ScreenshotStep> morningSteps(const ScreenshotTour &tour);
