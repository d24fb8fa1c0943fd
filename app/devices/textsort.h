// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/devices/keyedrows.h"

#include <Qt>

#include <array>
#include <span>
#include <vector>

/// One sort of rows by a column of texts, in natural order: by the first eight bytes of their natural keys, then, where those are
/// equal, by the next eight, and so on. Stable; rows without a text come last in both directions.
class TextSort
{
public:
    TextSort(const DeviceTable &table, TextColumn column, Qt::SortOrder direction);

    void sort(std::vector<DeviceRow> &rows);

private:
    // What a row's key says behind its first eight bytes, as far as it is kept.
    static constexpr size_t furtherKeys = 2;
    using FurtherKeys = std::array<quint64, furtherKeys>;

    void addKeys(std::vector<KeyedRow> &keyed, DeviceRow row, QByteArrayView text);
    void sortFrom(std::span<KeyedRow> rows, size_t depth);
    void sortWhole(std::span<KeyedRow> rows) const;
    quint64 keyAt(const KeyedRow &row, size_t depth) const;

    const DeviceTable &m_table;
    TextColumn m_column;
    quint64 m_flip; // turns keys round for the descending order
    std::vector<FurtherKeys> m_further; // by KeyedRow::position
    std::vector<KeyedRow> m_scratch;
};
