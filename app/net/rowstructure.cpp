// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/rowstructure.h"

#include "app/net/bytemasks.h"

#include <algorithm>
#include <array>
#include <bit>

namespace {

// The last byte of \a bytes that is not blank. The first one never is.
char lastVisible(QByteArrayView bytes)
{
    while (bytes.size() > 1 && isBlank(bytes.back()))
        bytes.chop(1);
    return bytes.back();
}

quint64 leadBit(char c)
{
    return isLead(c) ? 1 : 0;
}

} // namespace

// What matters in one block. Bits as in ByteMasks.
struct RowStructure::Block
{
    quint64 brackets = 0; // outside texts
    quint64 astray = 0; // quotes that open a text where none can begin
    quint64 backslashes = 0;
};

void RowStructure::begin()
{
    m_size = 1;
    m_depth = 1;
    m_isArray[0] = false;
    m_inText = 0;
    m_isEscaped = 0;
    m_hasEscapes = false;
}

RowStructure::Outcome RowStructure::follow(QByteArrayView row)
{
    return m_reading == Reading::Fastest ? followBlocks<FastestMasks>(row) : followBlocks<PortableMasks>(row);
}

template <typename ByteReader>
RowStructure::Outcome RowStructure::followBlocks(QByteArrayView row)
{
    Outcome outcome = Outcome::Open;
    while (outcome == Outcome::Open && row.size() - m_size >= maskedBytes) {
        const Block block = readBlock<ByteReader>(row, row.data() + m_size, maskedBytes);
        if ((block.brackets | block.astray | block.backslashes) != 0) // most blocks are texts alone
            outcome = followBlock(row, block);
        if (outcome == Outcome::Open)
            m_size += maskedBytes;
    }
    const qsizetype rest = row.size() - m_size;
    if (outcome == Outcome::Open && rest > 0) {
        std::array<char, maskedBytes> padded;
        padded.fill(' ');
        std::copy_n(row.data() + m_size, rest, padded.data());
        outcome = followBlock(row, readBlock<ByteReader>(row, padded.data(), rest));
        if (outcome == Outcome::Open)
            m_size += rest;
    }
    return outcome;
}

template <typename ByteReader>
RowStructure::Block RowStructure::readBlock(QByteArrayView row, const char *bytes, qsizetype size)
{
    const ByteMasks masks = ByteReader::of(bytes);
    quint64 quotes = masks.quotes;
    if ((masks.backslashes | m_isEscaped) != 0) {
        const quint64 escaped = escapedBits(masks.backslashes, m_isEscaped);
        quotes &= ~escaped;
        if (size < maskedBytes)
            m_isEscaped = escaped >> size & 1;
    }
    const quint64 inText = prefixXor(quotes) ^ m_inText;
    m_inText = inText >> (maskedBytes - 1) != 0 ? ~Q_UINT64_C(0) : 0;

    const quint64 opening = quotes & inText;
    quint64 astray = opening & ~(masks.leads << 1 | leadBit(row[m_size - 1]));
    if (astray != 0) {
        const quint64 starts = masks.leads << 1 | leadBit(lastVisible(row.first(m_size)));
        astray = opening & ~behindBlanks(starts, ByteReader::blanks(bytes));
    }
    return {.brackets = masks.brackets & ~inText, .astray = astray, .backslashes = masks.backslashes};
}

RowStructure::Outcome RowStructure::followBlock(QByteArrayView row, const Block &block)
{
    const quint64 certain =
        (block.astray & (~block.astray + 1)) - 1; // below the first quote astray; all if there is none
    for (quint64 left = block.brackets & certain; left != 0; left &= left - 1) {
        const int place = std::countr_zero(left);
        if (!fits(row, m_size + place))
            return Outcome::Broken;
        if (m_depth == 0) {
            m_hasEscapes = m_hasEscapes || (block.backslashes & ((Q_UINT64_C(1) << place) - 1)) != 0;
            m_size += place + 1;
            return Outcome::Ended;
        }
    }
    m_hasEscapes = m_hasEscapes || block.backslashes != 0;
    return block.astray == 0 ? Outcome::Open : Outcome::Broken;
}

// Takes the \a bracket into account, which is outside texts.
bool RowStructure::fits(QByteArrayView row, qsizetype bracket)
{
    const char c = row[bracket];
    const bool isInArray = m_isArray[static_cast<size_t>(m_depth - 1)];
    if (c == '}' || c == ']') {
        --m_depth;
        return isInArray == (c == ']');
    }
    if (m_depth == deepestNesting || (!isInArray && lastVisible(row.first(bracket)) != ':'))
        return false;
    m_isArray[static_cast<size_t>(m_depth)] = c == '[';
    ++m_depth;
    return true;
}
