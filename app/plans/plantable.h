// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/plans/plancolumns.h"
#include "app/query/query.h"
#include "app/query/querycompletion.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <array>
#include <optional>
#include <span>
#include <vector>

/// A row of a PlanTable: the same number for as long as the plan is there. Numbers of plans that went are used again.
using PlanRow = quint32;

/// What a row is known by. Plans without an id, or with one that another plan of the company has too, are told apart by their place.
struct PlanKey
{
    CompanyKey company;
    PlanId plan;
    int place = 0; ///< Among plans of the company with this id.

    friend bool operator==(const PlanKey &, const PlanKey &) = default;
    friend size_t qHash(const PlanKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.company, key.plan, key.place);
    }
};

/// Which plans are asked for.
struct PlanScope
{
    std::optional<CompanyKey> company; ///< nullopt: all.

    friend bool operator==(const PlanScope &, const PlanScope &) = default;
};

/// How they stand.
struct PlanSorting
{
    PlanColumn column = PlanColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const PlanSorting &, const PlanSorting &) = default;
};

/// The plans of all companies in rows and columns, to be filtered by a query and sorted. Texts are worked out once, when a plan comes.
class PlanTable
{
public:
    /// \a plans takes the place of what was known of \a company, whose name is \a title. Rows of plans that are still there stay.
    void setPlans(const CompanyKey &company, const QString &title, const QList<Plan> &plans);
    /// True when the company had another name.
    bool setTitle(const CompanyKey &company, const QString &title);

    qsizetype count() const { return m_rows.size(); }
    const Plan &plan(PlanRow row) const { return slot(row).plan; }
    const PlanKey &key(PlanRow row) const { return slot(row).key; }
    std::optional<PlanRow> find(const PlanKey &key) const;
    /// For the person; empty: not reported by the API.
    const QString &text(PlanRow row, PlanColumn column) const
    {
        return slot(row).texts[static_cast<size_t>(column)];
    }

    /// The rows of \a scope that meet \a query, sorted; what was not reported comes last in both orders.
    std::vector<PlanRow> rows(const PlanScope &scope, const Query &query, const PlanSorting &sorting) const;
    qsizetype countIn(const PlanScope &scope) const;
    /// The values of every field that has few of them, among the rows that meet \a query.
    std::vector<QueryFieldCounts> counts(const PlanScope &scope, const Query &query) const;

private:
    struct Slot
    {
        PlanKey key;
        Plan plan;
        std::array<QString, planColumnCount> texts;
        std::array<QByteArray, planColumnCount> search; // searchText(), UTF-8
        bool isUsed = false;
    };

    std::vector<PlanRow> matching(const PlanScope &scope, const Query &query) const;
    const Slot &slot(PlanRow row) const { return m_slots[row]; }
    PlanRow put(const PlanKey &key);
    static void setText(Slot &slot, PlanColumn column, const QString &text);
    bool isBefore(PlanRow a, PlanRow b, const PlanSorting &sorting) const;

    std::vector<Slot> m_slots;
    std::vector<PlanRow> m_free;
    QHash<PlanKey, PlanRow> m_rows;
    QHash<CompanyKey, std::vector<PlanRow>> m_byCompany;
    QHash<CompanyKey, QString> m_titles;
};
