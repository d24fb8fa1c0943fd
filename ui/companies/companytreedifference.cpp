// SPDX-License-Identifier: GPL-3.0-or-later
// How the tree gets from the rows it has to the rows it should have, without a reset.
#include "ui/companies/companytreemodel.h"

#include <algorithm>
#include <iterator>

namespace {

// Rows of one list are counted in int by Qt's models.
int asRow(auto place)
{
    return static_cast<int>(place);
}

QSet<CompanyKey> keysOf(const std::vector<CompanyRow> &rows)
{
    QSet<CompanyKey> keys;
    keys.reserve(static_cast<qsizetype>(rows.size()));
    for (const CompanyRow &row : rows)
        keys.insert(row.key);
    return keys;
}

} // namespace

void CompanyTreeModel::apply(size_t group, std::vector<CompanyRow> wanted)
{
    if (m_lists[group] == wanted)
        return;
    removeOthers(group, keysOf(wanted));
    reorder(group, wanted);
    insertNew(group, wanted);

    std::vector<bool> changed(wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i)
        changed[i] = m_lists[group][i] != wanted[i];
    m_lists[group] = std::move(wanted);
    announce(group, changed);
}

void CompanyTreeModel::removeOthers(size_t group, const QSet<CompanyKey> &wanted)
{
    std::vector<CompanyRow> &list = m_lists[group];
    const auto isOther = [&](const CompanyRow &row) {
        return !wanted.contains(row.key);
    };
    auto end = list.end();
    while (true) { // run by run from the end, so that the rows before it keep their places
        const auto last = std::find_if(std::make_reverse_iterator(end), list.rend(), isOther);
        if (last == list.rend())
            return;
        const auto first = std::find_if_not(last, list.rend(), isOther).base();
        beginRemoveRows(top(group), asRow(first - list.begin()), asRow(last.base() - list.begin()) - 1);
        end = list.erase(first, last.base());
        endRemoveRows();
    }
}

void CompanyTreeModel::reorder(size_t group, const std::vector<CompanyRow> &wanted)
{
    std::vector<CompanyRow> &list = m_lists[group];
    QHash<CompanyKey, size_t> before;
    for (size_t i = 0; i < list.size(); ++i)
        before.insert(list[i].key, i);
    std::vector<size_t> order; // the kept rows, as they should follow each other
    order.reserve(list.size());
    for (const CompanyRow &row : wanted) {
        if (const auto known = before.constFind(row.key); known != before.cend())
            order.push_back(*known);
    }
    if (std::ranges::is_sorted(order))
        return;

    emit layoutAboutToBeChanged({QPersistentModelIndex(top(group))}, VerticalSortHint);
    std::vector<int> placeNow(order.size());
    std::vector<CompanyRow> ordered;
    ordered.reserve(list.size());
    for (const size_t place : order) {
        placeNow[place] = asRow(ordered.size());
        ordered.push_back(std::move(list[place]));
    }
    list = std::move(ordered);
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex &index : persistent) {
        if (index.parent() == top(group))
            changePersistentIndex(
                index, createIndex(placeNow[static_cast<size_t>(index.row())], 0, index.internalId()));
    }
    emit layoutChanged({QPersistentModelIndex(top(group))}, VerticalSortHint);
}

void CompanyTreeModel::insertNew(size_t group, const std::vector<CompanyRow> &wanted)
{
    std::vector<CompanyRow> &list = m_lists[group];
    const QSet<CompanyKey> kept = keysOf(list);
    const auto isKept = [&](const CompanyRow &row) {
        return kept.contains(row.key);
    };
    auto run = wanted.begin();
    while (true) {
        run = std::find_if_not(run, wanted.end(), isKept);
        if (run == wanted.end())
            return;
        const auto runEnd = std::find_if(run, wanted.end(), isKept);
        const auto place = run - wanted.begin(); // what stands before it is there already
        beginInsertRows(top(group), asRow(place), asRow(runEnd - wanted.begin()) - 1);
        list.insert(list.begin() + place, run, runEnd);
        endInsertRows();
        run = runEnd;
    }
}

void CompanyTreeModel::announce(size_t group, const std::vector<bool> &changed)
{
    auto run = changed.begin();
    while (true) {
        run = std::find(run, changed.end(), true);
        if (run == changed.end())
            return;
        const auto runEnd = std::find(run, changed.end(), false);
        emit dataChanged(index(asRow(run - changed.begin()), 0, top(group)),
                         index(asRow(runEnd - changed.begin()) - 1, 0, top(group)));
        run = runEnd;
    }
}
