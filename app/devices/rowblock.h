// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicerows.h"

#include <algorithm>
#include <array>

/// A stretch of rows that a pass takes at once: few enough that their texts stay in the cache while one word after the other is
/// looked for, and that 500 words take some milliseconds. A page is a whole number of them.
class RowBlock
{
public:
    static constexpr quint32 rows = 1024;
    static constexpr size_t words = rows / 64;
    static_assert(DeviceRows::pageRows % rows == 0);

    explicit RowBlock(quint32 number) : m_number(number) { }
    static quint32 countOf(const DeviceRows &table)
    {
        return (table.slotCount() + RowBlock::rows - 1) / RowBlock::rows;
    }
    static RowBlock of(quint32 row) { return RowBlock(row / rows); }

    quint32 firstRow() const { return m_number * rows; }
    size_t page() const { return firstRow() / DeviceRows::pageRows; }
    size_t firstInPage() const { return firstRow() % DeviceRows::pageRows; }
    size_t firstWord() const { return m_number * words; } ///< In RowBits.

private:
    quint32 m_number;
};

/// A bit for each row of a block.
struct BlockBits
{
    std::array<quint64, RowBlock::words> words{};

    static BlockBits of(const RowBits &bits, RowBlock block)
    {
        BlockBits here;
        for (size_t i = 0; i < RowBlock::words; ++i)
            here.words[i] = bits.word(block.firstWord() + i);
        return here;
    }
    void storeIn(RowBits &bits, RowBlock block) const
    {
        for (size_t i = 0; i < RowBlock::words; ++i)
            bits.setWord(block.firstWord() + i, words[i]);
    }

    bool isEmpty() const
    {
        return std::ranges::all_of(words, [](quint64 word) { return word == 0; });
    }
    bool contains(size_t place) const { return ((words[place / 64] >> (place % 64)) & 1) != 0; }
    void insert(size_t place) { words[place / 64] |= quint64(1) << (place % 64); }
    void add(const BlockBits &other)
    {
        combine(other, [](quint64 a, quint64 b) { return a | b; });
    }
    void keep(const BlockBits &other)
    {
        combine(other, [](quint64 a, quint64 b) { return a & b; });
    }
    void drop(const BlockBits &other)
    {
        combine(other, [](quint64 a, quint64 b) { return a & ~b; });
    }

    /// Calls \a visit(place) for every bit, in ascending order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (size_t i = 0; i < words.size(); ++i) {
            for (quint64 word = words[i]; word != 0; word &= word - 1)
                visit(i * 64 + static_cast<size_t>(std::countr_zero(word)));
        }
    }
    /// The bits of \a test(place) at every place.
    template <typename Test>
    static BlockBits where(Test test)
    {
        BlockBits here;
        for (size_t i = 0; i < RowBlock::words; ++i) {
            quint64 word = 0;
            for (size_t bit = 0; bit < 64; ++bit)
                word |= quint64(test(i * 64 + bit) ? 1 : 0) << bit;
            here.words[i] = word;
        }
        return here;
    }

private:
    template <typename Combine>
    void combine(const BlockBits &other, Combine combineWords)
    {
        for (size_t i = 0; i < words.size(); ++i)
            words[i] = combineWords(words[i], other.words[i]);
    }
};
