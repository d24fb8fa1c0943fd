// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicesorts.h"

#include <algorithm>
#include <array>
#include <utility>

DeviceSorts::DeviceSorts(const DeviceTable &table, const RowStates *health)
    : m_table(table), m_health(health), m_last(table, health, DeviceColumn::Name, Qt::AscendingOrder)
{ }

void DeviceSorts::choose(DeviceColumn column, Qt::SortOrder direction)
{
    if (column == m_last.column()) {
        m_last.setDirection(direction);
        m_last.readWordsAgain();
    } else {
        m_before = std::exchange(m_last, DeviceSort(m_table, m_health, column, direction));
    }
}

void DeviceSorts::learnNewWords()
{
    m_last.learnNewWords();
    if (m_before)
        m_before->learnNewWords();
}

void DeviceSorts::readWordsAgain()
{
    m_last.readWordsAgain();
    if (m_before)
        m_before->readWordsAgain();
}

size_t DeviceSorts::sort(std::vector<DeviceRow> &rows) const
{
    const size_t sorted = moveUnrankedToEnd(rows, textColumns());
    sortByBoth(std::span(rows).first(sorted));
    return sorted;
}

size_t DeviceSorts::sortByLast(std::vector<DeviceRow> &rows) const
{
    const std::optional<TextColumn> text = m_last.textColumn();
    const size_t sorted = text ? moveUnrankedToEnd(rows, {&*text, 1}) : rows.size();
    m_last.sort(std::span(rows).first(sorted), m_ranks);
    return sorted;
}

void DeviceSorts::sortByBoth(std::span<DeviceRow> rows) const
{
    if (m_before)
        m_before->sort(rows, m_ranks);
    m_last.sort(rows, m_ranks);
}

// Each loose row finds its place by halving, and what lies between two places moves as a whole.
void DeviceSorts::mergeIn(std::vector<DeviceRow> &rows, std::vector<DeviceRow> loose) const
{
    constexpr size_t many = 4; // above a quarter of all, sorting everything is faster
    if (loose.size() > rows.size() / many) {
        rows.insert(rows.end(), loose.begin(), loose.end());
        sortByBoth(rows);
        return;
    }
    sortByBoth(loose);
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
void DeviceSorts::findPlaces(std::span<const DeviceRow> rows, std::span<const DeviceRow> some,
                             std::span<size_t> places) const
{
    std::ranges::fill(places, 0);
    std::array<DeviceRow, DeviceSort::atOnce> middles;
    std::array<int, DeviceSort::atOnce> compared;
    for (size_t left = rows.size(); left > 0;) {
        const size_t half = (left + 1) / 2;
        for (size_t i = 0; i < some.size(); ++i)
            middles[i] = rows[places[i] + half - 1];
        m_last.compareEach(some, std::span(middles).first(some.size()), compared);
        decideEquals(some, middles, compared);
        for (size_t i = 0; i < some.size(); ++i)
            places[i] += compared[i] >= 0 ? half : 0;
        left -= half;
    }
}

// By the sort before, where the last one found rows equal: those alone are fetched, side by side too.
void DeviceSorts::decideEquals(std::span<const DeviceRow> some, std::span<const DeviceRow> others,
                               std::span<int> compared) const
{
    if (!m_before)
        return;
    std::array<DeviceRow, DeviceSort::atOnce> a;
    std::array<DeviceRow, DeviceSort::atOnce> b;
    std::array<int, DeviceSort::atOnce> decided;
    size_t equals = 0;
    for (size_t i = 0; i < some.size(); ++i) {
        if (compared[i] == 0) {
            a[equals] = some[i];
            b[equals++] = others[i];
        }
    }
    m_before->compareEach(std::span(a).first(equals), std::span(b).first(equals), decided);
    equals = 0;
    for (size_t i = 0; i < some.size(); ++i) {
        if (compared[i] == 0)
            compared[i] = decided[equals++];
    }
}

void DeviceSorts::setRanks(TextColumn column, TextRanks ranks)
{
    m_ranks[static_cast<size_t>(column)] = std::move(ranks);
}

void DeviceSorts::forgetRanks(std::span<const DeviceRow> rows)
{
    for (TextRanks &ranks : m_ranks)
        ranks.forget(rows);
}

qsizetype DeviceSorts::unrankedCount(TextColumn column) const
{
    return m_table.liveCount() - m_ranks[static_cast<size_t>(column)].knownCount();
}

std::optional<TextColumn> DeviceSorts::columnToRank(qsizetype most) const
{
    for (const TextColumn column : textColumns()) {
        if (unrankedCount(column) > most)
            return column;
    }
    return std::nullopt;
}

std::vector<TextColumn> DeviceSorts::textColumns() const
{
    std::vector<TextColumn> columns;
    if (const std::optional<TextColumn> text = m_last.textColumn())
        columns.push_back(*text);
    if (const std::optional<TextColumn> text = m_before ? m_before->textColumn() : std::nullopt)
        columns.push_back(*text);
    return columns;
}

// Returns how many rows stand before them.
size_t DeviceSorts::moveUnrankedToEnd(std::vector<DeviceRow> &rows, std::span<const TextColumn> columns) const
{
    if (rows.size() <= quickSize)
        return rows.size();
    std::vector<DeviceRow> unranked;
    for (const TextColumn column : columns) {
        if (unrankedCount(column) == 0)
            continue;
        const TextRanks &ranks = m_ranks[static_cast<size_t>(column)];
        std::erase_if(rows, [&](DeviceRow row) {
            if (ranks.isKnown(row))
                return false;
            unranked.push_back(row);
            return true;
        });
    }
    const size_t ranked = rows.size();
    rows.insert(rows.end(), unranked.begin(), unranked.end());
    return ranked;
}
