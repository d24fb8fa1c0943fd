// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicefiltertests.h"

#include "app/query/searchtext.h"

#include <algorithm>
#include <limits>
#include <numeric>

DeviceFilterTests::DeviceFilterTests(const Context &context, const Query &query, qint64 now)
    : m_context(context), m_order(query.parts.size())
{
    for (const QueryPart &part : query.parts)
        m_parts.push_back(partOf(part, now));
    std::iota(m_order.begin(), m_order.end(), size_t(0));
    std::ranges::stable_sort(m_order, {}, [this](size_t part) { return m_parts[part].texts.size(); });
    learnWords();
}

DeviceFilterTests::Part DeviceFilterTests::partOf(const QueryPart &asked, qint64 now) const
{
    Part part{.field = asked.field, .isExcluded = asked.isExcluded};
    if (asked.field == anyField) {
        for (size_t column = 0; column < wordColumnCount; ++column)
            part.codes.push_back({static_cast<WordColumn>(column), {}});
        addText(part, asked, std::nullopt);
        return part;
    }
    const DeviceFact fact = m_context.fields.fact(asked.field);
    if (const std::optional<WordColumn> column = wordColumnOf(fact)) {
        part.codes.push_back({*column, {}});
    } else if (const std::optional<TextColumn> text = textColumnOf(fact)) {
        addText(part, asked, text);
    }
    for (const QueryValue &value : asked.values) {
        if (fact == DeviceFact::LastSuccess)
            part.times.push_back(timeTest(TimeColumn::LastSuccess, value, now));
        else if (fact == DeviceFact::NextRun)
            part.times.push_back(timeTest(TimeColumn::NextRun, value, now));
        else
            part.matchers.emplace_back(value, asked.field);
        if (fact == DeviceFact::Plan)
            addGiven(part, m_context.sources.plans, value);
        else if (fact == DeviceFact::Coverage)
            addGiven(part, m_context.sources.coverage, value);
        else if (fact == DeviceFact::Known)
            addGiven(part, m_context.sources.known, value);
        else if (fact == DeviceFact::Twin)
            addGiven(part, m_context.sources.twins, value);
    }
    if (fact == DeviceFact::Health)
        part.health.resize(std::numeric_limits<quint8>::max() + 1);
    return part;
}

void DeviceFilterTests::addGiven(Part &part, const DeviceFilterSources::Given &source,
                                 const QueryValue &value)
{
    std::optional<RowBits> &rows = value.match == QueryMatch::None ? part.without : part.given;
    if (rows)
        rows->add(source(value));
    else
        rows = source(value);
}

/// Without \a column: of all of them.
void DeviceFilterTests::addText(Part &part, const QueryPart &asked, std::optional<TextColumn> column) const
{
    TextScan::Columns columns{};
    for (size_t i = 0; i < textColumnCount; ++i)
        columns[i] = !column || static_cast<size_t>(*column) == i;
    for (const QueryValue &value : asked.values) {
        if (value.match == QueryMatch::None) {
            part.emptyText = column;
            continue;
        }
        const QueryMatcher matcher(value, asked.field);
        const TextScan::Fits fits = matcher.match() == QueryMatch::Contains ? TextScan::Fits::Anywhere
            : matcher.isOfWords()                                           ? TextScan::Fits::WholeWords
                                                                            : TextScan::Fits::WholeText;
        part.texts.emplace_back(matcher.needle(), fits, columns);
        if (!column)
            part.matchers.push_back(matcher);
    }
}

/// The age of a success is reckoned back from now, that of a run to come forward. Neither reaches noTime, which is never.
DeviceFilterTests::TimeTest DeviceFilterTests::timeTest(TimeColumn column, const QueryValue &value,
                                                        qint64 now)
{
    constexpr qint64 earliest = noTime + 1;
    constexpr qint64 latest = std::numeric_limits<qint64>::max();
    const bool isBack = column == TimeColumn::LastSuccess;
    const qint64 limit = isBack ? now - value.age : now + value.age;
    const qint64 strictly = value.match == QueryMatch::Below || value.match == QueryMatch::Above ? 1 : 0;
    switch (value.match) {
    case QueryMatch::None:
        return {column, noTime, noTime};
    case QueryMatch::Below:
    case QueryMatch::AtMost:
        return isBack ? TimeTest{column, limit + strictly, latest}
                      : TimeTest{column, earliest, limit - strictly};
    default:
        return isBack ? TimeTest{column, earliest, limit - strictly}
                      : TimeTest{column, limit + strictly, latest};
    }
}

