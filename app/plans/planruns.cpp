// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planruns.h"

#include "app/plans/plandraft.h"
#include "app/plans/zonemoment.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

// The context of the words for translators.
struct Runs
{
    Q_DECLARE_TR_FUNCTIONS(PlannedRuns)
};

// The 29th of February can be eight years away.
constexpr int mostDaysBetweenRuns = 8 * 366;

RunsKnown runsKnown(const RunPattern &pattern)
{
    if (pattern.frequency == ScheduleFrequency::Hourly)
        return RunsKnown::IntervalNotStated;
    if (pattern.frequency == ScheduleFrequency::Immediate)
        return RunsKnown::AtOnce;
    if (!pattern.time.isValid())
        return RunsKnown::TimeMissing;
    return longestGapInDays(pattern) ? RunsKnown::Known : RunsKnown::NoSuchDay;
}

bool isDate(const MonthDates &dates, int date, int daysInMonth)
{
    return dates.days.test(static_cast<size_t>(date)) || (dates.lastDay && date == daysInMonth);
}

bool runsOn(const RunPattern &pattern, QDate day)
{
    if (pattern.frequency != ScheduleFrequency::Monthly)
        return pattern.days.test(static_cast<size_t>(day.dayOfWeek()));
    return pattern.months.test(static_cast<size_t>(day.month()))
        && isDate(pattern.dates, day.day(), day.daysInMonth());
}

// True for the last day of a month that a chosen date is not in, unless it is a run itself.
bool isForMissingDate(const RunPattern &pattern, QDate day)
{
    if (pattern.frequency != ScheduleFrequency::Monthly || day.day() != day.daysInMonth())
        return false;
    const bool isDateMissing = (pattern.dates.days >> static_cast<size_t>(day.day() + 1)).any();
    return isDateMissing && pattern.months.test(static_cast<size_t>(day.month())) && !runsOn(pattern, day);
}

RunMarks markOf(ZoneMoment::Kind kind)
{
    switch (kind) {
    case ZoneMoment::Kind::Once:
        return {};
    case ZoneMoment::Kind::Skipped:
        return RunMark::ClockSkips;
    case ZoneMoment::Kind::Twice:
        return RunMark::ClockRepeats;
    }
    return {};
}

std::optional<PlannedRun> runOn(const RunPattern &pattern, const QTimeZone &zone, QDate day)
{
    const bool isMissing = isForMissingDate(pattern, day);
    if (!isMissing && !runsOn(pattern, day))
        return std::nullopt;
    const ZoneMoment start = zoneMoment(zone, day, pattern.time);
    PlannedRun run{.day = day, .start = start.moment, .marks = markOf(start.kind)};
    run.marks.setFlag(RunMark::DateMissing, isMissing);
    if (pattern.cutOff) {
        const QDate cutOffDay = *pattern.cutOff <= pattern.time ? day.addDays(1) : day;
        run.cutOff = zoneMoment(zone, cutOffDay, *pattern.cutOff).moment;
    }
    return run;
}

// Every day of eight years of \a pattern, which is MONTHLY; counted by hand, because all plans are asked.
std::optional<int> longestGapByMonth(const RunPattern &pattern)
{
    constexpr int firstYear = 2024;
    std::optional<int> gap;
    std::optional<int> before;
    int day = 0;
    for (int month = 0; month < 8 * 12; ++month) {
        const int number = month % 12 + 1;
        const int days = QDate(firstYear + month / 12, number, 1).daysInMonth();
        for (int date = 1; date <= days; ++date, ++day) {
            if (!pattern.months.test(static_cast<size_t>(number)) || !isDate(pattern.dates, date, days))
                continue;
            if (before)
                gap = std::max(gap.value_or(0), day - *before);
            before = day;
        }
    }
    return gap;
}

std::optional<int> longestGapByWeek(WeekDays days)
{
    std::optional<int> gap;
    std::optional<int> before;
    for (int day = 0; day < 14; ++day) {
        if (!days.test(static_cast<size_t>(day % 7 + 1)))
            continue;
        if (before)
            gap = std::max(gap.value_or(0), day - *before);
        before = day;
    }
    return gap;
}

} // namespace

