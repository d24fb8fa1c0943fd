// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicestream.h"

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// One row of the device list, put together from the columns of a chunk.
struct StreamedRow
{
    std::array<QByteArray, textColumnCount> texts;
    std::array<QByteArray, wordColumnCount> words;
    std::array<qint64, timeColumnCount> times{};
    std::array<QByteArray, timeColumnCount> oddTimes;
    quint8 marks = 0;
    quint32 idHash = 0;
    qint64 damageOffset = -1;
    QByteArray damageBytes;

    const QByteArray &text(TextColumn column) const { return texts[static_cast<size_t>(column)]; }
    const QByteArray &word(WordColumn column) const { return words[static_cast<size_t>(column)]; }
    qint64 time(TimeColumn column) const { return times[static_cast<size_t>(column)]; }
    const QByteArray &oddTime(TimeColumn column) const { return oddTimes[static_cast<size_t>(column)]; }

    friend bool operator==(const StreamedRow &, const StreamedRow &) = default;
};

/// Puts the chunks of one answer together.
class StreamedRows
{
public:
    void add(const DeviceChunk &chunk)
    {
        for (size_t column = 0; column < wordColumnCount; ++column) {
            for (const std::string &word : chunk.newWords[column])
                m_words[column] << QByteArray::fromStdString(word);
        }
        const size_t first = rows.size();
        for (quint32 i = 0; i < chunk.rows; ++i)
            rows.push_back(row(chunk, i));
        for (const DeviceChunk::OddTime &odd : chunk.oddTimes)
            rows[first + odd.row].oddTimes[static_cast<size_t>(odd.column)] =
                QByteArray::fromStdString(odd.text);
        for (const DeviceChunk::Damage &damage : chunk.damages) {
            rows[first + damage.row].damageOffset = damage.offset;
            rows[first + damage.row].damageBytes = damage.bytes;
        }
        ++chunks;
    }

    std::vector<StreamedRow> rows;
    int chunks = 0;

private:
    StreamedRow row(const DeviceChunk &chunk, quint32 place) const
    {
        StreamedRow row;
        for (size_t column = 0; column < textColumnCount; ++column) {
            const DeviceChunk::Span span = chunk.textSpans[column][place];
            row.texts[column] =
                QByteArray(chunk.texts.data() + span.begin, static_cast<qsizetype>(span.size));
        }
        for (size_t column = 0; column < wordColumnCount; ++column) {
            const quint32 code = chunk.codes[column][place];
            row.words[column] =
                code == 0 ? QByteArray() : m_words[column].at(static_cast<qsizetype>(code) - 1);
        }
        for (size_t column = 0; column < timeColumnCount; ++column)
            row.times[column] = chunk.times[column][place];
        row.marks = chunk.marks[place];
        row.idHash = chunk.idHashes[place];
        return row;
    }

    std::array<QByteArrayList, wordColumnCount> m_words;
};

/// What a stream made of an answer.
struct Streamed
{
    std::vector<StreamedRow> rows;
    std::optional<ApiError> error;
    int chunks = 0;
};

/// Streams \a body as if it came in pieces that end at \a cuts.
inline Streamed streamed(const QByteArray &body, const std::vector<qsizetype> &cuts = {})
{
    StreamedRows rows;
    DeviceStream stream([&rows](const DeviceChunk &chunk) { rows.add(chunk); });
    stream.begin(body.size());
    std::vector<qsizetype> ends = cuts;
    ends.push_back(body.size());
    qsizetype from = 0;
    std::optional<ApiError> error;
    for (const qsizetype end : ends) {
        const Result<bool> taken = stream.take(QByteArrayView(body).sliced(from, end - from));
        from = end;
        if (!taken) {
            error = taken.error();
            break;
        }
    }
    if (error) {
        stream.breakOff();
    } else if (const Result<void> ended = stream.end(); !ended) {
        error = ended.error();
    }
    return {.rows = rows.rows, .error = error, .chunks = rows.chunks};
}
