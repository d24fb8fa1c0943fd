// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/jsonfields.h"
#include "app/notifications/mailfrequency.h"
#include "app/plans/schedulewords.h"

#include <QStringList>
#include <QTime>

#include <optional>

/// A time of day as the server wrote it. Whose clock it follows is not stated.
struct WireTime
{
    QString text{}; ///< As it came; empty: none was given.
    QTime time{}; ///< Invalid when \a text is none.

    friend bool operator==(const WireTime &, const WireTime &) = default;
};

/// When a plan runs, as the server says it. Every part may be missing: then it was not reported, which is not "none".
/// Source: API document, "Fetch Backup Plan" (schedule_info); names of the request ("Create Backup Plan", scheduler) are taken too.
struct Schedule
{
    OpenWord<ScheduleFrequency> frequency{};
    WireTime time{};
    WireTime
        cutOff{}; ///< When a run is stopped; earlier than \a time means the next day (the samples have it so).
    std::optional<Months> months{};
    std::optional<MonthDates> dates{};
    std::optional<WeekDays> days{};
    OpenWord<DailyMode> dailyMode{};
    QStringList unknownWords{}; ///< Of the three lists above. With one of them the runs are not known.
    std::optional<bool> isDisabled{}; ///< The schedule's own switch, beside the plan's and that of CDP.
    std::optional<bool> startMissedBackup{};
    std::optional<QStringList> emails{};
    OpenWord<MailFrequency> mailFrequency{};
    int unreadableFields = 0;
    QList<OtherField> otherFields{}; ///< Their paths begin with "schedule_info.".

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

Schedule readSchedule(const QJsonObject &object);

/// "16:45:00", also "16:45" and "4:05:00".
QTime timeOfDay(const QString &text);

/// The week days on which a daily or weekly schedule runs; nullopt when that is not known: for other frequencies, for words that Steward
/// does not know, and where daily_mode and days contradict each other.
/// Source: the sample of "Fetch Backup Plan": DAILY with days MON to FRI and no daily_mode (API.md, row 66).
std::optional<WeekDays> runDays(const Schedule &schedule);
