// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/planclock.h"

#include "app/devices/devicechunk.h"
#include "app/devices/servertime.h"

#include <algorithm>
#include <map>

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
/// Zones are whole quarters of an hour from UTC.
constexpr qint64 quarterMs = 15 * minuteMs;
constexpr qint64 furthestWest = -12 * 60 * minuteMs;
constexpr qint64 furthestEast = 14 * 60 * minuteMs;
/// More devices than these are not asked.
constexpr int mostVoices = 64;

// True when the next run that the server tells of \a device can be one of \a plan.
bool isOfPlan(const PlanDevice &device, const Plan &plan)
{
    if (!device.nextSet.word().isEmpty() && !plan.set.word().isEmpty())
        return device.nextSet == plan.set;
    return !device.sets || device.sets->size() <= 1;
}

// The day of the run tells two zones apart that are a whole day from each other; without days both are possible.
bool runsOnDayOf(const RunPattern &pattern, qint64 wall)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC);
    const PlannedRuns runs = runsBetween(pattern, QTimeZone::utc(), moment.date(), moment.date());
    return !runs.runs.isEmpty() && runs.runs.first().isCertain();
}

std::optional<qint64> aheadBy(qint64 next, const RunPattern &pattern)
{
    const qint64 timeOfDay = ((next % dayMs) + dayMs) % dayMs;
    const qint64 difference = pattern.time.msecsSinceStartOfDay() - timeOfDay;
    for (const qint64 ahead : {difference, difference - dayMs, difference + dayMs}) {
        const bool isZone = ahead >= furthestWest && ahead <= furthestEast && ahead % quarterMs == 0;
        if (isZone && runsOnDayOf(pattern, next + ahead))
            return ahead;
    }
    return std::nullopt;
}

} // namespace

std::optional<qint64> planClockAhead(const Plan &plan, const RunPattern &pattern)
{
    if (!plan.devices || !pattern.time.isValid() || !longestGapInDays(pattern))
        return std::nullopt;
    std::map<qint64, int> voices;
    int all = 0;
    for (const PlanDevice &device : *plan.devices) {
        if (all == mostVoices)
            break;
        if (device.nextBackup.isEmpty() || !isOfPlan(device, plan))
            continue;
        const qint64 next = readServerTime(device.nextBackup.toStdString()).time;
        if (next == noTime)
            continue;
        ++all;
        if (const std::optional<qint64> ahead = aheadBy(next, pattern))
            ++voices[*ahead];
    }
    if (voices.empty())
        return std::nullopt;
    const auto most = std::ranges::max_element(voices, {}, [](const auto &voice) { return voice.second; });
    // a device in another zone, or one that was asked to run at once, does not outvote nine others
    return most->second * 10 >= all * 9 ? std::optional(most->first) : std::nullopt;
}