std::optional<RunPattern> runPattern(const Schedule &schedule)
{
    const std::optional<ScheduleFrequency> frequency = schedule.frequency.known();
    if (!frequency || !schedule.unknownWords.isEmpty())
        return std::nullopt;
    RunPattern pattern{.frequency = *frequency,
                       .time = schedule.time.time,
                       .days = runDays(schedule).value_or(WeekDays()),
                       .isOff = schedule.isDisabled.value_or(false)};
    if (schedule.cutOff.time.isValid())
        pattern.cutOff = schedule.cutOff.time;
    if (*frequency == ScheduleFrequency::Monthly) {
        pattern.months = schedule.months.value_or(Months());
        pattern.dates = schedule.dates.value_or(MonthDates());
    }
    const bool hasDays = *frequency == ScheduleFrequency::Monthly
        ? schedule.months.has_value() && schedule.dates.has_value()
        : runDays(schedule).has_value();
    const bool needsDays =
        *frequency != ScheduleFrequency::Hourly && *frequency != ScheduleFrequency::Immediate;
    return needsDays && (!hasDays || !pattern.time.isValid()) ? std::nullopt : std::optional(pattern);
}

RunPattern runPattern(const ScheduleDraft &draft)
{
    RunPattern pattern{
        .frequency = draft.frequency, .time = draft.time, .cutOff = draft.cutOff, .isOff = draft.isDisabled};
    if (draft.frequency == ScheduleFrequency::Weekly)
        pattern.days = draft.days;
    if (draft.frequency == ScheduleFrequency::Daily)
        pattern.days = draft.dailyMode == DailyMode::Weekdays ? mondayToFriday() : allWeekDays();
    if (draft.frequency == ScheduleFrequency::Monthly) {
        pattern.months = draft.months;
        pattern.dates = draft.dates;
    }
    return pattern;
}

QString sentence(RunsKnown known)
{
    switch (known) {
    case RunsKnown::Known:
        return {};
    case RunsKnown::IntervalNotStated:
        return Runs::tr("IDrive does not say at which minutes and hours an hourly plan runs.");
    case RunsKnown::AtOnce:
        return Runs::tr("It runs at once, when the plan is made. No later run is stated.");
    case RunsKnown::NoSuchDay:
        return Runs::tr("There is no such day: the plan would never run.");
    case RunsKnown::TimeMissing:
        return Runs::tr("Without a time of day no run can be told.");
    }
    return {};
}

QString sentence(RunMarks marks)
{
    QStringList sentences;
    if (marks.testFlag(RunMark::DateMissing))
        sentences << Runs::tr(
            "The month has no such date: whether the plan runs on its last day is not stated.");
    if (marks.testFlag(RunMark::ClockSkips))
        sentences << Runs::tr(
            "The clock skips this time on that day: whether the run is moved or left out is "
            "not stated.");
    if (marks.testFlag(RunMark::ClockRepeats))
        sentences << Runs::tr("The clock shows this time twice on that day: which one counts is not stated.");
    return sentences.join(u' ');
}

PlannedRuns nextRuns(const RunPattern &pattern, const QTimeZone &zone, const QDateTime &from, int count)
{
    PlannedRuns planned{.known = runsKnown(pattern)};
    if (planned.known != RunsKnown::Known)
        return planned;
    // a day earlier: a start that is moved over a gap may fall on the next day
    QDate day = from.toTimeZone(zone).date().addDays(-1);
    for (int since = 0; planned.runs.size() < count && since <= mostDaysBetweenRuns; ++since) {
        const std::optional<PlannedRun> run = runOn(pattern, zone, day.addDays(since));
        if (!run || run->start <= from)
            continue;
        planned.runs.append(*run);
        day = run->day;
        since = 0;
    }
    return planned;
}

PlannedRuns runsBetween(const RunPattern &pattern, const QTimeZone &zone, QDate first, QDate last)
{
    PlannedRuns planned{.known = runsKnown(pattern)};
    if (planned.known != RunsKnown::Known)
        return planned;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (const std::optional<PlannedRun> run = runOn(pattern, zone, day))
            planned.runs.append(*run);
    }
    return planned;
}

std::optional<PlannedRun> latestRun(const RunPattern &pattern, const QTimeZone &zone, const QDateTime &moment)
{
    if (runsKnown(pattern) != RunsKnown::Known)
        return std::nullopt;
    const QDate day = moment.toTimeZone(zone).date().addDays(1);
    for (int before = 0; before <= mostDaysBetweenRuns; ++before) {
        const std::optional<PlannedRun> run = runOn(pattern, zone, day.addDays(-before));
        if (run && run->isCertain() && run->start <= moment)
            return run;
    }
    return std::nullopt;
}

std::optional<int> longestGapInDays(const RunPattern &pattern)
{
    switch (pattern.frequency) {
    case ScheduleFrequency::Monthly:
        return longestGapByMonth(pattern);
    case ScheduleFrequency::Weekly:
    case ScheduleFrequency::Daily:
        return longestGapByWeek(pattern.days);
    case ScheduleFrequency::Hourly:
    case ScheduleFrequency::Immediate:
        break;
    }
    return std::nullopt;
}
