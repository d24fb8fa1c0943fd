// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunk.h"
#include "app/devices/fittedcodes.h"
#include "app/devices/rowbits.h"
#include "app/devices/textarena.h"
#include "app/devices/textrecord.h"

#include <QByteArrayView>

#include <array>
#include <memory>
#include <span>
#include <vector>

/// What one row holds, in the table's codes.
struct RowFields
{
    std::array<QByteArrayView, textColumnCount> texts;
    std::array<QByteArrayView, timeColumnCount>
        oddTimes; ///< The server's own texts of times that it wrote in an odd way.
    std::array<quint32, codeColumnCount> codes{};
    std::array<qint64, timeColumnCount> times{};
    quint8 marks = 0;
    quint32 scope = 0; ///< Of a row without an ID or without a company: whose reading it belongs to. Else 0.
};

/// The rows of the device table as columns, without a word about which device is which. Columns stand in pages, so that the
/// table grows without copying, and each page's codes are as narrow as its own words allow.
///
/// A row's text record has its texts at placesInRecord. Behind them the texts of odd times, where there are any, and then, for
/// texts whose search text (see searchText()) differs by more than the case of A to Z, that; else nothing: most records end with the texts.
class DeviceRows
{
public:
    // By TextColumn. The name stands first: it is read most often, alone.
    static constexpr std::array<size_t, textColumnCount> placesInRecord{2, 0, 1};
    static constexpr size_t oddTimesInRecord = textColumnCount;
    static constexpr size_t searchTextsInRecord = oddTimesInRecord + timeColumnCount;
    static constexpr size_t textsInRecord = searchTextsInRecord + textColumnCount;

    /// Takes the number of a removed row before a new one.
    quint32 add(const RowFields &fields);
    /// True when anything that a person can see has changed.
    bool update(quint32 row, const RowFields &fields);
    void remove(quint32 row);
    /// Forgets the rows, not the memory of them being there: slotCount() stays.
    void clear();
    /// Moves texts out of blocks that are mostly garbage: at most 2 MiB of them and one pass over the rows.
    void tidy();

    quint32 slotCount() const { return m_slotCount; }
    const RowBits &live() const { return m_live; }
    qsizetype liveCount() const { return m_liveCount; }
    qsizetype countOfScope(quint32 scope) const
    {
        return scope < m_scopeCounts.size() ? m_scopeCounts[scope] : 0;
    }
    void reserve(size_t rows);
    qsizetype bytesUsed() const;

    QByteArrayView text(TextColumn column, quint32 row) const
    {
        return textAt(placesInRecord[static_cast<size_t>(column)], row);
    }
    /// The server's own text of a time that it wrote in an odd way.
    QByteArrayView oddTime(TimeColumn column, quint32 row) const
    {
        return textAt(oddTimesInRecord + static_cast<size_t>(column), row);
    }
    /// Of rows that follow each other, from \a first on; as many as there is room for.
    void readCodes(size_t column, quint32 first, std::span<quint32> codes) const;
    void readTimes(size_t column, quint32 first, std::span<qint64> times) const;
    void readMarks(quint32 first, std::span<quint8> marks) const;
    void prefetchTexts(quint32 row) const
    {
        const TextRef ref = page(row).texts[row % pageRows];
        if (ref != noText)
            __builtin_prefetch(m_arena.at(ref));
    }
    // For passes over all rows: a page at a time.
    static constexpr quint32 pageRows = 8192;
    const FittedCodes<pageRows> &codesOfPage(size_t column, size_t number) const
    {
        return m_pages[number]->codes[column];
    }
    std::span<const qint64, pageRows> timesOfPage(size_t column, size_t number) const
    {
        return m_pages[number]->times[column];
    }
    std::span<const TextRef, pageRows> recordsOfPage(size_t number) const { return m_pages[number]->texts; }
    const TextArena &arena() const { return m_arena; }

    quint32 code(size_t column, quint32 row) const { return page(row).codes[column].at(row % pageRows); }
    qint64 time(size_t column, quint32 row) const { return page(row).times[column][row % pageRows]; }
    quint8 marks(quint32 row) const { return page(row).marks[row % pageRows]; }
    quint32 account(quint32 row) const { return code(static_cast<size_t>(WordColumn::Account), row); }
    quint32 scope(quint32 row) const { return page(row).scopes.at(row % pageRows); }

private:
    struct Page
    {
        std::array<TextRef, pageRows> texts;
        std::array<std::array<qint64, pageRows>, timeColumnCount> times;
        std::array<quint8, pageRows> marks;
        std::array<FittedCodes<pageRows>, codeColumnCount> codes; // no bytes for the first account's rows
        FittedCodes<pageRows> scopes;
    };

    QByteArrayView textAt(size_t place, quint32 row) const
    {
        const TextRef ref = page(row).texts[row % pageRows];
        return ref == noText ? QByteArrayView() : textOfRecord(m_arena.at(ref), place);
    }
    const Page &page(quint32 row) const { return *m_pages[row / pageRows]; }
    Page &page(quint32 row) { return *m_pages[row / pageRows]; }
    quint32 newRow();
    void setFields(quint32 row, const RowFields &fields);
    void setScope(quint32 row, quint32 scope);
    void blank(quint32 row);
    bool hasTexts(quint32 row, const RowFields &fields) const;
    QByteArrayView record(const RowFields &fields);

    std::vector<std::unique_ptr<Page>> m_pages;
    TextArena m_arena;
    RowBits m_live;
    std::vector<quint32> m_holes;
    std::vector<qsizetype> m_scopeCounts;
    std::vector<char> m_record; // of the row in hand
    quint32 m_slotCount = 0;
    qsizetype m_liveCount = 0;
};
