// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/exportsubject.h"

class DeviceGrid;
class DeviceQuery;
class Fleet;

/// The device grid as the export dialog sees it.
class DeviceExport : public ExportSubject
{
    Q_OBJECT

public:
    /// All of them outlive this. \a scope is what the grid shows: "All companies", a company's name.
    DeviceExport(const DeviceGrid &grid, const DeviceQuery &query, const Fleet &fleet, QString scope);

    void setScope(const QString &scope);

    QString title() const override;
    QString note() const override;
    qsizetype count(ExportRows rows) const override;
    QString remark(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    const DeviceGrid &m_grid;
    const DeviceQuery &m_query;
    const Fleet &m_fleet;
    QString m_scope;
};
