// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicechunkbuilder.h"

#include "app/devices/devicetable.h"
#include "app/devices/servertime.h"

#include <algorithm>
#include <utility>

namespace {

constexpr size_t fieldAt(DeviceField field)
{
    return static_cast<size_t>(field);
}

template <typename Column>
constexpr size_t columnAt(Column column)
{
    return static_cast<size_t>(column);
}

// In the order of WordColumn.
constexpr std::array<DeviceField, wordColumnCount> wordFields{
    DeviceField::CompanyId, DeviceField::Status,  DeviceField::BackupStatus,
    DeviceField::Os,        DeviceField::Version, DeviceField::GroupName};

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// A byte order mark is not seen, and the library that the slow reader is built on drops it: so it never counts.
std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view mark = "\xEF\xBB\xBF";
    for (;;) {
        if (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(mark))
            text.remove_prefix(mark.size());
        else
            break;
    }
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// At most \a size bytes of \a text, and no part of a character.
std::string_view cut(std::string_view text, size_t size)
{
    while ((static_cast<quint8>(text[size]) & 0xC0) == 0x80)
        --size;
    return text.substr(0, size);
}

// A text after the builder's rules. Empty: none.
inline std::string_view ruled(const DeviceValue &value, quint8 &marks)
{
    if (value.kind == DeviceValue::Kind::Odd)
        marks |= RowMark::oddField;
    const std::string_view text = trimmed(value.text);
    if (text.size() > DeviceChunkBuilder::longestText) {
        marks |= RowMark::oddField;
        return cut(text, DeviceChunkBuilder::longestText);
    }
    const bool isNothing = text.size() <= 3 && (text == "NA" || text == "N/A");
    return isNothing ? std::string_view() : text;
}

} // namespace

void DeviceChunkBuilder::reserve(size_t rows)
{
    const size_t all = m_chunk.rows + rows;
    m_chunk.texts.reserve(m_chunk.texts.size() + rows * m_textBytesOfRow);
    for (std::vector<DeviceChunk::Span> &spans : m_chunk.textSpans)
        spans.reserve(all);
    for (std::vector<quint32> &codes : m_chunk.codes)
        codes.reserve(all);
    for (std::vector<qint64> &times : m_chunk.times)
        times.reserve(all);
    m_chunk.marks.reserve(all);
    m_chunk.idHashes.reserve(all);
}

void DeviceChunkBuilder::addRow(const DeviceValues &values, quint8 marks)
{
    const std::string_view id = ruled(values[fieldAt(DeviceField::DeviceId)], marks);
    if (id.empty())
        marks |= RowMark::noId;
    addText(TextColumn::Id, id);
    addText(TextColumn::Name, ruled(values[fieldAt(DeviceField::Name)], marks));
    addText(TextColumn::Tag, ruled(values[fieldAt(DeviceField::CustomTag)], marks));
    for (size_t column = 0; column < wordColumnCount; ++column)
        addWord(column, ruled(values[fieldAt(wordFields[column])], marks));
    addTime(TimeColumn::LastSuccess, ruled(values[fieldAt(DeviceField::LastBackup)], marks), marks);
    addTime(TimeColumn::NextRun, ruled(values[fieldAt(DeviceField::NextBackup)], marks), marks);
    m_chunk.idHashes.push_back(deviceIdHash(QByteArrayView(id.data(), static_cast<qsizetype>(id.size()))));
    m_chunk.marks.push_back(marks);
    ++m_chunk.rows;
}

void DeviceChunkBuilder::addDamaged(qint64 offset, QByteArrayView bytes)
{
    const QByteArrayView kept = bytes.first(std::min({bytes.size(), longestDamage, m_damageLeft}));
    m_damageLeft -= kept.size();
    m_chunk.damages.push_back({.row = m_chunk.rows, .offset = offset, .bytes = kept.toByteArray()});
    addRow({}, RowMark::damaged);
}

DeviceChunk DeviceChunkBuilder::takeChunk()
{
    if (m_chunk.rows > 0)
        m_textBytesOfRow = m_chunk.texts.size() / m_chunk.rows + 8;
    return std::exchange(m_chunk, {});
}

void DeviceChunkBuilder::addText(TextColumn column, std::string_view text)
{
    m_chunk.textSpans[columnAt(column)].push_back(
        {.begin = static_cast<quint32>(m_chunk.texts.size()), .size = static_cast<quint32>(text.size())});
    m_chunk.texts.insert(m_chunk.texts.end(), text.begin(), text.end());
}

void DeviceChunkBuilder::addWord(size_t column, std::string_view word)
{
    Words &words = m_words[column];
    quint32 code = word.empty() ? 0 : words.recent.codeOf(word);
    if (code == 0 && !word.empty()) {
        const quint32 next = words.known.size();
        code = words.known.codeFor(QByteArrayView(word.data(), static_cast<qsizetype>(word.size())));
        if (code == next)
            m_chunk.newWords[column].emplace_back(word);
        words.recent.remember(word, code);
    }
    m_chunk.codes[column].push_back(code);
}

void DeviceChunkBuilder::addTime(TimeColumn column, std::string_view text, quint8 &marks)
{
    qint64 time = noTime;
    if (!text.empty()) {
        const ServerTime read = readServerTime(text);
        time = read.time;
        if (!read.isCanonical) {
            m_chunk.oddTimes.push_back({.row = m_chunk.rows, .column = column, .text = std::string(text)});
            marks |= RowMark::oddTime;
        }
    }
    m_chunk.times[columnAt(column)].push_back(time);
}
