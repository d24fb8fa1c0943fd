// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicequeryfields.h"
#include "app/devices/devicesearchwords.h"
#include "app/devices/rowblock.h"
#include "app/devices/textscan.h"
#include "app/query/query.h"
#include "app/query/querymatch.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

/// What a query asks about and the table does not hold.
struct DeviceFilterSources
{
    std::span<const quint8> health; ///< By row. Rows past the end have none.
    QStringList healthWords{}; ///< By byte, as a query writes them. Empty: health is not offered.
    QStringList healthLabels{}; ///< By byte, as the person reads them; empty: as the words.
    /// The rows that have what fits a value; of QueryMatch::None: the rows that have anything, of which the filter takes the others.
    using Given = std::function<RowBits(const QueryValue &)>;
    Given plans{}; ///< Empty: plans are not offered.
    Given coverage{}; ///< Words of the plans' coverage. Empty: not offered.
    Given known{}; ///< Acknowledged, by note. Empty: not offered.
    Given twins{}; ///< "older" or "newest" of those with one name. Empty: not offered.
};

/// A query made ready for one table: a part is a look-up by code, a stretch of time, a search of bytes, or several of them.
class DeviceFilterTests
{
public:
    struct Context
    {
        const DeviceTable &table;
        const DeviceSearchWords &words;
        const DeviceQueryFields &fields;
        const DeviceFilterSources &sources;
    };

    /// \a now: milliseconds of the server's zoneless clock.
    DeviceFilterTests(const Context &context, const Query &query, qint64 now);

    size_t partCount() const { return m_parts.size(); }
    int field(size_t part) const { return m_parts[part].field; }
    /// Makes the look-ups again where there are words that came since.
    void learnWords();

    /// Takes out of \a bits what does not meet every part.
    void keep(RowBlock block, BlockBits &bits) const;
    void keepPart(size_t part, RowBlock block, BlockBits &bits) const;

private:
    struct CodeTest
    {
        WordColumn column;
        std::vector<quint8> passes; // 0 or 1, by code
    };
    struct TimeTest
    {
        TimeColumn column;
        qint64 first; // both are within
        qint64 last;
    };
    struct Part
    {
        int field = anyField;
        bool isExcluded = false;
        std::vector<QueryMatcher> matchers; // of words and health
        std::vector<CodeTest> codes;
        std::vector<quint8> health; // 0 or 1, by byte; empty: not asked
        bool passesWithoutHealth = false;
        std::vector<TimeTest> times;
        std::vector<TextScan> texts;
        std::optional<TextColumn> emptyText; // asked to be empty
        std::optional<RowBits> given;
        std::optional<RowBits> without; // whoever is not in it fits
    };

    Part partOf(const QueryPart &asked, qint64 now) const;
    static void addGiven(Part &part, const DeviceFilterSources::Given &source, const QueryValue &value);
    void addText(Part &part, const QueryPart &asked, std::optional<TextColumn> column) const;
    static TimeTest timeTest(TimeColumn column, const QueryValue &value, qint64 now);
    void learnWords(Part &part) const;
    bool fits(const Part &part, WordColumn column, const DeviceSearchWords::Word &word) const;
    BlockBits hits(const Part &part, RowBlock block, const BlockBits &candidates) const;
    void addHealthHits(const Part &part, RowBlock block, const BlockBits &candidates, BlockBits &hits) const;
    BlockBits codeHits(const CodeTest &test, RowBlock block) const;

    Context m_context;
    std::vector<Part> m_parts;
    std::vector<size_t> m_order; // of m_parts, those that cost little first
};
