// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

/// The editor of e-mail notifications: empty, with its question, and with what came of it.
std::vector<ScreenshotStep> notificationSteps(const ScreenshotTour &tour);
