// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantable.h"
#include "app/sheets/sheetsource.h"

#include <array>

/// Plans as a sheet: the rows that are told at the start, as they stood then, in every column. Texts are the server's own, unaltered; what the
/// API did not report is nothing.
class PlanSheet : public SheetSource
{
public:
    PlanSheet(const PlanTable &table, const std::vector<PlanRow> &plans);

    QList<SheetColumn> columns() const override;
    qsizetype expectedRows() const override { return std::ssize(m_rows); }
    bool addNextRow(SheetRows &rows) override;

private:
    using Row = std::array<QString, planColumnCount>;

    std::vector<Row> m_rows; // texts are shared with the table
    size_t m_next = 0;
};

/// The same for the clipboard: headers, then a line for each plan, parted by tabs.
QString plansAsText(const PlanTable &table, const std::vector<PlanRow> &plans);
