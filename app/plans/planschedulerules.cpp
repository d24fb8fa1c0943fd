// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planschedulerules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct PlanScheduleRulesWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanScheduleRules)
};

using Weight = PlanProblem::Weight;

/// The most days that each month can have, by its number.
constexpr std::array<int, 13> longestMonth{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::array<int, 13> shortestMonth{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int firstDate(const MonthDates &dates)
{
    for (int day = 1; day <= 31; ++day) {
        if (dates.days.test(static_cast<size_t>(day)))
            return day;
    }
    return 32;
}

int lastDate(const MonthDates &dates)
{
    for (int day = 31; day > 0; --day) {
        if (dates.days.test(static_cast<size_t>(day)))
            return day;
    }
    return 0;
}

bool isInAny(const Months &months, const std::array<int, 13> &lengths, auto holds)
{
    for (size_t month = 1; month <= 12; ++month) {
        if (months.test(month) && holds(lengths.at(month)))
            return true;
    }
    return false;
}

void checkMonthly(const ScheduleDraft &schedule, QList<PlanProblem> &problems)
{
    if (schedule.months.none())
        problems.append({.field = PlanField::ScheduleMonths,
                         .sentence = PlanScheduleRulesWords::tr("Choose at least one month.")});
    if (schedule.dates.days.none() && !schedule.dates.lastDay) {
        problems.append({.field = PlanField::ScheduleDates,
                         .sentence = PlanScheduleRulesWords::tr("Choose at least one day of the month.")});
        return;
    }
    if (schedule.dates.lastDay || schedule.months.none())
        return;
    const int first = firstDate(schedule.dates);
    const int last = lastDate(schedule.dates);
    if (!isInAny(schedule.months, longestMonth, [first](int length) { return length >= first; }))
        problems.append({.field = PlanField::ScheduleDates,
                         .sentence = PlanScheduleRulesWords::tr(
                             "None of the chosen months has such a day: the plan would never run.")});
    else if (isInAny(schedule.months, shortestMonth, [last](int length) { return length < last; }))
        problems.append({.field = PlanField::ScheduleDates,
                         .weight = Weight::Warning,
                         .sentence = PlanScheduleRulesWords::tr(
                             "Some of the chosen months are shorter. IDrive does not say whether the plan "
                             "runs on their last day or not at all. “Last day” runs in each.")});
}

void checkTimes(const ScheduleDraft &schedule, QList<PlanProblem> &problems)
{
    if (!schedule.time.isValid())
        problems.append(
            {.field = PlanField::Time,
             .sentence = PlanScheduleRulesWords::tr("Give a time of day from 00:00:00 to 23:59:59.")});
    else if (schedule.time.hour() == 2 && schedule.frequency != ScheduleFrequency::Immediate
             && schedule.frequency != ScheduleFrequency::Hourly)
        problems.append({.field = PlanField::Time,
                         .weight = Weight::Warning,
                         .sentence = PlanScheduleRulesWords::tr(
                             "In many zones 02:00 to 03:00 is missing on one day a year and comes twice on "
                             "another. IDrive does not say what happens then.")});
    if (!schedule.cutOff)
        return;
    if (!schedule.cutOff->isValid())
        problems.append(
            {.field = PlanField::CutOff,
             .sentence = PlanScheduleRulesWords::tr("Give a time of day from 00:00:00 to 23:59:59.")});
    else if (*schedule.cutOff == schedule.time)
        problems.append({.field = PlanField::CutOff,
                         .sentence = PlanScheduleRulesWords::tr(
                             "The cut-off is the start time: the backup would stop at once.")});
}

void checkFrequency(const ScheduleDraft &schedule, QList<PlanProblem> &problems)
{
    if (schedule.frequency == ScheduleFrequency::Hourly)
        problems.append({.field = PlanField::Frequency,
                         .weight = Weight::Warning,
                         .sentence = PlanScheduleRulesWords::tr(
                             "IDrive does not say at which minute an hourly plan runs, or until when.")});
    if (schedule.frequency == ScheduleFrequency::Immediate)
        problems.append({.field = PlanField::Frequency,
                         .weight = Weight::Warning,
                         .sentence = PlanScheduleRulesWords::tr(
                             "The backup starts at once. A time of day is sent because the API demands "
                             "one.")});
    if (schedule.isDisabled)
        problems.append({.field = PlanField::Frequency,
                         .weight = Weight::Warning,
                         .sentence = PlanScheduleRulesWords::tr(
                             "The schedule is switched off: nothing runs by itself, and the API cannot "
                             "switch it on.")});
}

} // namespace

QList<PlanProblem> scheduleProblems(const ScheduleDraft &schedule)
{
    QList<PlanProblem> problems;
    checkFrequency(schedule, problems);
    if (schedule.frequency == ScheduleFrequency::Monthly)
        checkMonthly(schedule, problems);
    if (schedule.frequency == ScheduleFrequency::Weekly && schedule.days.none())
        problems.append({.field = PlanField::ScheduleDays,
                         .sentence = PlanScheduleRulesWords::tr("Choose at least one day of the week.")});
    checkTimes(schedule, problems);
    return problems;
}
