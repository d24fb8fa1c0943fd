// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicequery.h"

#include "app/base/rest.h"
#include "app/fleet/acknowledgements.h"
#include "app/fleet/coverage.h"
#include "app/fleet/deviceplans.h"
#include "app/fleet/devicetwins.h"
#include "app/fleet/healthcolumn.h"
#include "app/query/queryreader.h"
#include "ui/devices/devicegridmodel.h"

#include <algorithm>
#include <bit>
#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr qsizetype stepRows = 64 * 1024;
/// A step of the filter is large enough for two cores.
constexpr qsizetype filterRows = 256 * 1024;
constexpr qint64 stepMilliseconds = 8;
/// Counting comes after what the grid shows, and goes on beside all else that is done for a fleet that was read.
constexpr qint64 countMilliseconds = 4;
constexpr auto countPace = 150ms;

/// Accounts are counted where there are several.
std::vector<DeviceFact> countedFacts(const DeviceTable &table)
{
    std::vector<DeviceFact> facts{DeviceFact::Health, DeviceFact::Status,  DeviceFact::LastResult,
                                  DeviceFact::Os,     DeviceFact::Version, DeviceFact::Group,
                                  DeviceFact::Tag,    DeviceFact::Company};
    if (table.wordCount(WordColumn::Account) > 1)
        facts.push_back(DeviceFact::Account);
    return facts;
}

DeviceFilterSources sourcesOf(const DeviceSource &source)
{
    DeviceFilterSources sources;
    if (source.known)
        sources.known = [known = source.known](const QueryValue &value) {
            return known->rows(value);
        };
    if (source.plans) {
        sources.plans = [plans = source.plans](const QueryValue &value) {
            return plans->rows(value);
        };
        sources.coverage = [plans = source.plans](const QueryValue &value) {
            return plans->coveredRows(value);
        };
    }
    if (source.twins)
        sources.twins = [twins = source.twins](const QueryValue &value) {
            return twins->rows(value);
        };
    if (!source.health)
        return sources;
    sources.health = source.health->states();
    for (const HealthRow &row : healthTable) {
        sources.healthWords.append(QString::fromLatin1(row.queryWord));
        sources.healthLabels.append(label(row.health));
    }
    return sources;
}

} // namespace

