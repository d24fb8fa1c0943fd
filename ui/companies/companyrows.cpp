// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companyrows.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <compare>

using namespace Qt::StringLiterals;

namespace {

CompanyGroup groupOf(CompanyPlace place)
{
    switch (place) {
    case CompanyPlace::Own:
    case CompanyPlace::Sub:
    case CompanyPlace::Created:
        return CompanyGroup::Tree;
    case CompanyPlace::FoundBySearch:
        return CompanyGroup::FoundBySearch;
    case CompanyPlace::KnownFromDevices:
        return CompanyGroup::KnownFromDevices;
    }
    Q_UNREACHABLE();
}

// IDs are digits as a rule: the shorter number is the smaller one.
std::strong_ordering compareIds(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return QString::compare(a, b) <=> 0;
}

// Below the own company everything stands anyway.
QString placeBelow(const Fleet &fleet, const CompanyEntry &created)
{
    const CompanyEntry *parent = fleet.companies().find({created.key.account, created.parent});
    if (!parent || parent->place == CompanyPlace::Own)
        return {};
    return QCoreApplication::translate("CompanyTree", "below %1").arg(visibleText(parent->title()));
}

// Puts each created company right below its parent, where that is in \a rows.
class ParentOrder
{
public:
    ParentOrder(const Fleet &fleet, std::vector<CompanyRow> &rows) : m_rows(rows), m_isPlaced(rows.size())
    {
        QSet<CompanyKey> shown;
        for (const CompanyRow &row : rows)
            shown.insert(row.key);
        std::vector<size_t> roots;
        for (size_t i = 0; i < rows.size(); ++i) {
            const CompanyEntry *entry = fleet.companies().find(rows[i].key);
            const CompanyKey parent{rows[i].key.account, entry ? entry->parent : CompanyId()};
            const CompanyEntry *above = fleet.companies().find(parent);
            const bool isBelow = entry && entry->place == CompanyPlace::Created && above
                && above->place != CompanyPlace::Own && shown.contains(parent);
            if (isBelow)
                m_children[parent].push_back(i);
            else
                roots.push_back(i);
        }
        if (m_children.isEmpty())
            return;
        for (const size_t root : roots)
            place(root, 0);
        for (size_t i = 0; i < rows.size(); ++i)
            place(i, 0); // a server may say that two are below each other
        rows = std::move(m_ordered);
    }

private:
    void place(size_t row, int level)
    {
        if (m_isPlaced[row])
            return;
        m_isPlaced[row] = true;
        m_rows[row].level = level;
        const CompanyKey key = m_rows[row].key;
        m_ordered.push_back(std::move(m_rows[row]));
        for (const size_t child : m_children.value(key))
            place(child, level + 1);
    }

    std::vector<CompanyRow> &m_rows;
    std::vector<bool> m_isPlaced;
    QHash<CompanyKey, std::vector<size_t>> m_children;
    std::vector<CompanyRow> m_ordered;
};

// The "C" locale knows no natural order.
QLocale orderLocale()
{
    return QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
}

} // namespace

HealthCounts healthOf(const Fleet &fleet, const CompanyKey &company)
{
    const quint32 code = fleet.devices().companyCode(company);
    return code == 0 ? HealthCounts() : fleet.health().counts(code); // 0: the rows that name no company
}

bool CompanyFilter::takesIn(const CompanyEntry &entry) const
{
    return text.isEmpty() || entry.company.name.contains(text, Qt::CaseInsensitive)
        || entry.key.company.text().contains(text, Qt::CaseInsensitive) || always.contains(entry.key);
}

CompanyRows::CompanyRows() : m_collator(orderLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

CompanyLists CompanyRows::build(const Fleet &fleet, const AccountId &account, const CompanyFilter &filter)
{
    CompanyLists lists;
    QHash<QString, int> bearers;
    for (const CompanyEntry &entry : fleet.companies().entries()) {
        if (entry.key.account != account)
            continue;
        CompanyRow row{.key = entry.key, .title = visibleText(entry.title()), .suffix = {}};
        ++bearers[row.title];
        if (!filter.takesIn(entry))
            continue;
        if (entry.place == CompanyPlace::Own)
            row.suffix = QCoreApplication::translate("CompanyTree", "own");
        else if (entry.place == CompanyPlace::Created)
            row.suffix = placeBelow(fleet, entry);
        readState(fleet, row);
        lists[static_cast<size_t>(groupOf(entry.place))].push_back(std::move(row));
    }
    for (std::vector<CompanyRow> &rows : lists) {
        for (CompanyRow &row : rows) {
            if (row.suffix.isEmpty() && bearers.value(row.title) > 1)
                row.suffix = row.key.company.text();
        }
        sort(rows);
    }
    if (const CompanyEntry *own = fleet.companies().own(account)) {
        std::vector<CompanyRow> &tree = lists[static_cast<size_t>(CompanyGroup::Tree)];
        const auto found = std::ranges::find(tree, own->key, &CompanyRow::key);
        if (found != tree.end())
            std::rotate(tree.begin(), found, std::next(found));
        ParentOrder(fleet, tree);
    }
    return lists;
}

void CompanyRows::readState(const Fleet &fleet, CompanyRow &row)
{
    const CompanyEntry *entry = fleet.companies().find(row.key);
    row.devices = fleet.deviceCount(row.key);
    row.health = healthOf(fleet, row.key);
    row.knowledge = entry ? entry->devices : DeviceKnowledge::NotRead;
}

const QCollatorSortKey &CompanyRows::sortKey(const CompanyRow &row)
{
    std::shared_ptr<const SortKey> &kept = m_sortKeys[row.key];
    if (!kept || kept->title != row.title)
        kept = std::make_shared<const SortKey>(row.title, m_collator.sortKey(row.title));
    return kept->key;
}

void CompanyRows::sort(std::vector<CompanyRow> &rows)
{
    struct Place
    {
        const QCollatorSortKey *key;
        CompanyRow *row;
    };
    std::vector<Place> places;
    places.reserve(rows.size());
    for (CompanyRow &row : rows)
        places.push_back({&sortKey(row), &row});
    std::ranges::sort(places, [](const Place &a, const Place &b) {
        const int byName = a.key->compare(*b.key);
        return byName != 0 ? byName < 0
                           : compareIds(a.row->key.company.text(), b.row->key.company.text()) < 0;
    });
    std::vector<CompanyRow> sorted;
    sorted.reserve(rows.size());
    for (const Place &place : places)
        sorted.push_back(std::move(*place.row));
    rows = std::move(sorted);
}
