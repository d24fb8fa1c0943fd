// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <QList>
#include <QObject>

#include <vector>

class DeviceGrid;
class QAction;
class QPoint;

/// What the grid offers as actions: copying, exporting, selecting all, choosing columns. They have shortcuts where the grid has the focus, and
/// stand in its context menu; the window may put them in its own menus as well.
class DeviceGridActions : public QObject
{
    Q_OBJECT

public:
    /// Belongs to \a grid.
    explicit DeviceGridActions(DeviceGrid &grid);

    /// In the order of a menu.
    const QList<QAction *> &actions() const { return m_actions; }
    /// Offers \a actions, too, behind the others.
    void add(const QList<QAction *> &actions);
    /// Stands first in the context menu.
    void setDetailsAction(QAction *action) { m_details = action; }

signals:
    /// Text was put on the clipboard; \a what says which: "412 rows copied". Or why nothing was.
    void copied(const QString &what);
    /// The rows are to be written into a file.
    void exportRequested();
    /// The device of the current row is to be shown as the server gives it.
    void rawDataRequested(DeviceRow device);

private:
    QAction *makeAction(const QString &name, const QString &text, void (DeviceGridActions::*done)());
    void enableActions();
    void copyRows();
    void copyIds();
    void copyMarkdown();
    void copyTicket();
    void copyCell();
    void selectAll();
    void requestRawData();
    std::vector<DeviceRow> selectedUpTo(size_t most);
    QString rowsCopied(size_t count) const;
    void putOnClipboard(const QString &text, const QString &what);
    void showMenu(const QPoint &where);
    void showColumnMenu(const QPoint &where);

    DeviceGrid &m_grid;
    QAction *m_details = nullptr;
    QAction *m_copyRows;
    QAction *m_copyIds;
    QAction *m_copyMarkdown;
    QAction *m_copyTicket;
    QAction *m_copyCell;
    QAction *m_export;
    QAction *m_selectAll;
    QAction *m_rawData;
    QList<QAction *> m_actions;
};
