// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <QByteArrayView>

#include <span>
#include <vector>

/// The texts of some rows, apart from the table: what a sort on another thread may read.
class TextCopy
{
public:
    /// How many rows there will be.
    void reserve(size_t rows);
    /// Appends the texts of \a rows; each has the next number.
    void add(const DeviceTable &table, TextColumn column, std::span<const DeviceRow> rows);

    size_t size() const { return m_ends.size(); }
    QByteArrayView text(size_t number) const
    {
        const quint32 begin = number == 0 ? 0 : m_ends[number - 1];
        return {m_bytes.data() + begin, static_cast<qsizetype>(m_ends[number] - begin)};
    }

private:
    void makeRoom();

    std::vector<char> m_bytes;
    std::vector<quint32> m_ends;
};
