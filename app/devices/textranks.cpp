// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textranks.h"

#include <algorithm>
#include <utility>

TextRanks::TextRanks(std::span<const quint32> ranks, std::span<const DeviceRow> rows)
    : m_knownCount(std::ssize(rows))
{
    if (!rows.empty())
        m_places.resize(std::ranges::max(rows) + 1);
    for (size_t i = 0; i < rows.size(); ++i) {
        m_places[rows[i]] = ranks[i] == 0 ? withoutText : ranks[i];
        m_highest = std::max(m_highest, ranks[i] + 1);
    }
}

void TextRanks::forget(std::span<const DeviceRow> rows)
{
    for (const DeviceRow row : rows) {
        if (isKnown(row)) {
            m_places[row] = unknown;
            --m_knownCount;
        }
    }
}
