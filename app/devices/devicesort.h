// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/devicetable.h"
#include "app/devices/textranks.h"
#include "app/devices/wordranks.h"

#include <Qt>

#include <optional>
#include <span>
#include <variant>
#include <vector>

/// What is reckoned of the rows and stands beside the table: a byte by row, the order of which is that of its meanings. Rows past the end
/// have none. It may grow and move.
using RowStates = std::vector<quint8>;

/// Sorts rows by one column: words by the ranks of the few there are, states by their bytes, times as numbers, texts by the natural order
/// of their bytes, eight at a time. Always stable, and rows without a value come last in both directions.
class DeviceSort
{
public:
    /// \a health, what HealthWord sorts by, and \a table outlive the sort. nullptr: no row has one.
    DeviceSort(const DeviceTable &table, const RowStates *health, DeviceColumn column,
               Qt::SortOrder direction);

    DeviceColumn column() const { return m_column; }
    Qt::SortOrder direction() const { return m_direction; }
    void setDirection(Qt::SortOrder direction) { m_direction = direction; }

    /// Takes words that came since into account, at the place they belong. Rows that were sorted stay so.
    void learnNewWords();
    /// Reads all words again: companies may have new names.
    void readWordsAgain();

    /// The column of texts that is sorted by, if it is one.
    std::optional<TextColumn> textColumn() const;

    /// Texts are counted by \a ranks where those of all \a rows are known; else they are read and compared.
    void sort(std::span<DeviceRow> rows, const AllTextRanks &ranks) const;
    /// Below, at or above 0 as \a a comes before, with or after \a b.
    int compare(DeviceRow a, DeviceRow b) const;
    /// Compares each row of \a a with the one at the same place of \a b; at most atOnce of them, which are fetched side by side.
    void compareEach(std::span<const DeviceRow> a, std::span<const DeviceRow> b,
                     std::span<int> compared) const;
    static constexpr size_t atOnce = 64;

private:
    template <typename Compare>
    int directed(bool hasA, bool hasB, Compare compareValues) const;
    int compareTexts(QByteArrayView a, QByteArrayView b) const;
    bool isDescending() const { return m_direction == Qt::DescendingOrder; }
    void sortByWord(std::span<DeviceRow> rows, const WordRanks &ranks) const;
    void sortByState(std::span<DeviceRow> rows, const RowStates &states) const;
    void sortByText(std::span<DeviceRow> rows, TextColumn column) const;
    bool sortByRank(std::span<DeviceRow> rows, const TextRanks &ranks) const;

    const DeviceTable *m_table;
    DeviceColumn m_column;
    Qt::SortOrder m_direction;
    std::variant<TextColumn, TimeColumn, WordRanks, const RowStates *> m_values;
};
