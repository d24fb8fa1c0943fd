// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/schedule.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QTimeZone>

#include <optional>

struct ScheduleDraft;

/// The days and the time of day of a schedule: everything that its runs are reckoned from. What does not belong to the frequency is
/// not looked at.
struct RunPattern
{
    ScheduleFrequency frequency = ScheduleFrequency::Daily;
    QTime time{}; ///< On a clock that the API does not name.
    std::optional<QTime> cutOff{}; ///< Not later than time: on the next day (API.md, row 61).
    WeekDays days{}; ///< DAILY and WEEKLY.
    Months months{}; ///< MONTHLY.
    MonthDates dates{}; ///< MONTHLY.
    bool isOff = false; ///< Switched off: the runs are those that it would have.

    friend bool operator==(const RunPattern &, const RunPattern &) = default;
};

/// nullopt: the API did not report what the runs could be reckoned from, or reported words that Steward does not know.
std::optional<RunPattern> runPattern(const Schedule &schedule);
RunPattern runPattern(const ScheduleDraft &draft);

/// What a person has to know of a planned run. The API document says of none of these what happens.
enum class RunMark : quint8 {
    ClockSkips = 1, ///< The time of day does not exist on that day: the clock is put forward over it.
    ClockRepeats = 2, ///< The time of day comes twice on that day: the clock is put back.
    DateMissing =
        4, ///< The month is too short for a chosen date. Stands on its last day; whether the plan runs then is not known.
};
Q_DECLARE_FLAGS(RunMarks, RunMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(RunMarks)

struct PlannedRun
{
    QDate day{}; ///< In the zone; where the clock skips, the start may show another time of day.
    QDateTime
        start{}; ///< In the zone. The first of two where the clock repeats; where it skips, as much later as it skips.
    QDateTime cutOff{}; ///< Invalid: none.
    RunMarks marks{};

    /// False for a run that may not take place at all.
    bool isCertain() const { return !marks.testFlag(RunMark::DateMissing); }
    friend bool operator==(const PlannedRun &, const PlannedRun &) = default;
};

/// Whether the runs of a pattern can be told.
enum class RunsKnown {
    Known,
    IntervalNotStated, ///< HOURLY: the API document names no interval and no hours.
    AtOnce, ///< IMMEDIATE: when it is created, and never again as far as is stated.
    NoSuchDay, ///< No day fits, as with the 31st of February; or none is chosen.
    TimeMissing, ///< The time of day is not valid.
};

/// In one translated sentence why there are no runs to show; empty for Known.
QString sentence(RunsKnown known);
/// In a few translated words what \a marks mean for that run; empty for none.
QString sentence(RunMarks marks);

struct PlannedRuns
{
    RunsKnown known = RunsKnown::Known;
    QList<PlannedRun> runs{}; ///< Rising. Empty unless known is Known.
};

/// The next \a count runs after \a from, on the clocks of \a zone. The schedule's own switch is not looked at.
PlannedRuns nextRuns(const RunPattern &pattern, const QTimeZone &zone, const QDateTime &from, int count);

/// Every run whose day lies between \a first and \a last, both included.
PlannedRuns runsBetween(const RunPattern &pattern, const QTimeZone &zone, QDate first, QDate last);

/// The newest certain run that is not after \a moment. nullopt: none is known.
std::optional<PlannedRun> latestRun(const RunPattern &pattern, const QTimeZone &zone,
                                    const QDateTime &moment);

/// The most days between two certain runs that follow each other, in the eight years from 2024 on: four for a Tuesday and a Friday, 1461
/// for the 29th of February. nullopt: there are no two runs whose days are known.
std::optional<int> longestGapInDays(const RunPattern &pattern);
