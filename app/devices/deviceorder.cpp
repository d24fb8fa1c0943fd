// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/deviceorder.h"

#include <algorithm>
#include <array>
#include <utility>

static RowBits bitsOf(std::span<const quint32> numbers)
{
    RowBits bits;
    for (const quint32 number : numbers)
        bits.insert(number);
    return bits;
}

DeviceOrder::DeviceOrder(const DeviceTable &table, const RowStates *health)
    : m_table(table), m_health(health), m_sort(table, health, DeviceColumn::Name, Qt::AscendingOrder)
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
        const std::vector<quint32> companies = m_table.codes(WordColumn::Company, rows);
        size_t kept = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            rows[kept] = rows[i];
            kept += m_scopeCodes.contains(companies[i]) ? 1 : 0;
        }
        rows.resize(kept);
        rows.shrink_to_fit();
    }
    m_rows = std::move(rows);
    sortAll();
}

void DeviceOrder::setSort(DeviceColumn column, Qt::SortOrder direction)
{
    if (column == m_sort.column()) {
        m_sort.setDirection(direction);
        m_sort.readWordsAgain();
    } else {
        m_sortBefore = std::exchange(m_sort, DeviceSort(m_table, m_health, column, direction));
    }
    if (!m_filter) {
        m_sort.sort(m_rows);
        return;
    }
    if (takeLooseToEnd()) {
        learnNewWords();
        sort(m_all);
    } else {
        m_sort.sort(m_all);
    }
    showPassing();
}

void DeviceOrder::resort()
{
    if (m_filter) {
        takeLooseToEnd();
        m_rows = std::exchange(m_all, {});
    }
    sortAll();
}

