// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicefilter.h"

namespace {

std::vector<DeviceFact> unknownFacts(const DeviceFilterSources &sources)
{
    std::vector<DeviceFact> unknown;
    if (sources.healthWords.isEmpty())
        unknown.push_back(DeviceFact::Health);
    if (!sources.plans)
        unknown.push_back(DeviceFact::Plan);
    if (!sources.coverage)
        unknown.push_back(DeviceFact::Coverage);
    if (!sources.known)
        unknown.push_back(DeviceFact::Known);
    if (!sources.twins)
        unknown.push_back(DeviceFact::Twin);
    return unknown;
}

} // namespace

DeviceFilter::DeviceFilter(const DeviceTable &table)
    : m_table(table), m_fields(unknownFacts({})), m_words(table)
{ }

void DeviceFilter::setSources(DeviceFilterSources sources)
{
    m_sources = std::move(sources);
    m_fields = DeviceQueryFields(unknownFacts(m_sources));
}

DeviceFilterTests DeviceFilter::testsOf(const Query &query, qint64 now)
{
    m_words.learn();
    return {{m_table, m_words, m_fields, m_sources}, query, now};
}

void DeviceFilter::begin(const Query &query, qint64 now)
{
    m_tests.emplace(testsOf(query, now));
    m_passing.clear();
    m_nextBlock = 0;
}

bool DeviceFilter::advance(qsizetype rows)
{
    if (!m_tests)
        return true;
    m_words.learn();
    m_tests->learnWords();
    for (; rows > 0 && !isFinished(); rows -= RowBlock::rows)
        lookAt(RowBlock(m_nextBlock++));
    return isFinished();
}

bool DeviceFilter::isFinished() const
{
    return !m_tests || m_nextBlock >= RowBlock::countOf(m_table.columns());
}

void DeviceFilter::lookAt(RowBlock block)
{
    BlockBits bits = BlockBits::of(m_table.columns().live(), block);
    m_tests->keep(block, bits);
    bits.storeIn(m_passing, block);
}

bool DeviceFilter::refresh(std::span<const DeviceRow> rows)
{
    if (!m_tests)
        return false;
    const bool hasOtherNames = m_words.learn();
    m_tests->learnWords();
    RowBits wanted;
    for (const DeviceRow row : rows)
        wanted.insert(row);
    for (quint32 number = 0; number * RowBlock::words < wanted.wordCount(); ++number) {
        const RowBlock block(number);
        BlockBits touched = BlockBits::of(wanted, block);
        if (touched.isEmpty())
            continue;
        BlockBits bits = BlockBits::of(m_passing, block);
        bits.drop(touched);
        touched.keep(BlockBits::of(m_table.columns().live(), block));
        m_tests->keep(block, touched);
        bits.add(touched);
        bits.storeIn(m_passing, block);
    }
    return hasOtherNames;
}
