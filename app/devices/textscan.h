// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/foldedsearch.h"
#include "app/devices/rowblock.h"

#include <optional>

/// Looks for one value of a query in the texts of rows. Records that stand one behind the other are searched as one run of bytes, and
/// only what is found is asked whose it is: rows without it cost their bytes alone.
class TextScan
{
public:
    enum class Fits { Anywhere, WholeText, WholeWords };
    using Columns = std::array<bool, textColumnCount>; ///< By TextColumn.

    /// \a needle: a search text, UTF-8, not empty.
    TextScan(const QByteArray &needle, Fits fits, const Columns &columns);

    /// Those of \a candidates that have it. All of them are rows of the table.
    BlockBits found(const DeviceRows &rows, RowBlock block, const BlockBits &candidates) const;

private:
    /// Records of rows \a begin to \a end that lie in one block of the arena in ascending order.
    struct Run
    {
        std::span<const TextRef> refs;
        size_t begin;
        size_t end;
        const char *firstRecord;

        const char *record(size_t row) const
        {
            return firstRecord + TextArena::bytesBetween(refs[begin], refs[row]);
        }
    };

    /// Bytes of a run whose letters are found at once: some blocks of rows with usual texts.
    static constexpr size_t lettersAtOnce = 128 * 1024;

    void scan(const Run &run, BlockBits &hits) const;
    void scanForLetter(const Run &run, BlockBits &hits) const;
    bool isInRecord(const char *record) const;
    bool isIn(const char *record, const char *place) const;
    bool isInPlain(const char *record, const char *place) const;
    bool isSearched(size_t textPlace, size_t ownSearchText) const;
    bool fits(QByteArrayView text, const char *place) const;

    FoldedSearch m_search;
    Fits m_fits;
    Columns m_places; // by place in the record
    size_t m_firstPlace = 0; // that is searched
    size_t m_lastPlace = textColumnCount - 1;
    bool m_isLetter;
};
