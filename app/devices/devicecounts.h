// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicefilter.h"
#include "app/query/querycompletion.h"

#include <string>
#include <unordered_map>

/// How many devices have each value of some fields under a query: what the filter panel and the list under the query box show. A field's own
/// parts of the query do not count for it, so that what one could choose beside the chosen is still seen. One pass for all fields.
class DeviceCounts
{
public:
    /// Counts among the rows of \a among (see DeviceOrder::rowsInScope()), which is copied. \a facts: Status, LastResult, Os, Version, Group,
    /// Company, Account, Tag and Health; others have no values to count. The filter, its table and its sources must outlive this. Counts are of
    /// the rows as they are when advance() comes to them: after a change of the table, count again.
    DeviceCounts(DeviceFilter &filter, const Query &query, qint64 now, const RowBits &among,
                 const std::vector<DeviceFact> &facts);
    Q_DISABLE_COPY_MOVE(DeviceCounts)

    /// Counts \a rows more, rounded up to RowBlock::rows. True when all were counted. Words that came after the beginning are not known.
    bool advance(qsizetype rows = std::numeric_limits<qsizetype>::max());
    bool isFinished() const { return m_nextBlock >= m_blocks; }
    /// In the order of the facts, of those that are offered. Values with the most rows first, equal ones by their words, health the
    /// worst first; those that no row has are left out. A row without a value counts under "none".
    std::vector<QueryFieldCounts> counts() const;

private:
    /// So that a tag is looked for without copying it.
    struct TextHash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the standard's name
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Field
    {
        int field;
        DeviceFact fact;
        std::optional<WordColumn> column;
        std::vector<size_t> ownParts; // of the query
        std::vector<qsizetype> rows; // by code, or by byte of health
        std::unordered_map<std::string, qsizetype, TextHash, std::equal_to<>> tags;
        qsizetype all = 0;
    };

    void count(RowBlock block);
    void count(Field &field, RowBlock block, const BlockBits &bits) const;
    void countTags(Field &field, RowBlock block, const BlockBits &bits) const;
    std::vector<QueryValueCount> values(const Field &field) const;
    QString shown(const Field &field, size_t code) const;
    QString labelOf(const Field &field, size_t code) const;

    const DeviceFilter &m_filter;
    DeviceFilterTests m_tests;
    RowBits m_among;
    std::vector<Field> m_fields;
    std::vector<size_t> m_otherParts; // of no field that is counted
    quint32 m_blocks;
    quint32 m_nextBlock = 0;
};
