// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textcopy.h"

#include <algorithm>
#include <array>

void TextCopy::reserve(size_t rows)
{
    m_ends.reserve(rows);
}

void TextCopy::add(const DeviceTable &table, TextColumn column, std::span<const DeviceRow> rows)
{
    std::array<QByteArrayView, 64> texts; // as many as the table fetches side by side
    for (size_t begin = 0; begin < rows.size(); begin += texts.size()) {
        const std::span<const DeviceRow> some =
            rows.subspan(begin, std::min(texts.size(), rows.size() - begin));
        table.texts(column, some, texts);
        makeRoom();
        for (size_t i = 0; i < some.size(); ++i) {
            m_bytes.insert(m_bytes.end(), texts[i].begin(), texts[i].end());
            m_ends.push_back(static_cast<quint32>(m_bytes.size()));
        }
    }
}

// Growing by doubling would hold three times the texts for a moment. Those that are here tell how long the rest will be.
void TextCopy::makeRoom()
{
    constexpr size_t enoughToTell = 4096;
    if (m_ends.size() < enoughToTell
        || m_bytes.capacity() - m_bytes.size() >= 64 * m_bytes.size() / m_ends.size())
        return;
    const size_t whole = m_bytes.size() / m_ends.size() * m_ends.capacity();
    if (whole > m_bytes.capacity())
        m_bytes.reserve(whole + whole / 8);
}
