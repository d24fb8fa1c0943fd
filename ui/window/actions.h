// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/theme.h"

#include <QAction>
#include <QObject>

class CompanyPane;
class DevicePage;
class QActionGroup;
class QMenuBar;

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
    QAction *findDevices;
    QAction *refresh;
    QAction *cancel;
    QAction *fullScreen; ///< Checkable.
    QAction *nextArea;
    QAction *previousArea;
    QAction *stepBack;
    QAction *apiLog;
    QAction *shortcuts;
    QAction *about;

    /// Makes the menus: Account, Company, Device, View, Help.
    /// \a setup copies what sets up a device of the same company.
    void fill(QMenuBar &bar, const CompanyPane &companies, const DevicePage &devices,
              const QList<QAction *> &setup);
    /// Checks the entry of the shade that is chosen.
    void showTheme();

signals:
    void themeChosen(ThemeMode mode);

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &key = {});
    void addTheme(const QString &name, const QString &text, ThemeMode mode);

    Theme &m_theme;
    QActionGroup *m_themes;
};
