// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/exportform.h"

#include <QObject>
#include <QPointer>

class DeviceExport;
class DeviceGrid;
class DeviceQuery;
class ExportDialog;
class Fleet;
class Theme;

/// Opens the export of a device grid: one dialog at a time, each with the choices of the one before.
class DeviceExporter : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand above \a grid. All of them outlive this.
    DeviceExporter(DeviceGrid &grid, const DeviceQuery &query, const Fleet &fleet, const Theme &theme,
                   QObject *parent = nullptr);

    /// What the grid shows: "All companies", a company's name.
    void setScope(const QString &scope);
    /// Opens the dialog, or brings the one that is open to the front.
    void open();

private:
    DeviceGrid &m_grid;
    const DeviceQuery &m_query;
    const Fleet &m_fleet;
    const Theme &m_theme;
    QString m_scope;
    ExportHabits m_habits;
    QPointer<ExportDialog> m_dialog;
    QPointer<DeviceExport> m_subject; // of the dialog
};
