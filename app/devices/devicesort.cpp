// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicesort.h"

#include "app/devices/naturalorder.h"
#include "app/devices/textsort.h"
#include "app/devices/timesort.h"
#include "app/devices/twocores.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <limits>
#include <utility>

static std::variant<TextColumn, TimeColumn, WordRanks, const RowStates *>
valuesOf(const DeviceTable &table, const RowStates *health, DeviceColumn column)
{
    using Show = WordRanks::Show;
    static const RowStates none;
    switch (column) {
    case DeviceColumn::HealthWord:
        return health ? health : &none;
    case DeviceColumn::Name:
        return TextColumn::Name;
    case DeviceColumn::Tag:
        return TextColumn::Tag;
    case DeviceColumn::Id:
        return TextColumn::Id;
    case DeviceColumn::LastSuccess:
        return TimeColumn::LastSuccess;
    case DeviceColumn::NextRun:
        return TimeColumn::NextRun;
    case DeviceColumn::Company:
        return WordRanks(table, WordColumn::Company, Show::Name);
    case DeviceColumn::Account:
        return WordRanks(table, WordColumn::Account, Show::Name);
    case DeviceColumn::IdOfCompany:
        return WordRanks(table, WordColumn::Company, Show::Word);
    case DeviceColumn::Status:
        return WordRanks(table, WordColumn::Status, Show::Word);
    case DeviceColumn::LastResult:
        return WordRanks(table, WordColumn::LastResult, Show::Word);
    case DeviceColumn::Os:
        return WordRanks(table, WordColumn::Os, Show::Word);
    case DeviceColumn::Version:
        return WordRanks(table, WordColumn::Version, Show::Word);
    case DeviceColumn::Group:
        return WordRanks(table, WordColumn::Group, Show::Word);
    }
    Q_UNREACHABLE();
}

DeviceSort::DeviceSort(const DeviceTable &table, const RowStates *health, DeviceColumn column,
                       Qt::SortOrder direction)
    : m_table(&table), m_column(column), m_direction(direction), m_values(valuesOf(table, health, column))
{ }

void DeviceSort::learnNewWords()
{
    if (WordRanks *ranks = std::get_if<WordRanks>(&m_values))
        ranks->learnNewWords();
}

void DeviceSort::readWordsAgain()
{
    if (WordRanks *ranks = std::get_if<WordRanks>(&m_values))
        ranks->readAgain();
}

std::optional<TextColumn> DeviceSort::textColumn() const
{
    const TextColumn *text = std::get_if<TextColumn>(&m_values);
    return text ? std::optional(*text) : std::nullopt;
}

void DeviceSort::sort(std::span<DeviceRow> rows, const AllTextRanks &ranks) const
{
    if (const std::optional<TextColumn> text = textColumn()) {
        if (!sortByRank(rows, ranks[static_cast<size_t>(*text)]))
            sortByText(rows, *text);
    } else if (const TimeColumn *time = std::get_if<TimeColumn>(&m_values)) {
        sortByTimes(rows, *m_table, *time, m_direction);
    } else if (const RowStates *const *states = std::get_if<const RowStates *>(&m_values)) {
        sortByState(rows, **states);
    } else {
        sortByWord(rows, std::get<WordRanks>(m_values));
    }
}

// None comes last whatever the direction is.
template <typename Compare>
int DeviceSort::directed(bool hasA, bool hasB, Compare compareValues) const
{
    if (!hasA || !hasB)
        return static_cast<int>(!hasA) - static_cast<int>(!hasB);
    return isDescending() ? -compareValues() : compareValues();
}

int DeviceSort::compareTexts(QByteArrayView a, QByteArrayView b) const
{
    return directed(!a.isEmpty(), !b.isEmpty(), [&] { return naturalCompare(a, b); });
}

