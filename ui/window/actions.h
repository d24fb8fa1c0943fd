// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/theme.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <map>

class CompanyPane;
class DevicePage;
class Pages;
class QActionGroup;
class QMenu;
class QMenuBar;

/// The menus of the window, from left to right.
enum class WindowMenu { Account, Company, Device, Plan, View, Help };

/// What the window as a whole can do, and the menus. Actions of the pages come from the pages; here are only those that work.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// \a theme outlives the actions; choosing a shade sets it.
    explicit Actions(Theme &theme, QObject *parent = nullptr);

    QAction *openSandbox;
    QAction *quit;
    QAction *findCompany;
    QAction *findHere; ///< In the page that is shown.
    QAction *refresh;
    QAction *cancel;
    QAction *fullScreen; ///< Checkable.
    QAction *nextArea;
    QAction *previousArea;
    QAction *stepBack;
    QAction *apiLog;
    QAction *shortcuts;
    QAction *about;

    /// Makes the menus. What comes to the company pane, the grid and the pages later stands there, too.
    void fill(QMenuBar &bar, const CompanyPane &companies, const DevicePage &devices, const Pages &pages);
    /// Puts what a subject can do into \a menu, behind what stands there, as a group of its own. Only after fill().
    void add(WindowMenu menu, const QList<QAction *> &actions);
    /// Checks the entry of the shade that is chosen.
    void showTheme();

signals:
    void themeChosen(ThemeMode mode);

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &key = {});
    void addTheme(const QString &name, const QString &text, ThemeMode mode);

    void fillView(QMenu &view, const DevicePage &devices, const Pages &pages);

    Theme &m_theme;
    QActionGroup *m_themes;
    std::map<WindowMenu, QMenu *> m_menus;
};
