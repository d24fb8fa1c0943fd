// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/sandboxprocess.h"

#include <QString>

#include <functional>
#include <vector>

class MainWindow;
class Steward;

/// The console that is shown, and the fleet that it shows. All of it outlives the tour.
struct ScreenshotTour
{
    Steward &steward;
    MainWindow &window;
    SandboxOptions fleet;
};

/// One screen: how a person gets there from the screen before, and what it still lacks.
struct ScreenshotStep
{
    QString name; ///< Part of the file's name.
    std::function<void()> act;
    std::function<QString()>
        missing; ///< What is not as it should be, in a few words; empty: the picture may be taken.
    QString dialog =
        {}; ///< The objectName of the dialog that is pictured, and closed then; empty: the window.
    bool isKept = false; ///< The dialog stays open for the next step.
};

/// Every main screen, in the order in which they are reached. The steps refer to what \a tour refers to.
std::vector<ScreenshotStep> screenshotSteps(const ScreenshotTour &tour);
