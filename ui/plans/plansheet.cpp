// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plansheet.h"

#include "app/base/visibletext.h"

PlanSheet::PlanSheet(const PlanTable &table, const std::vector<PlanRow> &plans)
{
    m_rows.reserve(plans.size());
    for (const PlanRow plan : plans) {
        Row row;
        for (const PlanColumnRow &column : planColumnTable)
            row.at(static_cast<size_t>(column.column)) = table.text(plan, column.column);
        m_rows.push_back(std::move(row));
    }
}

QList<SheetColumn> PlanSheet::columns() const
{
    QList<SheetColumn> columns;
    for (const PlanColumnRow &column : planColumnTable)
        columns.append(
            {.header = header(column.column), .kind = column.isNumber ? CellKind::Number : CellKind::Text});
    return columns;
}

bool PlanSheet::addNextRow(SheetRows &rows)
{
    if (m_next == m_rows.size())
        return false;
    const Row &row = m_rows[m_next++];
    for (const PlanColumnRow &column : planColumnTable) {
        const QString &text = row.at(static_cast<size_t>(column.column));
        if (text.isEmpty())
            rows.addNothing();
        else if (column.isNumber)
            rows.addNumber(text.toLongLong());
        else
            rows.addText(text);
    }
    return true;
}

QString plansAsText(const PlanTable &table, const std::vector<PlanRow> &plans)
{
    QStringList headers;
    for (const PlanColumnRow &column : planColumnTable)
        headers << header(column.column);
    QString text = headers.join(u'\t') + u'\n';
    for (const PlanRow plan : plans) {
        QStringList cells;
        for (const PlanColumnRow &column : planColumnTable)
            cells << visibleText(table.text(plan, column.column));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}
