// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/wordranks.h"

#include "app/devices/naturalorder.h"

#include <QtEndian>

#include <algorithm>

WordRanks::WordRanks(const DeviceTable &table, WordColumn column, Show show)
    : m_table(&table), m_column(column), m_show(show)
{
    learnNewWords();
}

void WordRanks::readAgain()
{
    m_keys.clear();
    m_sorted.clear();
    learnNewWords();
}

void WordRanks::learnNewWords()
{
    const quint32 known = static_cast<quint32>(m_keys.size());
    const quint32 count = m_table->wordCount(m_column);
    if (known == count)
        return;
    const qsizetype sorted = static_cast<qsizetype>(m_sorted.size());
    for (quint32 code = known; code < count; ++code) {
        m_keys.push_back(keyOf(code));
        if (!m_keys.back().empty())
            m_sorted.push_back(code);
    }
    const auto isBefore = [this](quint32 a, quint32 b) {
        return m_keys[a] < m_keys[b];
    };
    std::sort(m_sorted.begin() + sorted, m_sorted.end(), isBefore);
    std::inplace_merge(m_sorted.begin(), m_sorted.begin() + sorted, m_sorted.end(), isBefore);

    m_ranks.assign(count, 0);
    m_highest = 0;
    const std::string *last = nullptr;
    for (const quint32 code : m_sorted) {
        if (!last || *last != m_keys[code])
            ++m_highest;
        last = &m_keys[code];
        m_ranks[code] = m_highest;
    }
}

std::string WordRanks::keyOf(quint32 code) const
{
    const QByteArray word =
        (m_show == Show::Name ? m_table->nameOf(m_column, code) : m_table->word(m_column, code)).toUtf8();
    std::string key;
    if (word.isEmpty())
        return key;
    NaturalKey stream(word);
    for (bool isLast = false; !isLast;) {
        const quint64 eight = stream.next();
        const quint64 ordered = qToBigEndian(eight);
        key.append(reinterpret_cast<const char *>(&ordered), sizeof(ordered));
        isLast = NaturalKey::isLast(eight);
    }
    return key;
}
