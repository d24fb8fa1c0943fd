// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerows.h"

#include "app/query/searchtext.h"

#include <algorithm>
#include <cstring>

// Calls \a read(first row, where to) for each page that rows lie in.
template <typename Value, typename Read>
static void readByPages(quint32 pageRows, quint32 first, std::span<Value> values, Read read)
{
    while (!values.empty()) {
        const size_t inPage = std::min<size_t>(pageRows - first % pageRows, values.size());
        read(first, values.first(inPage));
        values = values.subspan(inPage);
        first += static_cast<quint32>(inPage);
    }
}

void DeviceRows::readCodes(size_t column, quint32 first, std::span<quint32> codes) const
{
    readByPages(pageRows, first, codes, [&](quint32 row, std::span<quint32> part) {
        page(row).codes[column].read(row % pageRows, part);
    });
}

void DeviceRows::readTimes(size_t column, quint32 first, std::span<qint64> times) const
{
    readByPages(pageRows, first, times, [&](quint32 row, std::span<qint64> part) {
        std::copy_n(page(row).times[column].begin() + row % pageRows, part.size(), part.begin());
    });
}

void DeviceRows::readMarks(quint32 first, std::span<quint8> marks) const
{
    readByPages(pageRows, first, marks, [&](quint32 row, std::span<quint8> part) {
        std::copy_n(page(row).marks.begin() + row % pageRows, part.size(), part.begin());
    });
}

// Empty where a search takes \a text itself: with A to Z and a to z as one it finds the same.
static QByteArray ownSearchText(QByteArrayView text)
{
    if (isAscii(text))
        return {};
    QByteArray lower = text.toByteArray();
    std::ranges::transform(lower, lower.begin(), asciiLower);
    QByteArray folded = searchText(QString::fromUtf8(text)).toUtf8();
    return folded == lower ? QByteArray() : folded;
}

quint32 DeviceRows::add(const RowFields &fields)
{
    const quint32 row = newRow();
    m_live.insert(row);
    ++m_liveCount;
    setFields(row, fields);
    setScope(row, fields.scope);
    page(row).texts[row % pageRows] = m_arena.add(record(fields));
    return row;
}

bool DeviceRows::update(quint32 row, const RowFields &fields)
{
    Page &in = page(row);
    const quint32 place = row % pageRows;
    setScope(row, fields.scope);

    bool isChanged = in.marks[place] != fields.marks;
    for (size_t column = 0; column < codeColumnCount; ++column)
        isChanged |= in.codes[column].at(place) != fields.codes[column];
    for (size_t column = 0; column < timeColumnCount; ++column)
        isChanged |= in.times[column][place] != fields.times[column];
    if (isChanged)
        setFields(row, fields);

    if (!hasTexts(row, fields)) {
        const size_t oldSize = textRecordSize(m_arena.at(in.texts[place]));
        in.texts[place] = m_arena.replace(in.texts[place], oldSize, record(fields));
        isChanged = true;
    }
    return isChanged;
}

// Asked without making the record: the search texts of some scripts cost more than all the rest of a row.
bool DeviceRows::hasTexts(quint32 row, const RowFields &fields) const
{
    std::array<QByteArrayView, searchTextsInRecord> texts;
    for (size_t column = 0; column < textColumnCount; ++column)
        texts[placesInRecord[column]] = fields.texts[column];
    std::ranges::copy(fields.oddTimes, texts.begin() + oddTimesInRecord);

    const uchar *at = reinterpret_cast<const uchar *>(m_arena.at(page(row).texts[row % pageRows]));
    const size_t count = *at++;
    for (size_t place = 0; place < count; ++place) {
        const size_t length = readTextLength(at);
        if (place < texts.size() && length != static_cast<size_t>(texts[place].size()))
            return false;
    }
    for (size_t place = 0; place < texts.size(); ++place) {
        const size_t length = static_cast<size_t>(texts[place].size());
        if (length != 0 && (place >= count || std::memcmp(at, texts[place].data(), length) != 0))
            return false;
        at += length;
    }
    return true;
}

