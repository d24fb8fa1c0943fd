// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <vector>

/// A set of table rows: a bit for each.
class RowBits
{
public:
    bool contains(quint32 row) const
    {
        const size_t word = row / 64;
        return word < m_words.size() && ((m_words[word] >> (row % 64)) & 1) != 0;
    }

    /// True when \a row was not in the set before.
    bool insert(quint32 row)
    {
        const size_t word = row / 64;
        if (word >= m_words.size())
            m_words.resize(word + 1);
        const quint64 before = m_words[word];
        m_words[word] = before | quint64(1) << (row % 64);
        return before != m_words[word];
    }

    /// True when \a row was in the set before.
    bool remove(quint32 row)
    {
        const size_t word = row / 64;
        if (word >= m_words.size())
            return false;
        const quint64 before = m_words[word];
        m_words[word] = before & ~(quint64(1) << (row % 64));
        return before != m_words[word];
    }

    /// 64 rows at once: bit n of word w is row 64 w + n.
    quint64 word(size_t place) const { return place < m_words.size() ? m_words[place] : 0; }
    void setWord(size_t place, quint64 bits)
    {
        if (place >= m_words.size())
            m_words.resize(place + 1);
        m_words[place] = bits;
    }
    size_t wordCount() const { return m_words.size(); }
    qsizetype count() const
    {
        qsizetype count = 0;
        for (const quint64 word : m_words)
            count += std::popcount(word);
        return count;
    }
    void add(const RowBits &other)
    {
        for (size_t i = 0; i < other.m_words.size(); ++i)
            setWord(i, word(i) | other.m_words[i]);
    }
    /// Keeps those that are in \a other too.
    void intersect(const RowBits &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.word(i);
    }

    bool isSameAs(const RowBits &other) const
    {
        for (size_t i = 0; i < std::max(wordCount(), other.wordCount()); ++i) {
            if (word(i) != other.word(i))
                return false;
        }
        return true;
    }

    void clear() { m_words.clear(); }
    qsizetype bytesUsed() const { return static_cast<qsizetype>(m_words.capacity() * sizeof(quint64)); }

    /// Calls \a visit(row) for every row that is here and not in \a left, in ascending order.
    template <typename Visit>
    void forEachWithout(const RowBits &left, Visit visit) const
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            quint64 word = m_words[i];
            if (i < left.m_words.size())
                word &= ~left.m_words[i];
            for (; word != 0; word &= word - 1)
                visit(static_cast<quint32>(i * 64 + static_cast<size_t>(std::countr_zero(word))));
        }
    }

    template <typename Visit>
    void forEach(Visit visit) const
    {
        forEachWithout(RowBits(), visit);
    }

private:
    std::vector<quint64> m_words;
};
