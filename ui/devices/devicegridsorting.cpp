// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridmodel.h"

#include "app/base/rest.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <utility>

// How the model keeps its rows in order.

using namespace std::chrono_literals;

namespace {

/// While more is arriving, a long list is sorted in at most this often.
constexpr auto shortestRest = 250ms;

std::optional<TextColumn> textColumnOf(DeviceColumn column)
{
    switch (column) {
    case DeviceColumn::Name:
        return TextColumn::Name;
    case DeviceColumn::Tag:
        return TextColumn::Tag;
    case DeviceColumn::Id:
        return TextColumn::Id;
    default:
        return std::nullopt;
    }
}

} // namespace

void DeviceGridModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= deviceColumnCount)
        return;
    const Sort wanted{static_cast<DeviceColumn>(column), order};
    m_wanted.reset();
    if (wanted.column == m_order.sortColumn() && order == m_order.sortDirection())
        return;
    const std::optional<TextColumn> text = textColumnOf(wanted.column);
    if (text && isLong() && m_order.sorts().unrankedCount(*text) > DeviceOrder::mostUnranked) {
        m_wanted = wanted;
        rank(*text);
    } else {
        putSort(wanted);
    }
}

void DeviceGridModel::putSort(Sort sort)
{
    reorder(VerticalSortHint, [&] {
        m_order.setSort(sort.column, sort.direction);
        mergeFew();
    });
    sortIn();
}

/// One column at a time: takeRanks() sees what else is missing.
void DeviceGridModel::rank(TextColumn column)
{
    if (m_ranking.column())
        return;
    m_sinceRanking.start();
    m_ranking.start(column);
}

void DeviceGridModel::takeRanks(TextColumn column)
{
    m_order.sorts().setRanks(column, m_ranking.takeRanks());
    if (const std::optional<Sort> wanted = std::exchange(m_wanted, std::nullopt))
        sort(static_cast<int>(wanted->column), wanted->direction);
    else
        sortIn();
    if (m_isReading)
        rest(m_sinceRanking.elapsed());
}

void DeviceGridModel::forgetRanks(const std::vector<DeviceRow> &rows)
{
    m_order.sorts().forgetRanks(rows);
    m_ranking.forget(rows);
}

void DeviceGridModel::sortInWhenRested()
{
    if (!m_isReading || !isLong())
        sortIn();
    else if (!m_rest.isActive())
        m_rest.start(shortestRest);
}

/// Sorts what is loose into the rest, at once or as soon as there are ranks for it.
void DeviceGridModel::sortIn()
{
    const bool mustSortAll = m_mustSortAll || m_order.mustResort();
    if (m_order.looseCount() == 0 && !mustSortAll) {
        m_rest.stop();
        // what came and changed is ranked too, for the next sort
        if (const auto column = isLong() && !m_isReading ? m_order.sorts().columnToRank(0) : std::nullopt)
            rank(*column);
        return;
    }
    const bool sortsAll = mustSortAll || (isLong() && m_order.looseCount() > DeviceOrder::mostToMerge);
    if (isLong() && sortsAll) {
        if (const auto column = m_order.sorts().columnToRank(DeviceOrder::mostUnranked)) {
            rank(*column);
            return;
        }
    }
    QElapsedTimer clock;
    clock.start();
    reorder(NoLayoutChangeHint, [this, sortsAll] {
        if (sortsAll)
            m_order.resort();
        mergeFew();
    });
    m_mustSortAll = m_mustSortAll && !sortsAll;
    rest(clock.elapsed());
}

/// Rows that a sort left loose, if they are few: nobody is to see them at the end.
void DeviceGridModel::mergeFew()
{
    if (!isLong() || m_order.looseCount() <= DeviceOrder::mostToMerge)
        m_order.merge();
}

void DeviceGridModel::rest(qint64 workMs)
{
    if (!isLong())
        return;
    if (m_isReading)
        m_rest.start(restAfter(std::chrono::milliseconds(workMs), shortestRest));
    else
        m_next.start(0);
}

bool DeviceGridModel::isLong() const
{
    return m_order.size() > static_cast<qsizetype>(DeviceSorts::quickSize);
}
