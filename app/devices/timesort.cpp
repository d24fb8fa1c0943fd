// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/timesort.h"

#include "app/devices/keyedrows.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace {

/// The lowest and the highest of some times, and the unit in which all are whole: seconds, or milliseconds.
struct TimeRange
{
    explicit TimeRange(std::span<const qint64> times)
    {
        bool isInSeconds = true;
        for (const qint64 time : times) {
            if (time == noTime)
                continue;
            lowest = std::min(lowest, time);
            highest = std::max(highest, time);
            isInSeconds = isInSeconds && time % 1000 == 0;
        }
        unit = isInSeconds ? 1000 : 1;
    }

    bool isEmpty() const { return lowest > highest; }
    // From 0; subtracting as unsigned numbers cannot overflow.
    quint64 numberOf(qint64 time) const { return (quint64(time) - quint64(lowest)) / unit; }
    quint64 highestNumber() const { return numberOf(highest); }

    qint64 lowest = std::numeric_limits<qint64>::max();
    qint64 highest = std::numeric_limits<qint64>::min();
    quint64 unit = 1;
};

// Seconds of 136 years, or milliseconds of 49 days, fit into 32 bits.
void sortByNearTimes(std::span<DeviceRow> rows, std::span<const qint64> times, const TimeRange &range,
                     Qt::SortOrder direction)
{
    const quint32 highest = static_cast<quint32>(range.highestNumber());
    const quint32 none = highest + 1; // behind the others
    Scratch<PackedRow> packed(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        quint32 key = none;
        if (times[i] != noTime) {
            const quint32 number = static_cast<quint32>(range.numberOf(times[i]));
            key = direction == Qt::DescendingOrder ? highest - number : number;
        }
        packed[i] = packedRow(key, rows[i]);
    }
    sortByNumber(packed, none);
    std::ranges::transform(packed, rows.begin(), &rowOf);
}

void sortByFarTimes(std::span<DeviceRow> rows, std::span<const qint64> times, Qt::SortOrder direction)
{
    Scratch<KeyedRow> keyed;
    keyed.reserve(rows.size());
    std::vector<DeviceRow> without;
    constexpr quint64 sign = quint64(1) << 63; // turned round, times are unsigned numbers in the same order
    for (size_t i = 0; i < rows.size(); ++i) {
        const quint64 key = static_cast<quint64>(times[i]) ^ sign;
        if (times[i] == noTime)
            without.push_back(rows[i]);
        else
            keyed.push_back(
                {direction == Qt::DescendingOrder ? ~key : key, rows[i], static_cast<quint32>(keyed.size())});
    }
    Scratch<KeyedRow> scratch(keyed.size());
    sortByKey(keyed, scratch);
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    std::ranges::copy(without, rows.end() - std::ssize(without));
}

} // namespace

void sortByTimes(std::span<DeviceRow> rows, std::span<const qint64> times, Qt::SortOrder direction)
{
    const TimeRange range(times);
    if (range.isEmpty())
        return;
    if (range.highestNumber() < std::numeric_limits<quint32>::max())
        sortByNearTimes(rows, times, range, direction);
    else
        sortByFarTimes(rows, times, direction);
}
