// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicesort.h"
#include "app/devices/textranks.h"

#include <optional>
#include <span>
#include <vector>

/// What an order stands on: the sort that was chosen last; the one before it, which decides between rows that the last one finds equal; and
/// the ranks of texts, as far as they are known.
///
/// Reading the texts of many rows takes longer than a frame. Above quickSize rows, texts are sorted by their ranks alone, which are made
/// elsewhere (TextRanking), and rows whose ranks are not known are put at the end, unsorted.
class DeviceSorts
{
public:
    /// By name at first. \a table and \a health outlive this; nullptr: no row has a health.
    DeviceSorts(const DeviceTable &table, const RowStates *health);

    /// Up to here everything is sorted at once, with or without ranks.
    static constexpr size_t quickSize = 20'000;

    DeviceColumn column() const { return m_last.column(); }
    Qt::SortOrder direction() const { return m_last.direction(); }
    void choose(DeviceColumn column, Qt::SortOrder direction);

    /// See DeviceSort.
    void learnNewWords();
    void readWordsAgain();

    /// Sorts rows in any order. Returns how many are sorted: the rest stands at the end.
    size_t sort(std::vector<DeviceRow> &rows) const;
    /// Sorts rows that stand in the order of the sort before. Returns how many are sorted.
    size_t sortByLast(std::vector<DeviceRow> &rows) const;
    /// Puts \a loose rows into \a rows, which are sorted. O(rows + loose × log rows).
    void mergeIn(std::vector<DeviceRow> &rows, std::vector<DeviceRow> loose) const;

    void setRanks(TextColumn column, TextRanks ranks);
    /// These rows came, changed or went.
    void forgetRanks(std::span<const DeviceRow> rows);
    /// Rows of the table whose ranks by \a column are not known.
    qsizetype unrankedCount(TextColumn column) const;
    /// The column of texts that the sorts stand on and of which the ranks of more than \a most rows are not known.
    std::optional<TextColumn> columnToRank(qsizetype most) const;

private:
    std::vector<TextColumn> textColumns() const;
    size_t moveUnrankedToEnd(std::vector<DeviceRow> &rows, std::span<const TextColumn> columns) const;
    void sortByBoth(std::span<DeviceRow> rows) const;
    void findPlaces(std::span<const DeviceRow> rows, std::span<const DeviceRow> some,
                    std::span<size_t> places) const;
    void decideEquals(std::span<const DeviceRow> some, std::span<const DeviceRow> others,
                      std::span<int> compared) const;

    const DeviceTable &m_table;
    const RowStates *m_health;
    DeviceSort m_last;
    std::optional<DeviceSort> m_before;
    AllTextRanks m_ranks;
};
