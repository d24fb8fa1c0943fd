// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <array>
#include <span>
#include <vector>

/// The place of each row of the table among all rows by one column of texts, as far as it is known. With it, sorting is counting.
class TextRanks
{
public:
    TextRanks() = default;
    /// \a ranks are those of \a rows, as TextSort gives them: from 1, 0 for an empty text. No other row is known.
    TextRanks(std::span<const quint32> ranks, std::span<const DeviceRow> rows);

    bool isKnown(DeviceRow row) const { return row < m_places.size() && m_places[row] != unknown; }
    qsizetype knownCount() const { return m_knownCount; }
    /// From 1 to highest(); those without a text share highest(). Only of rows that are known.
    quint32 place(DeviceRow row) const { return m_places[row] == withoutText ? m_highest : m_places[row]; }
    quint32 highest() const { return m_highest; }

    /// These have other texts now, or are other devices.
    void forget(std::span<const DeviceRow> rows);

private:
    static constexpr quint32 unknown = 0;
    static constexpr quint32 withoutText = 0xffffffff;

    std::vector<quint32> m_places; // by row
    qsizetype m_knownCount = 0;
    quint32 m_highest = 1;
};

/// Of each column of texts.
using AllTextRanks = std::array<TextRanks, textColumnCount>;
