// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/tour/screenshotsteps.h"

#include <QWidget>

#include <functional>
#include <optional>

class Fleet;
class MainWindow;

// What the steps of several subjects do and ask.

/// ScreenshotStep::missing in one line: \a what, unless \a isThere.
QString lacks(bool isThere, const char *what);

/// How many devices the grid shows.
int shownRows(const MainWindow &window);

/// What every screen of a fleet that is read must have.
QString missingOfQuietFleet(const ScreenshotTour &tour);

/// The company for which \a isBetter holds against all others, of those that are listed below the own one. It is given numbers of
/// devices.
std::optional<CompanyKey> bestCompany(Fleet &fleet,
                                      const std::function<bool(qsizetype, qsizetype)> &isBetter);

/// Chooses \a company in the tree; nullopt: all companies.
void clickCompany(MainWindow &window, const std::optional<CompanyKey> &company);

/// True when the widget called \a name below \a window is seen and holds a text.
template <typename Widget>
bool showsText(const QWidget &window, const QString &name, QString (Widget::*text)() const)
{
    const auto *widget = window.findChild<Widget *>(name);
    return widget && widget->isVisible() && !(widget->*text)().isEmpty();
}

/// The widget called \a name in the \a Dialog that is seen: that of the step before may still be going. nullptr: there is none.
template <typename Dialog, typename Widget>
Widget *inShown(const QWidget &window, const QString &name)
{
    const QList<Dialog *> dialogs = window.findChildren<Dialog *>();
    for (const Dialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog->template findChild<Widget *>(name);
    }
    return nullptr;
}
