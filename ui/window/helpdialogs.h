// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenuBar;
class QWidget;
class Theme;

// Two small windows of the Help menu. Neither is modal; both end when they are closed.

/// Every key that does something, as the menus of \a bar have it, and those of grid and tree.
void showShortcuts(const QMenuBar &bar, const Theme &theme, QWidget *parent);

/// What Steward is, its version and its licence.
void showAbout(QWidget *parent);
