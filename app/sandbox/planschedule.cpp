// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/planschedule.h"

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::year_month_day;

namespace {

using LocalMoment = std::chrono::local_time<milliseconds>;

// The 29th of February can be eight years away. A schedule that finds no day within them, the 30th of February,
// has no start.
constexpr int mostDaysBetweenStarts = 8 * 366;

} // namespace

bool PlanSchedule::runsOn(local_days day) const
{
    if (frequency != Frequency::Monthly)
        return (weekdays >> std::chrono::weekday(day).c_encoding() & 1U) != 0;
    const year_month_day date(day);
    if ((months >> (static_cast<unsigned>(date.month()) - 1) & 1U) == 0)
        return false;
    const bool isLastDay = year_month_day(day + days(1)).month() != date.month();
    return (dates >> static_cast<unsigned>(date.day()) & 1U) != 0 || (isLastDay && (dates & lastDate) != 0);
}

std::optional<Moment> PlanSchedule::startUpTo(Moment moment) const
{
    if (isOff || moment < since)
        return std::nullopt;
    if (frequency == Frequency::Immediate)
        return since;
    const LocalMoment local(moment.time_since_epoch() + eastOfUtc);
    std::optional<LocalMoment> start;
    if (frequency == Frequency::Hourly) {
        const LocalMoment inThisHour = floor<hours>(local) + time % hours(1);
        start = inThisHour <= local ? inThisHour : inThisHour - hours(1);
    } else {
        local_days day = floor<days>(local);
        if (day + time > local)
            day -= days(1);
        for (int i = 0; i < mostDaysBetweenStarts && !start; ++i, day -= days(1)) {
            if (runsOn(day))
                start = day + time;
        }
    }
    if (!start)
        return std::nullopt;
    const Moment found(start->time_since_epoch() - eastOfUtc);
    return found >= since ? std::optional(found) : std::nullopt;
}

std::optional<Moment> PlanSchedule::startAfter(Moment moment) const
{
    if (isOff)
        return std::nullopt;
    if (frequency == Frequency::Immediate)
        return since > moment ? std::optional(since) : std::nullopt;
    moment = std::max(moment, since - milliseconds(1));
    const LocalMoment local(moment.time_since_epoch() + eastOfUtc);
    if (frequency == Frequency::Hourly) {
        const LocalMoment inThisHour = floor<hours>(local) + time % hours(1);
        const LocalMoment start = inThisHour > local ? inThisHour : inThisHour + hours(1);
        return Moment(start.time_since_epoch() - eastOfUtc);
    }
    local_days day = floor<days>(local);
    if (day + time <= local)
        day += days(1);
    for (int i = 0; i < mostDaysBetweenStarts; ++i, day += days(1)) {
        if (runsOn(day))
            return Moment((day + time).time_since_epoch() - eastOfUtc);
    }
    return std::nullopt;
}

std::optional<Moment> PlanSchedule::cutoffAfter(Moment start) const
{
    if (!cutoff)
        return std::nullopt;
    const LocalMoment local(start.time_since_epoch() + eastOfUtc);
    LocalMoment stop = floor<days>(local) + *cutoff;
    if (stop <= local)
        stop += days(1);
    return Moment(stop.time_since_epoch() - eastOfUtc);
}

ScheduleReading::ScheduleReading(const PlanSchedule &of, Moment now)
    : schedule(&of), latest(of.startUpTo(now)), next(of.startAfter(now))
{
    if (!latest)
        return;
    latestDay = floor<days>(*latest);
    latestMinute = floor<std::chrono::minutes>(latest->time_since_epoch()).count();
    latestCutoff = of.cutoffAfter(*latest).value_or(Moment::max());
}