int DeviceSort::compare(DeviceRow a, DeviceRow b) const
{
    const auto numbers = [](auto x, auto y) {
        return static_cast<int>(x > y) - static_cast<int>(x < y);
    };
    if (const TextColumn *text = std::get_if<TextColumn>(&m_values))
        return compareTexts(m_table->text(*text, a), m_table->text(*text, b));
    if (const TimeColumn *time = std::get_if<TimeColumn>(&m_values)) {
        const qint64 ofA = m_table->time(*time, a);
        const qint64 ofB = m_table->time(*time, b);
        return directed(ofA != noTime, ofB != noTime, [&] { return numbers(ofA, ofB); });
    }
    if (const RowStates *const *states = std::get_if<const RowStates *>(&m_values)) {
        const bool hasA = a < (*states)->size();
        const bool hasB = b < (*states)->size();
        return directed(hasA, hasB, [&] { return numbers((**states)[a], (**states)[b]); });
    }
    const WordRanks &ranks = std::get<WordRanks>(m_values);
    const quint32 ofA = ranks.rank(m_table->code(ranks.column(), a));
    const quint32 ofB = ranks.rank(m_table->code(ranks.column(), b));
    return directed(ofA != 0, ofB != 0, [&] { return numbers(ofA, ofB); });
}

void DeviceSort::compareEach(std::span<const DeviceRow> a, std::span<const DeviceRow> b,
                             std::span<int> compared) const
{
    const TextColumn *text = std::get_if<TextColumn>(&m_values);
    if (!text) {
        for (size_t i = 0; i < a.size(); ++i)
            compared[i] = compare(a[i], b[i]);
        return;
    }
    std::array<QByteArrayView, atOnce> ofA;
    std::array<QByteArrayView, atOnce> ofB;
    m_table->texts(*text, a, ofA);
    m_table->texts(*text, b, ofB);
    for (size_t i = 0; i < a.size(); ++i)
        compared[i] = compareTexts(ofA[i], ofB[i]);
}

// Stable; \a keys are those of \a rows, below \a end.
static void sortByCounting(std::span<DeviceRow> rows, std::span<const quint32> keys, quint32 end)
{
    Scratch<quint32> places(end, 0);
    for (const quint32 key : keys)
        ++places[key];
    quint32 begin = 0;
    for (quint32 &place : places)
        begin += std::exchange(place, begin);
    Scratch<DeviceRow> sorted(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        sorted[places[keys[i]]++] = rows[i];
    std::ranges::copy(sorted, rows.begin());
}

void DeviceSort::sortByWord(std::span<DeviceRow> rows, const WordRanks &ranks) const
{
    Scratch<quint32> keys = m_table->codes(ranks.column(), rows);
    const quint32 none = ranks.highest(); // behind the others
    for (quint32 &key : keys) {
        const quint32 rank = ranks.rank(key);
        key = rank == 0 ? none : isDescending() ? none - rank : rank - 1;
    }
    sortByCounting(rows, keys, none + 1);
}

void DeviceSort::sortByState(std::span<DeviceRow> rows, const RowStates &states) const
{
    constexpr quint32 highest = std::numeric_limits<quint8>::max();
    constexpr quint32 none = highest + 1;
    Scratch<quint32> keys(rows.size());
    std::ranges::transform(rows, keys.begin(), [&](DeviceRow row) {
        return row >= states.size() ? none : isDescending() ? highest - states[row] : states[row];
    });
    sortByCounting(rows, keys, none + 1);
}

// False, and nothing is done, when a row is not known. A few rows among many ranks are read faster than counted.
bool DeviceSort::sortByRank(std::span<DeviceRow> rows, const TextRanks &ranks) const
{
    constexpr size_t few = 16;
    if (rows.size() < ranks.highest() / few)
        return false;
    Scratch<quint32> keys(rows.size());
    const quint32 none = ranks.highest(); // behind the others
    std::atomic<bool> isEachKnown = true;
    onTwoCores(rows.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            if (!ranks.isKnown(rows[i])) {
                isEachKnown = false;
                return;
            }
            const quint32 place = ranks.place(rows[i]);
            keys[i] = place == none ? none : isDescending() ? none - place : place;
        }
    });
    if (!isEachKnown)
        return false;
    sortByCounting(rows, keys, none + 1);
    return true;
}

void DeviceSort::sortByText(std::span<DeviceRow> rows, TextColumn column) const
{
    TextCopy texts;
    texts.reserve(rows.size());
    texts.add(*m_table, column, rows);
    std::vector<DeviceRow> sorted = TextSort(texts, m_direction).sorted();
    for (DeviceRow &number : sorted)
        number = rows[number];
    std::ranges::copy(sorted, rows.begin());
}
