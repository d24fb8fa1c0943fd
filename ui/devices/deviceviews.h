// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedviews.h"

#include <QPointer>

class DeviceGrid;
class DeviceQuery;
class QMenu;
class QWidget;

/// The saved views as the grid offers them: a menu to choose, save and manage them, and which of them is shown.
class DeviceViews : public QObject
{
    Q_OBJECT

public:
    /// \a grid and \a query outlive this; dialogs and the menu belong to \a parent.
    DeviceViews(DeviceGrid &grid, DeviceQuery &query, QWidget *parent);

    /// Those of the account that is open; nullptr: none is. They outlive this, or are taken away before they go.
    void setViews(SavedViews *views);

    QMenu *menu() const { return m_menu; }
    /// "Morning check", "Morning check, changed", or "Views" while none is shown.
    QString title() const;
    void show(const QString &id);

signals:
    void titleChanged(const QString &title);
    /// For the status line: what was saved.
    void statusMessage(const QString &text);

private:
    const SavedView *shown() const;
    bool isChanged() const;
    void follow();
    void showTitle();
    void fillMenu();
    void addView(const SavedView &view, int place);
    void askForName();
    void saveAs(const QString &name);
    void saveChanges();
    void manage();

    DeviceGrid &m_grid;
    DeviceQuery &m_query;
    QPointer<SavedViews> m_views;
    QMenu *m_menu;
    QString m_shown; // the ID
    QString m_title;
};
