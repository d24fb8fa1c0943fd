// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/keyedrows.h"
#include "app/devices/textcopy.h"

#include <Qt>

#include <array>
#include <functional>
#include <span>
#include <vector>

/// One sort of texts in natural order: by the first eight bytes of their natural keys, then, where those are equal, by the next eight, and
/// so on. Stable; empty texts come last in both directions.
class TextSort
{
public:
    /// \a texts must outlive the sort.
    TextSort(const TextCopy &texts, Qt::SortOrder direction);

    /// The numbers of the texts, sorted.
    std::vector<quint32> sorted();
    /// For each text its place from 1 among all different ones; texts that the order does not tell apart share one. Empty: 0.
    std::vector<quint32> ranks();

private:
    // What a text's key says behind its first eight bytes, as far as it is kept.
    static constexpr size_t furtherKeys = 1;
    using FurtherKeys = std::array<quint64, furtherKeys>;

    void sortByParts(const std::function<void()> &takeRows);
    std::vector<quint64> bounds() const;
    std::vector<std::vector<quint32>> partsBy(const std::vector<quint64> &bounds) const;
    quint64 firstKey(quint32 number) const;
    void addKeys(quint32 number);
    void sortFrom(std::span<KeyedRow> rows, size_t depth);
    void sortWhole(std::span<KeyedRow> rows);
    bool isBefore(const KeyedRow &a, const KeyedRow &b) const;
    quint64 keyAt(const KeyedRow &row, size_t depth) const;
    void endGroup(const KeyedRow &last);

    const TextCopy &m_texts;
    quint64 m_flip; // turns keys round for the descending order
    // of the part that is being sorted
    std::vector<KeyedRow> m_rows; // row: the text's number; empty texts are not among them
    std::vector<FurtherKeys> m_further; // by KeyedRow::position
    std::vector<KeyedRow> m_scratch;
    std::vector<bool> m_isLastOfEquals; // by KeyedRow::position
};