void DeviceFilterTests::learnWords()
{
    for (Part &part : m_parts)
        learnWords(part);
}

void DeviceFilterTests::learnWords(Part &part) const
{
    for (CodeTest &test : part.codes) {
        const std::vector<DeviceSearchWords::Word> &words = m_context.words.words(test.column);
        for (size_t code = test.passes.size(); code < words.size(); ++code)
            test.passes.push_back(fits(part, test.column, words[code]) ? 1 : 0);
    }
    // a label is taken as a whole only: "never" is not to find "Never, new"
    const auto fitsHealth = [&](const QString &word, const QString &label) {
        return std::ranges::any_of(part.matchers, [&](const QueryMatcher &matcher) {
            return matcher.fits(searchText(word).toUtf8())
                || (matcher.match() == QueryMatch::Exact && matcher.fits(searchText(label).toUtf8()));
        });
    };
    const DeviceFilterSources &sources = m_context.sources;
    for (size_t byte = 0; byte < part.health.size(); ++byte) {
        const qsizetype place = static_cast<qsizetype>(byte);
        part.health[byte] = fitsHealth(sources.healthWords.value(place), sources.healthLabels.value(place));
    }
    part.passesWithoutHealth = fitsHealth({}, {});
}

bool DeviceFilterTests::fits(const Part &part, WordColumn column, const DeviceSearchWords::Word &word) const
{
    // What the grid does not show of a company, its ID, is found where it is asked for.
    const bool hasOther = !word.other.isEmpty() && (column != WordColumn::Company || part.field != anyField);
    return std::ranges::any_of(part.matchers, [&](const QueryMatcher &matcher) {
        return matcher.fits(word.shown) || (hasOther && matcher.fits(word.other));
    });
}

void DeviceFilterTests::keep(RowBlock block, BlockBits &bits) const
{
    for (const size_t part : m_order) {
        if (bits.isEmpty())
            return;
        keepPart(part, block, bits);
    }
}

void DeviceFilterTests::keepPart(size_t part, RowBlock block, BlockBits &bits) const
{
    const BlockBits found = hits(m_parts[part], block, bits);
    if (m_parts[part].isExcluded)
        bits.drop(found);
    else
        bits.keep(found);
}

BlockBits DeviceFilterTests::hits(const Part &part, RowBlock block, const BlockBits &candidates) const
{
    const DeviceRows &rows = m_context.table.columns();
    BlockBits hits;
    for (const CodeTest &test : part.codes)
        hits.add(codeHits(test, block));
    for (const TimeTest &test : part.times) {
        const auto times =
            rows.timesOfPage(static_cast<size_t>(test.column), block.page()).subspan(block.firstInPage());
        hits.add(BlockBits::where([&](size_t i) { return times[i] >= test.first && times[i] <= test.last; }));
    }
    if (!part.health.empty())
        addHealthHits(part, block, candidates, hits);
    if (part.given)
        hits.add(BlockBits::of(*part.given, block));
    if (part.without) {
        BlockBits others = candidates;
        others.drop(BlockBits::of(*part.without, block));
        hits.add(others);
    }
    if (part.emptyText) {
        candidates.forEach([&](size_t i) {
            if (rows.text(*part.emptyText, block.firstRow() + static_cast<quint32>(i)).isEmpty())
                hits.insert(i);
        });
    }
    for (const TextScan &text : part.texts) {
        BlockBits left = candidates;
        left.drop(hits);
        hits.add(text.found(rows, block, left));
    }
    return hits;
}

void DeviceFilterTests::addHealthHits(const Part &part, RowBlock block, const BlockBits &candidates,
                                      BlockBits &hits) const
{
    const std::span<const quint8> health = m_context.sources.health;
    candidates.forEach([&](size_t i) {
        const size_t row = block.firstRow() + i;
        if (row < health.size() ? part.health[health[row]] != 0 : part.passesWithoutHealth)
            hits.insert(i);
    });
}

BlockBits DeviceFilterTests::codeHits(const CodeTest &test, RowBlock block) const
{
    const auto passes = [&test](quint8 is) {
        return std::ranges::find(test.passes, is) != test.passes.end();
    };
    if (!passes(1))
        return {};
    const auto &codes = m_context.table.columns().codesOfPage(static_cast<size_t>(test.column), block.page());
    BlockBits hits;
    for (size_t i = 0; i < RowBlock::words; ++i) {
        quint64 word = 0;
        codes.forEach(block.firstInPage() + i * 64, 64, [&](size_t place, quint32 code) {
            word |= quint64(test.passes[code]) << (place % 64);
        });
        hits.words[i] = word;
    }
    return hits;
}
