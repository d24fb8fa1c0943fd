// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textscan.h"

#include "app/query/searchtext.h"

#include <algorithm>
#include <functional>

// A record of the usual kind: each length is one byte, and there is nothing but the texts.
static bool isPlain(const char *record)
{
    const uchar *at = reinterpret_cast<const uchar *>(record);
    static_assert(textColumnCount == 3);
    return at[0] == textColumnCount && ((at[1] | at[2] | at[3]) & 0x80) == 0;
}

// Whether a bit from \a begin to before \a end is set.
static bool hasBit(const quint64 *words, size_t begin, size_t end)
{
    if (begin == end)
        return false;
    const size_t last = (end - 1) / 64;
    const quint64 ofLast = ~quint64(0) >> (63 - (end - 1) % 64);
    size_t word = begin / 64;
    quint64 bits = words[word] & (~quint64(0) << (begin % 64));
    if (word == last)
        return (bits & ofLast) != 0;
    while (++word < last)
        bits |= words[word];
    return (bits | (words[last] & ofLast)) != 0;
}

TextScan::TextScan(const QByteArray &needle, Fits fits, const Columns &columns)
    : m_search(needle), m_fits(fits)
{
    for (size_t column = 0; column < textColumnCount; ++column)
        m_places[DeviceRows::placesInRecord[column]] = columns[column];
    while (!m_places[m_firstPlace])
        ++m_firstPlace;
    while (!m_places[m_lastPlace])
        --m_lastPlace;
    m_isLetter = needle.size() == 1 && fits == Fits::Anywhere
        && std::all_of(m_places.begin() + m_firstPlace, m_places.begin() + m_lastPlace, std::identity());
}

BlockBits TextScan::found(const DeviceRows &rows, RowBlock block, const BlockBits &candidates) const
{
    BlockBits hits;
    const std::span<const TextRef> refs =
        rows.recordsOfPage(block.page()).subspan(block.firstInPage(), RowBlock::rows);
    size_t end = 0;
    candidates.forEach([&](size_t begin) {
        if (begin < end)
            return;
        end = begin + 1;
        while (end < RowBlock::rows && candidates.contains(end)
               && TextArena::isBehindInBlock(refs[end - 1], refs[end]))
            ++end;
        const Run run{refs, begin, end, rows.arena().at(refs[begin])};
        if (m_isLetter)
            scanForLetter(run, hits);
        else
            scan(run, hits);
    });
    return hits;
}

void TextScan::scan(const Run &run, BlockBits &hits) const
{
    const char *lastRecord = run.record(run.end - 1);
    const char *end = lastRecord + textRecordSize(lastRecord);
    size_t row = run.begin;
    const char *at = m_search.find(run.firstRecord, end);
    while (at != end) {
        while (row + 1 < run.end && at >= run.record(row + 1))
            ++row;
        if (isIn(run.record(row), at)) {
            hits.insert(row);
            if (++row == run.end)
                return;
            at = run.record(row);
        } else {
            ++at;
        }
        at = m_search.find(at, end);
    }
}

/// The same for a needle of one byte, which most rows have somewhere: first all places of it, as bits, and then for each row whether one
/// of them is in its texts. To go from place to place takes half as long again.
void TextScan::scanForLetter(const Run &run, BlockBits &hits) const
{
    std::array<quint64, lettersAtOnce / 64> places;
    const char *lastRecord = run.record(run.end - 1);
    const size_t bytes = static_cast<size_t>(lastRecord + textRecordSize(lastRecord) - run.firstRecord);
    const bool hasRoom = bytes <= lettersAtOnce;
    if (hasRoom)
        m_search.markFirsts(run.firstRecord, bytes, places.data());
    for (size_t row = run.begin; row < run.end; ++row) {
        const char *record = run.record(row);
        const uchar *at = reinterpret_cast<const uchar *>(record);
        bool isHit = false;
        if (hasRoom && isPlain(record)) {
            size_t begin = static_cast<size_t>(record - run.firstRecord) + 1 + textColumnCount;
            for (size_t i = 0; i < m_firstPlace; ++i)
                begin += at[1 + i];
            size_t end = begin;
            for (size_t i = m_firstPlace; i <= m_lastPlace; ++i)
                end += at[1 + i];
            isHit = hasBit(places.data(), begin, end);
        } else {
            isHit = isInRecord(record);
        }
        hits.words[row / 64] |= quint64(isHit) << (row % 64);
    }
}

bool TextScan::isInRecord(const char *record) const
{
    const char *end = record + textRecordSize(record);
    const char *at = m_search.find(record, end);
    while (at != end && !isIn(record, at))
        at = m_search.find(at + 1, end);
    return at != end;
}

/// False when \a place is not in a text that is searched, but in lengths, another text, or what once stood behind the record.
bool TextScan::isIn(const char *record, const char *place) const
{
    if (isPlain(record))
        return isInPlain(record, place);
    const uchar *at = reinterpret_cast<const uchar *>(record);
    const size_t count = *at++;
    std::array<size_t, DeviceRows::textsInRecord> sizes{};
    for (size_t i = 0; i < count; ++i)
        sizes[i] = readTextLength(at);
    const char *text = reinterpret_cast<const char *>(at);
    if (place < text)
        return false;
    for (size_t i = 0; i < count; ++i) {
        if (place < text + sizes[i]) {
            const size_t own = i < textColumnCount ? sizes[DeviceRows::searchTextsInRecord + i] : 0;
            return isSearched(i, own) && fits({text, static_cast<qsizetype>(sizes[i])}, place);
        }
        text += sizes[i];
    }
    return false;
}

/// The same for a plain record.
bool TextScan::isInPlain(const char *record, const char *place) const
{
    const char *text = record + 1 + textColumnCount;
    if (place < text)
        return false;
    for (size_t i = 0; i < textColumnCount; ++i) {
        const qsizetype size = static_cast<uchar>(record[1 + i]);
        if (place < text + size)
            return m_places[i] && fits({text, size}, place);
        text += size;
    }
    return false;
}

/// A text that has a search text of its own is searched there alone.
bool TextScan::isSearched(size_t textPlace, size_t ownSearchText) const
{
    if (textPlace < textColumnCount)
        return ownSearchText == 0 && m_places[textPlace];
    return textPlace >= DeviceRows::searchTextsInRecord
        && m_places[textPlace - DeviceRows::searchTextsInRecord];
}

bool TextScan::fits(QByteArrayView text, const char *place) const
{
    const qsizetype begin = place - text.data();
    const qsizetype end = begin + m_search.size();
    if (end > text.size())
        return false;
    switch (m_fits) {
    case Fits::Anywhere:
        return true;
    case Fits::WholeText:
        return begin == 0 && end == text.size();
    case Fits::WholeWords:
        return isWholeWords(text, begin, end);
    }
    Q_UNREACHABLE();
}
