// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Actions;
class CompanyPane;
class DevicePage;
class FleetStatus;
class Notices;
class Pages;
class QMainWindow;
class Settings;
class Steward;
class Theme;

/// What a subject finds in the window when it joins it: it adds its page to the pages, its actions to the menus, and listens to the
/// tree and the grid. All of it outlives the subject's part of the window.
struct WindowFrame
{
    Steward &steward;
    Theme &theme;
    const QString &profile; ///< The folder of what is kept; empty: nothing is.
    Settings &settings; ///< What the person chose, for all subjects.
    QMainWindow &window; ///< Parent of dialogs.
    Pages &pages;
    Actions &actions;
    CompanyPane &companies;
    DevicePage &devices;
    FleetStatus &status;
    Notices &notices; ///< Trouble that the banner says.
};
