// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "app/query/queryfields.h"

#include <QString>

#include <array>
#include <optional>

/// What a table of plans shows, in the order of the columns. Each is a field of the query box too, at the same place.
enum class PlanColumn : quint8 {
    Name,
    Company,
    What,
    Where,
    Schedule,
    Applied,
    Pending,
    Failed,
    Groups,
    Enabled,
    ScheduleOn,
    Cdp,
    Set,
    Id,
};
inline constexpr size_t planColumnCount = 14;

/// A column of the table: one row of planColumnTable.
struct PlanColumnRow
{
    /// The value for the person; empty: not reported by the API. Nothing for Company, which is not the plan's to tell.
    using Text = QString (*)(const Plan &);

    PlanColumn column;
    const char *word; ///< In queries and files.
    const char *header; ///< Context "PlanColumns".
    bool isNumber; ///< Right aligned, sorted and compared by value.
    bool hasFewValues; ///< The query box completes and counts them.
    Text text;
};

/// Every column, in the order of PlanColumn.
extern const std::array<PlanColumnRow, planColumnCount> planColumnTable;
inline const PlanColumnRow &columnRow(PlanColumn column)
{
    return planColumnTable[static_cast<size_t>(column)];
}

/// The value of \a plan in \a column for the person; see PlanColumnRow::text.
inline QString text(PlanColumn column, const Plan &plan)
{
    const PlanColumnRow &row = columnRow(column);
    return row.text ? row.text(plan) : QString();
}

/// Translated.
QString header(PlanColumn column);

/// The fields of the query box over plans, by PlanColumn.
const QueryFields &planQueryFields();

/// "Office, 77": names where they are known, else ids. Empty: none, or not reported.
QString planGroupsText(const Plan &plan);