DeviceQuery::DeviceQuery(DeviceGridModel &model, QObject *parent)
    : QueryText(parent), m_model(model), m_filter(model.table())
{
    m_filter.setSources(sourcesOf(model.source()));
    m_step.setSingleShot(true);
    m_step.setInterval(0);
    connect(&m_step, &QTimer::timeout, this, &DeviceQuery::work);
    m_countSoon.setSingleShot(true);
    connect(&m_countSoon, &QTimer::timeout, this, [this] {
        m_counting =
            std::make_unique<DeviceCounts>(m_filter, query(), m_model.moment().now,
                                           m_model.order().rowsInScope(), countedFacts(m_model.table()));
        m_countingMs = 0;
        m_step.start();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &DeviceQuery::countSoon);
    countSoon();
}

void DeviceQuery::begin()
{
    m_isFiltering = true;
    m_counting.reset();
    m_filter.begin(query(), m_model.moment().now);
    work(); // most queries are done at once
}

std::vector<QueryFieldCounts> DeviceQuery::countsUnder(const QString &text, int field)
{
    const tl::expected<Query, QueryProblem> asked = readQuery(text, queryFields());
    if (!asked)
        return m_counts;
    if (fields().fact(field) == DeviceFact::Coverage)
        return {coverageUnder(*asked, field)};
    DeviceCounts counting(m_filter, *asked, m_model.moment().now, m_model.order().rowsInScope(),
                          {fields().fact(field)});
    counting.advance();
    return counting.counts();
}

/// A device may have several of these words: each is counted by itself.
QueryFieldCounts DeviceQuery::coverageUnder(const Query &query, int field)
{
    QueryFieldCounts counts{.field = field, .values = {}, .rows = matching(query)};
    for (size_t word = 0; word < coverageWordCount; ++word) {
        const auto coverage = static_cast<CoverageWord>(word);
        const QueryValue value{.match = QueryMatch::Contains, .text = queryWord(coverage)};
        Query narrowed = query;
        narrowed.parts.push_back({.field = field, .values = {value}});
        if (const qsizetype rows = matching(narrowed); rows > 0)
            counts.values.push_back({.value = value, .label = label(coverage), .rows = rows});
    }
    return counts;
}

qsizetype DeviceQuery::matching(const Query &query)
{
    const DeviceFilterTests tests = m_filter.testsOf(query, m_model.moment().now);
    const RowBits &among = m_model.order().rowsInScope();
    qsizetype count = 0;
    for (quint32 number = 0; number * RowBlock::words < among.wordCount(); ++number) {
        const RowBlock block(number);
        BlockBits bits = BlockBits::of(among, block);
        bits.keep(BlockBits::of(m_model.table().columns().live(), block));
        tests.keep(block, bits);
        for (const quint64 word : bits.words)
            count += std::popcount(word);
    }
    return count;
}

std::vector<DeviceRow> DeviceQuery::rowsOf(const Query &query)
{
    const DeviceFilterTests tests = m_filter.testsOf(query, m_model.moment().now);
    const RowBits &live = m_model.table().columns().live();
    std::vector<DeviceRow> rows;
    for (quint32 number = 0; number * RowBlock::words < live.wordCount(); ++number) {
        const RowBlock block(number);
        BlockBits bits = BlockBits::of(live, block);
        tests.keep(block, bits);
        bits.forEach([&](size_t place) { rows.push_back(block.firstRow() + static_cast<DeviceRow>(place)); });
    }
    return rows;
}

void DeviceQuery::takeHealth(const std::vector<DeviceRow> &rows)
{
    take({.added = {}, .changed = rows, .removed = {}});
}

void DeviceQuery::take(const DeviceChange &change)
{
    if (const HealthColumn *health = m_model.source().health)
        m_filter.setHealth(health->states()); // they move as they grow
    countWhenRested();
    if (query().isEmpty())
        return;
    bool hasOtherNames = false;
    for (const std::vector<DeviceRow> *rows : {&change.removed, &change.added, &change.changed}) {
        hasOtherNames = m_filter.refresh(*rows) || hasOtherNames;
        m_model.refilter(*rows, m_filter.passing());
    }
    if (hasOtherNames)
        begin();
}

void DeviceQuery::lookAgain()
{
    if (!query().isEmpty())
        begin();
    countWhenRested();
}

void DeviceQuery::countSoon()
{
    if (!m_countSoon.isActive() || m_countSoon.remainingTimeAsDuration() > countPace)
        m_countSoon.start(countPace);
}

/// A million rows that come in a second would be counted all the time.
void DeviceQuery::countWhenRested()
{
    if (!m_countSoon.isActive())
        m_countSoon.start(restAfter(std::chrono::milliseconds(m_countingMs), countPace));
}

/// As much as fits between two frames: first what the grid shows, then the counts beside it.
void DeviceQuery::work()
{
    QElapsedTimer clock;
    clock.start();
    while (m_isFiltering && clock.elapsed() < stepMilliseconds) {
        if (!query().isEmpty() && !m_filter.advance(filterRows))
            continue;
        m_isFiltering = false;
        m_model.setFilter(query().isEmpty() ? std::nullopt : std::optional(m_filter.passing()));
        countSoon();
    }
    if (!m_isFiltering && m_counting)
        count(clock);
    if (m_isFiltering || m_counting)
        m_step.start();
}

/// Not where the filter has taken the step that \a clock measures.
void DeviceQuery::count(const QElapsedTimer &clock)
{
    const qint64 begin = clock.elapsed();
    while (m_counting && clock.elapsed() < countMilliseconds) {
        if (!m_counting->advance(stepRows))
            continue;
        m_counts = m_counting->counts();
        m_counting.reset();
        emit counted();
    }
    m_countingMs += clock.elapsed() - begin;
}
