// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <limits>
#include <string>
#include <vector>

/// Columns whose few distinct words are kept once, in a dictionary, and as codes in the rows.
enum class WordColumn : quint8 {
    Company,
    Status,
    LastResult,
    Os,
    Version,
    Group,
    Account, ///< Whose call brought the row: no answer says it. Its codes begin at 0, and every row has one.
};
inline constexpr size_t wordColumnCount = 6; ///< That an answer fills: all but Account.
inline constexpr size_t codeColumnCount = wordColumnCount + 1;

/// Columns of free text, kept as UTF-8.
enum class TextColumn : quint8 { Id, Name, Tag };
inline constexpr size_t textColumnCount = 3;

/// Columns of time: milliseconds since 1970-01-01T00:00 of the server's zoneless clock, noTime where none was given.
enum class TimeColumn : quint8 { LastSuccess, NextRun };
inline constexpr size_t timeColumnCount = 2;
inline constexpr qint64 noTime = std::numeric_limits<qint64>::min();

/// What was odd about a row. Bits of DeviceChunk::marks and DeviceTable::marks().
namespace RowMark {
inline constexpr quint8 damaged = 1; ///< The row's bytes could not be read; only their place is known.
inline constexpr quint8 repaired = 2; ///< Read after broken UTF-8 was replaced by U+FFFD.
inline constexpr quint8 oddField =
    4; ///< At least one field had a type or shape that could not be understood.
inline constexpr quint8 oddTime =
    8; ///< A time is not written as "yyyy-MM-ddTHH:mm:ss.zzz"; its text is kept beside.
inline constexpr quint8 noId = 16; ///< Without a device ID: cannot be joined with a later reading.
} // namespace RowMark

/// Rows as columns: what a reader makes of one slab of the device list, and DeviceTable takes. A code is a place in the word list that
/// the stream of this one answer has built so far; 0 is "none". The words that are new since the last chunk come along.
struct DeviceChunk
{
    struct Span
    {
        quint32 begin = 0;
        quint32 size = 0;
    };
    /// A time whose text is not canonical: it is shown as it came.
    struct OddTime
    {
        quint32 row;
        TimeColumn column;
        std::string text;
    };
    /// Bytes that are a row by their place in the list and could not be read.
    struct Damage
    {
        quint32 row; ///< In this chunk.
        qint64 offset; ///< Of the row's first byte in the answer.
        QByteArray bytes; ///< As received, at most 4 KiB of them.
    };

    quint32 rows = 0;
    std::vector<char> texts; ///< Every text of the rows, UTF-8, valid, trimmed.
    std::array<std::vector<Span>, textColumnCount> textSpans; ///< rows entries each.
    std::array<std::vector<quint32>, wordColumnCount> codes; ///< rows entries each; from 1; 0: none.
    std::array<std::vector<std::string>, wordColumnCount>
        newWords; ///< Codes continue where the last chunk ended.
    std::array<std::vector<qint64>, timeColumnCount> times; ///< rows entries each.
    std::vector<quint8> marks; ///< rows entries.
    std::vector<quint32> idHashes; ///< rows entries, idHash() of the ID's bytes.
    std::vector<OddTime> oddTimes;
    std::vector<Damage> damages;

    qint64 bytesTaken = 0; ///< Of the answer, up to the end of this chunk.
    qint64 bytesDeclared = -1; ///< Content-Length, -1 when unknown.
};
