// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// Accounts and settings: a key that is refused while an account is added, the settings, a joined fleet, the accounts.
std::vector<ScreenshotStep> accountSteps(const ScreenshotTour &tour);
