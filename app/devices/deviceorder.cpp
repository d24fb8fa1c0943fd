// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/deviceorder.h"

#include <algorithm>
#include <utility>

static RowBits bitsOf(std::span<const quint32> numbers)
{
    RowBits bits;
    for (const quint32 number : numbers)
        bits.insert(number);
    return bits;
}

// Takes what is in \a changed, and everything at and after \a sortedCount, out of \a rows and returns it.
static std::vector<DeviceRow> takeOut(std::vector<DeviceRow> &rows, qsizetype sortedCount,
                                      const RowBits &changed)
{
    const std::vector<DeviceRow>::iterator tail = rows.begin() + sortedCount;
    std::vector<DeviceRow>::iterator end = tail;
    std::vector<DeviceRow> loose;
    if (changed.wordCount() > 0) {
        end = std::remove_if(rows.begin(), tail, [&](DeviceRow row) {
            if (!changed.contains(row))
                return false;
            loose.push_back(row);
            return true;
        });
    }
    loose.insert(loose.end(), tail, rows.end());
    rows.erase(end, rows.end());
    return loose;
}

DeviceOrder::DeviceOrder(const DeviceTable &table, const RowStates *health)
    : m_table(table), m_sorts(table, health)
{
    setScope({});
}

qsizetype DeviceOrder::positionOf(DeviceRow row) const
{
    if (!contains(row))
        return -1;
    return std::ranges::find(m_rows, row) - m_rows.begin();
}

void DeviceOrder::setScope(DeviceScope scope)
{
    m_scope = std::move(scope);
    m_scopeCodes = bitsOf(m_scope.companies);
    std::vector<DeviceRow> rows = m_table.liveRows();
    if (!m_scope.all) {
        const Scratch<quint32> companies = m_table.codes(WordColumn::Company, rows);
        size_t kept = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            rows[kept] = rows[i];
            kept += m_scopeCodes.contains(companies[i]) ? 1 : 0;
        }
        rows.resize(kept);
        rows.shrink_to_fit();
    }
    (m_filter ? m_inScope : m_shown) = bitsOf(rows);
    (m_filter ? m_all : m_rows) = std::move(rows);
    m_loose.clear();
    sortAll();
}

void DeviceOrder::setSort(DeviceColumn column, Qt::SortOrder direction)
{
    m_sorts.choose(column, direction);
    std::vector<DeviceRow> &rows = m_filter ? m_all : m_rows;
    const std::vector<DeviceRow> loose =
        m_filter ? takeLooseOfAll() : takeOut(m_rows, m_sortedCount, std::exchange(m_changed, {}));
    rows.insert(rows.end(), loose.begin(), loose.end());
    if (!loose.empty())
        m_sorts.learnNewWords();
    // Rows that are equal now must stand in the order before, which loose ones do not. Where too many ranks are missing to put them there,
    // that waits.
    m_mustResort = m_mustResort || !loose.empty();
    const bool canResort = rows.size() <= DeviceSorts::quickSize || !m_sorts.columnToRank(mostUnranked);
    const bool sortsByBoth = m_mustResort && canResort;
    const size_t sorted = sortsByBoth ? m_sorts.sort(rows) : m_sorts.sortByLast(rows);
    m_mustResort = m_mustResort && !sortsByBoth;
    (m_filter ? m_sortedOfAll : m_sortedCount) = static_cast<qsizetype>(sorted);
    if (m_filter)
        showPassing();
}

void DeviceOrder::resort()
{
    if (m_filter) {
        const std::vector<DeviceRow> loose = takeLooseOfAll();
        m_all.insert(m_all.end(), loose.begin(), loose.end());
    }
    sortAll();
}

void DeviceOrder::sortAll()
{
    m_sorts.readWordsAgain();
    const size_t sorted = m_sorts.sort(m_filter ? m_all : m_rows);
    (m_filter ? m_sortedOfAll : m_sortedCount) = static_cast<qsizetype>(sorted);
    m_mustResort = false;
    m_changed.clear();
    if (m_filter)
        showPassing();
}

bool DeviceOrder::wouldShowOthers(const std::optional<RowBits> &passing) const
{
    RowBits shown = rowsInScope();
    if (passing)
        shown.intersect(*passing);
    return !shown.isSameAs(m_shown);
}

void DeviceOrder::setFilter(std::optional<RowBits> passing)
{
    const bool showsOthers = wouldShowOthers(passing);
    if (!m_filter && passing) {
        m_all = m_rows;
        m_sortedOfAll = m_sortedCount;
        m_inScope = m_shown;
        m_loose = m_changed;
    }
    if (showsOthers)
        mergeAll();
    m_filter = std::move(passing);
    if (showsOthers) {
        showPassing();
    } else if (!m_filter) {
        m_all = {};
        m_inScope.clear();
        m_loose.clear();
    }
}

