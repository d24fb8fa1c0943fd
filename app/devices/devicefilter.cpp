// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicefilter.h"

#include "app/devices/twocores.h"

#include <algorithm>
#include <utility>

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
    const quint32 end = RowBlock::countOf(m_table.columns());
    if (m_nextBlock < end) {
        const qsizetype blocks = rows / RowBlock::rows + (rows % RowBlock::rows == 0 ? 0 : 1);
        const quint32 count = static_cast<quint32>(std::min<qsizetype>(blocks, end - m_nextBlock));
        lookAtAll(std::exchange(m_nextBlock, m_nextBlock + count), count);
    }
    return isFinished();
}

bool DeviceFilter::isFinished() const
{
    return !m_tests || m_nextBlock >= RowBlock::countOf(m_table.columns());
}

/// Two cores read the texts in about half of the time: what a letter in the query box takes. Each writes to words of m_passing of its own.
void DeviceFilter::lookAtAll(quint32 first, quint32 count)
{
    constexpr size_t worthAThread = 32; // starting one takes as long as a block or two
    if (count > 0)
        m_passing.setWord(RowBlock(first + count - 1).firstWord() + RowBlock::words - 1, 0); // grows it
    const auto lookAtSome = [this, first](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            lookAt(RowBlock(first + static_cast<quint32>(i)));
    };
    onTwoCores(count, lookAtSome, worthAThread);
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
