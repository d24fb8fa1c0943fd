// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunk.h"
#include "app/devices/devicevalues.h"
#include "app/devices/recentwords.h"
#include "app/devices/worddictionary.h"

#include <QByteArrayView>

/// Puts rows into columns, and keeps the words of one answer from chunk to chunk.
///
/// What a text says is decided here, whoever read it: it is trimmed, of a byte order mark too; blank, "NA" and "N/A"
/// are none (API document: all of them occur for "nothing"); one longer than 64 KiB is cut and marked.
class DeviceChunkBuilder
{
public:
    static constexpr size_t longestText = 64 << 10;
    static constexpr qsizetype longestDamage = 4 << 10;
    /// Of all damaged rows of an answer; later ones are kept without their bytes.
    static constexpr qsizetype mostDamage = 16 << 20;

    /// Takes memory for \a rows more rows.
    void reserve(size_t rows);
    /// \a marks are those that the reader knows of.
    void addRow(const DeviceValues &values, quint8 marks);
    void addDamaged(qint64 offset, QByteArrayView bytes);

    /// The rows since the last call.
    DeviceChunk takeChunk();

private:
    // The words of one column.
    struct Words
    {
        WordDictionary known;
        RecentWords recent;
    };

    void addText(TextColumn column, std::string_view text);
    void addWord(size_t column, std::string_view word);
    void addTime(TimeColumn column, std::string_view text, quint8 &marks);

    DeviceChunk m_chunk;
    std::array<Words, wordColumnCount> m_words;
    size_t m_textBytesOfRow = 96; // as the rows so far had
    qsizetype m_damageLeft = mostDamage;
};