void DeviceRows::remove(quint32 row)
{
    const TextRef ref = page(row).texts[row % pageRows];
    m_arena.release(ref, textRecordSize(m_arena.at(ref)));
    blank(row);
    m_live.remove(row);
    --m_liveCount;
    m_holes.push_back(row);
}

void DeviceRows::clear()
{
    m_live.forEach([this](quint32 row) {
        blank(row);
        m_holes.push_back(row);
    });
    m_arena.clear();
    m_live.clear();
    m_liveCount = 0;
}

void DeviceRows::tidy()
{
    constexpr size_t atOnce = 2 << 20;
    if (!m_arena.beginMoving(atOnce))
        return;
    m_live.forEach([this](quint32 row) {
        TextRef &ref = page(row).texts[row % pageRows];
        if (m_arena.isLeaving(ref))
            ref = m_arena.move(ref, textRecordSize(m_arena.at(ref)));
    });
}

void DeviceRows::reserve(size_t rows)
{
    constexpr size_t usualTexts = 80; // bytes: an ID of 50, a name, a tag and their lengths
    m_pages.reserve(rows / pageRows + 1);
    m_arena.reserve(rows * usualTexts);
}

qsizetype DeviceRows::bytesUsed() const
{
    qsizetype bytes = m_arena.bytesUsed() + m_live.bytesUsed();
    bytes += static_cast<qsizetype>(m_holes.capacity() * sizeof(quint32)
                                    + m_scopeCounts.capacity() * sizeof(qsizetype));
    for (const std::unique_ptr<Page> &each : m_pages) {
        bytes += qsizetype(sizeof(Page)) + each->scopes.bytesUsed();
        for (const FittedCodes<pageRows> &codes : each->codes)
            bytes += codes.bytesUsed();
    }
    return bytes;
}

quint32 DeviceRows::newRow()
{
    if (!m_holes.empty()) {
        const quint32 row = m_holes.back();
        m_holes.pop_back();
        return row;
    }
    if (m_slotCount == m_pages.size() * pageRows)
        m_pages.push_back(std::make_unique<Page>());
    return m_slotCount++;
}

void DeviceRows::setFields(quint32 row, const RowFields &fields)
{
    Page &in = page(row);
    const quint32 place = row % pageRows;
    for (size_t column = 0; column < codeColumnCount; ++column)
        in.codes[column].set(place, fields.codes[column]);
    for (size_t column = 0; column < timeColumnCount; ++column)
        in.times[column][place] = fields.times[column];
    in.marks[place] = fields.marks;
}

void DeviceRows::setScope(quint32 row, quint32 scope)
{
    FittedCodes<pageRows> &scopes = page(row).scopes;
    const quint32 old = scopes.at(row % pageRows);
    if (old == scope)
        return;
    if (scope >= m_scopeCounts.size())
        m_scopeCounts.resize(scope + 1);
    if (old != 0)
        --m_scopeCounts[old];
    if (scope != 0)
        ++m_scopeCounts[scope];
    scopes.set(row % pageRows, scope);
}

// A removed row reads as an empty one, so that whoever still holds its number reads no freed memory.
void DeviceRows::blank(quint32 row)
{
    RowFields nothing;
    nothing.times.fill(noTime);
    setFields(row, nothing);
    setScope(row, 0);
    page(row).texts[row % pageRows] = noText;
}

QByteArrayView DeviceRows::record(const RowFields &fields)
{
    std::array<QByteArrayView, textsInRecord> texts;
    std::array<QByteArray, textColumnCount> searchTexts;
    for (size_t column = 0; column < textColumnCount; ++column) {
        const size_t place = placesInRecord[column];
        texts[place] = fields.texts[column];
        searchTexts[place] = ownSearchText(fields.texts[column]);
        texts[searchTextsInRecord + place] = searchTexts[place];
    }
    std::ranges::copy(fields.oddTimes, texts.begin() + oddTimesInRecord);
    size_t used = texts.size();
    while (used > textColumnCount && texts[used - 1].isEmpty())
        --used;
    writeTextRecord(std::span(texts).first(used), m_record);
    return {m_record.data(), static_cast<qsizetype>(m_record.size())};
}
