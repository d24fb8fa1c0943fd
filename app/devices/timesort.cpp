// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/timesort.h"

#include "app/devices/keyedrows.h"
#include "app/devices/twocores.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace {

/// The lowest and the highest of some times, and whether all are whole seconds.
struct TimeRange
{
    void add(qint64 time)
    {
        if (time == noTime)
            return;
        lowest = std::min(lowest, time);
        highest = std::max(highest, time);
        isInSeconds = isInSeconds && time % 1000 == 0;
    }
    void add(const TimeRange &other)
    {
        lowest = std::min(lowest, other.lowest);
        highest = std::max(highest, other.highest);
        isInSeconds = isInSeconds && other.isInSeconds;
    }

    bool isEmpty() const { return lowest > highest; }
    // From 0; subtracting as unsigned numbers cannot overflow.
    quint64 numberOf(qint64 time) const
    {
        return (quint64(time) - quint64(lowest)) / (isInSeconds ? 1000 : 1);
    }
    quint64 highestNumber() const { return numberOf(highest); }

    qint64 lowest = std::numeric_limits<qint64>::max();
    qint64 highest = std::numeric_limits<qint64>::min();
    bool isInSeconds = true;
};

/// What is done with the times of a column one after the other, by slot: in the order of a grid the memory is waited for at each.
template <typename Each>
void forEachTime(const DeviceTable &table, TimeColumn column, size_t begin, size_t end, const Each &each)
{
    std::array<qint64, 1024> times;
    while (begin < end) {
        const size_t count = std::min(times.size(), end - begin);
        table.readTimes(column, static_cast<DeviceRow>(begin), std::span(times).first(count));
        for (size_t i = 0; i < count; ++i)
            each(begin + i, times[i]);
        begin += count;
    }
}

TimeRange rangeOf(const DeviceTable &table, TimeColumn column)
{
    std::array<TimeRange, 2> ranges;
    onTwoCores(table.slotCount(), [&](size_t begin, size_t end) {
        TimeRange range;
        forEachTime(table, column, begin, end, [&range](size_t, qint64 time) { range.add(time); });
        ranges[begin == 0 ? 0 : 1] = range;
    });
    ranges[0].add(ranges[1]);
    return ranges[0];
}

/// Many rows, where the times of the whole column fit into 32 bits: seconds of 136 years, or milliseconds of 49 days. False: they do not.
bool sortByNearTimes(std::span<DeviceRow> rows, const DeviceTable &table, TimeColumn column,
                     Qt::SortOrder direction)
{
    const TimeRange range = rangeOf(table, column);
    if (range.isEmpty())
        return true;
    if (range.highestNumber() >= std::numeric_limits<quint32>::max())
        return false;
    const quint32 highest = static_cast<quint32>(range.highestNumber());
    const quint32 none = highest + 1; // behind the others
    Scratch<quint32> numbers(table.slotCount());
    onTwoCores(table.slotCount(), [&](size_t begin, size_t end) {
        forEachTime(table, column, begin, end, [&](size_t slot, qint64 time) {
            const quint32 number = static_cast<quint32>(range.numberOf(time));
            numbers[slot] = time == noTime         ? none
                : direction == Qt::DescendingOrder ? highest - number
                                                   : number;
        });
    });
    Scratch<PackedRow> packed(rows.size());
    onTwoCores(rows.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            packed[i] = packedRow(numbers[rows[i]], rows[i]);
    });
    sortByNumber(packed, none, rows);
    return true;
}

void sortByAnyTimes(std::span<DeviceRow> rows, const DeviceTable &table, TimeColumn column,
                    Qt::SortOrder direction)
{
    Scratch<KeyedRow> keyed;
    keyed.reserve(rows.size());
    std::vector<DeviceRow> without;
    constexpr quint64 sign = quint64(1) << 63; // turned round, times are unsigned numbers in the same order
    for (const DeviceRow row : rows) {
        const qint64 time = table.time(column, row);
        const quint64 key = static_cast<quint64>(time) ^ sign;
        if (time == noTime)
            without.push_back(row);
        else
            keyed.push_back(
                {direction == Qt::DescendingOrder ? ~key : key, row, static_cast<quint32>(keyed.size())});
    }
    Scratch<KeyedRow> scratch(keyed.size());
    sortByKey(keyed, scratch);
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    std::ranges::copy(without, rows.end() - std::ssize(without));
}

} // namespace

void sortByTimes(std::span<DeviceRow> rows, const DeviceTable &table, TimeColumn column,
                 Qt::SortOrder direction)
{
    constexpr size_t few = 8; // times as many slots are not worth a look at all of them
    if (rows.size() < table.slotCount() / few || !sortByNearTimes(rows, table, column, direction))
        sortByAnyTimes(rows, table, column, direction);
}
