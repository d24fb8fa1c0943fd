// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textscan.h"

#include "app/query/searchtext.h"

TextScan::TextScan(const QByteArray &needle, Fits fits, const Columns &columns)
    : m_search(needle), m_fits(fits)
{
    for (size_t column = 0; column < textColumnCount; ++column)
        m_places[DeviceRows::placesInRecord[column]] = columns[column];
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
        scan({refs, begin, end, rows.arena().at(refs[begin])}, hits);
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

/// False when \a place is not in a text that is searched, but in lengths, another text, or what once stood behind the record.
bool TextScan::isIn(const char *record, const char *place) const
{
    const uchar *at = reinterpret_cast<const uchar *>(record);
    if (at[0] == textColumnCount && ((at[1] | at[2] | at[3]) & 0x80) == 0)
        return isInPlain(record, place);
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

/// The same for a record of the usual kind: each length is one byte, and there is nothing but the texts.
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