void DeviceOrder::setFilter(std::optional<RowBits> passing)
{
    if (m_filter) {
        mergeLoose();
    } else {
        m_all = m_rows;
        m_inScope = m_shown;
    }
    m_filter = std::move(passing);
    showPassing();
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

void DeviceOrder::mergeTail(qsizetype firstUnsorted, std::span<const DeviceRow> changed)
{
    learnNewWords();
    const std::vector<DeviceRow>::iterator tail = m_rows.begin() + firstUnsorted;
    std::vector<DeviceRow> loose;
    std::vector<DeviceRow>::iterator end = tail;
    if (!changed.empty()) {
        const RowBits isChanged = bitsOf(changed);
        end = std::remove_if(m_rows.begin(), tail, [&](DeviceRow row) {
            if (!isChanged.contains(row))
                return false;
            loose.push_back(row);
            return true;
        });
    }
    loose.insert(loose.end(), tail, m_rows.end());
    m_rows.erase(end, m_rows.end());
    mergeIn(m_rows, std::move(loose));
}

// Each loose row finds its place by halving, and what lies between two places moves as a whole.
void DeviceOrder::mergeIn(std::vector<DeviceRow> &rows, std::vector<DeviceRow> loose) const
{
    constexpr size_t many = 4; // above a quarter of all, sorting everything is faster
    if (loose.size() > rows.size() / many) {
        rows.insert(rows.end(), loose.begin(), loose.end());
        sort(rows);
        return;
    }
    sort(loose);
    std::vector<size_t> places(loose.size());
    for (size_t begin = 0; begin < loose.size(); begin += DeviceSort::atOnce) {
        const size_t count = std::min(DeviceSort::atOnce, loose.size() - begin);
        findPlaces(rows, std::span(loose).subspan(begin, count), std::span(places).subspan(begin, count));
    }
    size_t end = rows.size();
    rows.resize(rows.size() + loose.size());
    std::vector<DeviceRow>::iterator to = rows.end();
    for (size_t i = loose.size(); i-- > 0;) {
        to = std::move_backward(rows.begin() + static_cast<qsizetype>(places[i]),
                                rows.begin() + static_cast<qsizetype>(end), to);
        *--to = loose[i];
        end = places[i];
    }
}

// Behind the last row that is not after it, for each row of \a some: all searches halve together, so that they wait for the memory
// together.
void DeviceOrder::findPlaces(std::span<const DeviceRow> rows, std::span<const DeviceRow> some,
                             std::span<size_t> places) const
{
    std::ranges::fill(places, 0);
    std::array<DeviceRow, DeviceSort::atOnce> middles;
    std::array<int, DeviceSort::atOnce> compared;
    for (size_t left = rows.size(); left > 0;) {
        const size_t half = (left + 1) / 2;
        for (size_t i = 0; i < some.size(); ++i)
            middles[i] = rows[places[i] + half - 1];
        m_sort.compareEach(some, std::span(middles).first(some.size()), compared);
        for (size_t i = 0; i < some.size(); ++i) {
            if (compared[i] == 0 && m_sortBefore)
                compared[i] = m_sortBefore->compare(some[i], middles[i]);
            places[i] += compared[i] >= 0 ? half : 0;
        }
        left -= half;
    }
}

qsizetype DeviceOrder::moveToEnd(std::span<const DeviceRow> rows)
{
    const RowBits moved = bitsOf(rows);
    const std::vector<DeviceRow>::iterator firstMoved = std::stable_partition(
        m_rows.begin(), m_rows.end(), [&](DeviceRow row) { return !moved.contains(row); });
    return m_rows.end() - firstMoved;
}

void DeviceOrder::dropEnd(qsizetype count)
{
    for (qsizetype i = size() - count; i < size(); ++i)
        m_shown.remove(at(i));
    m_rows.resize(static_cast<size_t>(size() - count));
}

void DeviceOrder::sortAll()
{
    if (m_sortBefore)
        m_sortBefore->readWordsAgain();
    m_sort.readWordsAgain();
    sort(m_rows);
    if (!m_filter) {
        m_shown = bitsOf(m_rows);
        return;
    }
    m_all = std::move(m_rows);
    m_inScope = bitsOf(m_all);
    m_loose.clear();
    showPassing();
}

// Makes m_rows of m_all: those that pass the filter, or, without one, all.
void DeviceOrder::showPassing()
{
    m_shown = m_inScope;
    if (!m_filter) {
        m_rows = std::exchange(m_all, {});
        m_inScope.clear();
        return;
    }
    m_shown.intersect(*m_filter);
    m_rows.resize(m_all.size());
    size_t kept = 0;
    for (const DeviceRow row : m_all) {
        m_rows[kept] = row;
        kept += m_shown.contains(row) ? 1 : 0;
    }
    m_rows.resize(kept);
}

// Removes from m_all the rows that changed and returns those of them that are in scope.
std::vector<DeviceRow> DeviceOrder::takeLoose()
{
    std::vector<DeviceRow> loose;
    if (m_loose.wordCount() == 0)
        return loose;
    std::erase_if(m_all, [this](DeviceRow row) { return m_loose.contains(row); });
    m_loose.forEach([&](DeviceRow row) {
        if (m_inScope.contains(row))
            loose.push_back(row);
    });
    m_loose.clear();
    return loose;
}

bool DeviceOrder::takeLooseToEnd()
{
    const std::vector<DeviceRow> loose = takeLoose();
    m_all.insert(m_all.end(), loose.begin(), loose.end());
    return !loose.empty();
}

void DeviceOrder::mergeLoose()
{
    std::vector<DeviceRow> loose = takeLoose();
    if (loose.empty())
        return;
    learnNewWords();
    mergeIn(m_all, std::move(loose));
}

void DeviceOrder::learnNewWords()
{
    m_sort.learnNewWords();
    if (m_sortBefore)
        m_sortBefore->learnNewWords();
}

void DeviceOrder::sort(std::vector<DeviceRow> &rows) const
{
    if (m_sortBefore)
        m_sortBefore->sort(rows);
    m_sort.sort(rows);
}
