// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/exportsubject.h"

class Fleet;
class PlanGrid;
class PlanQuery;

/// The grid of plans as the export dialog sees it.
class PlanExport : public ExportSubject
{
    Q_OBJECT

public:
    /// All of them outlive this. \a scope is what the grid shows: "All companies", a company's name.
    PlanExport(const PlanGrid &grid, const PlanQuery &query, const Fleet &fleet, QString scope);

    QString title() const override;
    QString note() const override;
    qsizetype count(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    const PlanGrid &m_grid;
    const PlanQuery &m_query;
    const Fleet &m_fleet;
    const QString m_scope;
};