void DeviceOrder::refilter(std::span<const DeviceRow> rows, const RowBits &passing)
{
    if (!m_filter)
        return;
    for (const DeviceRow row : rows) {
        m_loose.insert(row);
        if (passing.contains(row))
            m_filter->insert(row);
        else
            m_filter->remove(row);
        if (isInScope(row))
            m_inScope.insert(row);
        else
            m_inScope.remove(row);
    }
}

bool DeviceOrder::isInScope(DeviceRow row) const
{
    return m_table.isLive(row)
        && (m_scope.all || m_scopeCodes.contains(m_table.code(WordColumn::Company, row)));
}

bool DeviceOrder::takesIn(DeviceRow row) const
{
    return isInScope(row) && (!m_filter || m_filter->contains(row));
}

qsizetype DeviceOrder::append(std::span<const DeviceRow> added)
{
    const qsizetype before = size();
    for (const DeviceRow row : added) {
        if (takesIn(row) && m_shown.insert(row))
            m_rows.push_back(row);
    }
    return size() - before;
}

void DeviceOrder::loosen(std::span<const DeviceRow> changed)
{
    for (const DeviceRow row : changed) {
        if (contains(row))
            m_changed.insert(row);
    }
}

void DeviceOrder::merge()
{
    if (looseCount() == 0)
        return;
    m_sorts.learnNewWords();
    std::vector<DeviceRow> loose = takeOut(m_rows, m_sortedCount, std::exchange(m_changed, {}));
    m_sorts.mergeIn(m_rows, std::move(loose));
    m_sortedCount = size();
}

qsizetype DeviceOrder::moveToEnd(std::span<const DeviceRow> rows)
{
    const RowBits moved = bitsOf(rows);
    const auto stays = [&](DeviceRow row) {
        return !moved.contains(row);
    };
    const std::vector<DeviceRow>::iterator tail = m_rows.begin() + m_sortedCount;
    const std::vector<DeviceRow>::iterator sortedEnd = std::stable_partition(m_rows.begin(), tail, stays);
    const std::vector<DeviceRow>::iterator tailEnd = std::stable_partition(tail, m_rows.end(), stays);
    m_sortedCount = sortedEnd - m_rows.begin();
    return m_rows.end() - std::rotate(sortedEnd, tail, tailEnd);
}

void DeviceOrder::dropEnd(qsizetype count)
{
    for (qsizetype i = size() - count; i < size(); ++i) {
        m_shown.remove(at(i));
        m_changed.remove(at(i));
    }
    m_rows.resize(static_cast<size_t>(size() - count));
    m_sortedCount = std::min(m_sortedCount, size());
}

// Makes m_rows of m_all: those that pass the filter, or, without one, all.
void DeviceOrder::showPassing()
{
    m_changed.clear();
    m_shown = m_inScope;
    if (!m_filter) {
        m_rows = std::exchange(m_all, {});
        m_sortedCount = m_sortedOfAll;
        m_inScope.clear();
        return;
    }
    m_shown.intersect(*m_filter);
    m_rows.resize(m_all.size());
    size_t kept = 0;
    const auto keepPassing = [&](std::span<const DeviceRow> rows) {
        for (const DeviceRow row : rows) {
            m_rows[kept] = row;
            kept += m_shown.contains(row) ? 1 : 0;
        }
    };
    const size_t sorted = static_cast<size_t>(m_sortedOfAll);
    keepPassing(std::span(m_all).first(sorted));
    m_sortedCount = static_cast<qsizetype>(kept);
    keepPassing(std::span(m_all).subspan(sorted));
    m_rows.resize(kept);
}

// What is not where it belongs in m_all, and what should be there and is not.
std::vector<DeviceRow> DeviceOrder::takeLooseOfAll()
{
    std::vector<DeviceRow> loose = takeOut(m_all, m_sortedOfAll, m_loose);
    std::erase_if(loose, [this](DeviceRow row) { return m_loose.contains(row); });
    m_loose.forEach([&](DeviceRow row) {
        if (m_inScope.contains(row))
            loose.push_back(row);
    });
    m_loose.clear();
    m_sortedOfAll = std::ssize(m_all);
    return loose;
}

// As merge(), for m_all; too many loose rows stay at the end.
void DeviceOrder::mergeAll()
{
    std::vector<DeviceRow> loose = takeLooseOfAll();
    if (loose.empty())
        return;
    if (m_all.size() > DeviceSorts::quickSize && std::ssize(loose) > mostToMerge) {
        m_all.insert(m_all.end(), loose.begin(), loose.end());
        return;
    }
    m_sorts.learnNewWords();
    m_sorts.mergeIn(m_all, std::move(loose));
    m_sortedOfAll = std::ssize(m_all);
}
