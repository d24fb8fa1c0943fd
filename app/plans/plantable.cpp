// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plantable.h"

#include "app/devices/naturalorder.h"
#include "app/query/querymatch.h"
#include "app/query/searchtext.h"

#include <algorithm>
#include <map>
#include <utility>

namespace {

/// A query made ready: a matcher for each value of each part.
class PlanQueryTests
{
public:
    explicit PlanQueryTests(const Query &query)
    {
        for (const QueryPart &part : query.parts) {
            Part made{.field = part.field, .isExcluded = part.isExcluded};
            for (const QueryValue &value : part.values)
                made.values.emplace_back(value, part.field);
            m_parts.push_back(std::move(made));
        }
    }

    bool fits(std::span<const QByteArray, planColumnCount> search) const
    {
        return std::ranges::all_of(m_parts, [&search](const Part &part) {
            const bool isMet = std::ranges::any_of(part.values, [&](const QueryMatcher &value) {
                if (part.field != anyField)
                    return value.fits(search[static_cast<size_t>(part.field)]);
                return std::ranges::any_of(search,
                                           [&value](const QByteArray &text) { return value.fits(text); });
            });
            return isMet != part.isExcluded;
        });
    }

private:
    struct Part
    {
        int field;
        bool isExcluded;
        std::vector<QueryMatcher> values{};
    };
    std::vector<Part> m_parts;
};

} // namespace

void PlanTable::setText(Slot &slot, PlanColumn column, const QString &text)
{
    const auto place = static_cast<size_t>(column);
    if (slot.texts[place] == text)
        return;
    slot.texts[place] = text;
    slot.search[place] = searchText(text).toUtf8();
}

PlanRow PlanTable::put(const PlanKey &key)
{
    const auto found = m_rows.constFind(key);
    if (found != m_rows.cend())
        return *found;
    PlanRow row = static_cast<PlanRow>(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        row = m_free.back();
        m_free.pop_back();
    }
    m_slots[row].key = key;
    m_slots[row].isUsed = true;
    m_rows.insert(key, row);
    return row;
}

void PlanTable::setPlans(const CompanyKey &company, const QString &title, const QList<Plan> &plans)
{
    std::vector<PlanRow> rows;
    QHash<PlanId, int> places;
    for (const Plan &plan : plans) {
        const PlanKey key{.company = company, .plan = plan.id, .place = places[plan.id]++};
        const bool isKnown = m_rows.contains(key);
        const PlanRow row = put(key);
        Slot &slot = m_slots[row];
        setText(slot, PlanColumn::Company, title);
        rows.push_back(row);
        if (isKnown && slot.plan == plan) // while a list arrives, most of it is known
            continue;
        slot.plan = plan;
        for (const PlanColumnRow &column : planColumnTable) {
            if (column.text)
                setText(slot, column.column, column.text(plan));
        }
    }
    const std::vector<PlanRow> before = std::exchange(m_byCompany[company], rows);
    std::ranges::sort(rows);
    for (const PlanRow row : before) {
        if (std::ranges::binary_search(rows, row))
            continue;
        m_rows.remove(m_slots[row].key);
        m_slots[row] = {};
        m_free.push_back(row);
    }
    m_titles[company] = title;
    if (plans.isEmpty())
        m_byCompany.remove(company);
}

bool PlanTable::setTitle(const CompanyKey &company, const QString &title)
{
    const auto known = m_titles.find(company);
    if (known == m_titles.end() || *known == title)
        return false;
    *known = title;
    for (const PlanRow row : m_byCompany.value(company))
        setText(m_slots[row], PlanColumn::Company, title);
    return true;
}

std::optional<PlanRow> PlanTable::find(const PlanKey &key) const
{
    const auto found = m_rows.constFind(key);
    return found == m_rows.cend() ? std::nullopt : std::optional(*found);
}

bool PlanTable::isBefore(PlanRow a, PlanRow b, const PlanSorting &sorting) const
{
    const auto compare = [this, a, b](PlanColumn column) {
        const auto place = static_cast<size_t>(column);
        // the search text has folded what a person takes for the same
        return naturalCompare(slot(a).search[place], slot(b).search[place]);
    };
    const bool hasA = !text(a, sorting.column).isEmpty();
    const bool hasB = !text(b, sorting.column).isEmpty();
    if (hasA != hasB)
        return hasA;
    if (const int order = compare(sorting.column); order != 0)
        return (order < 0) == (sorting.order == Qt::AscendingOrder);
    for (const PlanColumn column : {PlanColumn::Name, PlanColumn::Company, PlanColumn::Id}) {
        if (const int order = compare(column); order != 0)
            return order < 0;
    }
    return a < b;
}

std::vector<PlanRow> PlanTable::rows(const PlanScope &scope, const Query &query,
                                     const PlanSorting &sorting) const
{
    std::vector<PlanRow> rows = matching(scope, query);
    std::ranges::sort(rows, [this, &sorting](PlanRow a, PlanRow b) { return isBefore(a, b, sorting); });
    return rows;
}

std::vector<PlanRow> PlanTable::matching(const PlanScope &scope, const Query &query) const
{
    std::vector<PlanRow> rows;
    if (scope.company) {
        rows = m_byCompany.value(*scope.company);
    } else {
        rows.reserve(static_cast<size_t>(count()));
        for (PlanRow row = 0; row < m_slots.size(); ++row) {
            if (m_slots[row].isUsed)
                rows.push_back(row);
        }
    }
    if (!query.isEmpty()) {
        const PlanQueryTests tests(query);
        std::erase_if(rows, [this, &tests](PlanRow row) { return !tests.fits(m_slots[row].search); });
    }
    return rows;
}

qsizetype PlanTable::countIn(const PlanScope &scope) const
{
    return scope.company ? std::ssize(m_byCompany.value(*scope.company)) : count();
}

std::vector<QueryFieldCounts> PlanTable::counts(const PlanScope &scope, const Query &query) const
{
    const std::vector<PlanRow> among = matching(scope, query);
    std::vector<QueryFieldCounts> counts;
    for (const PlanColumnRow &column : planColumnTable) {
        if (!column.hasFewValues)
            continue;
        std::map<QString, qsizetype> values;
        qsizetype without = 0;
        for (const PlanRow row : among) {
            const QString &text = this->text(row, column.column);
            ++(text.isEmpty() ? without : values[text]);
        }
        QueryFieldCounts field{
            .field = static_cast<int>(column.column), .values = {}, .rows = std::ssize(among)};
        for (const auto &[text, rows] : values)
            field.values.push_back({{.match = QueryMatch::Exact, .text = text}, text, rows});
        if (without > 0)
            field.values.push_back({{.match = QueryMatch::None, .text = {}}, {}, without});
        counts.push_back(std::move(field));
    }
    return counts;
}
