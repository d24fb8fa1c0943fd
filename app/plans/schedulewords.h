// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <QStringList>

#include <array>
#include <bitset>

/// Source of all: API document, "Create Backup Plan", scheduler.
enum class ScheduleFrequency { Monthly, Weekly, Daily, Hourly, Immediate };
enum class DailyMode { AllDays, Weekdays };

/// All of each, in the order in which they are shown.
inline constexpr std::array allScheduleFrequencies{ScheduleFrequency::Hourly, ScheduleFrequency::Daily,
                                                   ScheduleFrequency::Weekly, ScheduleFrequency::Monthly,
                                                   ScheduleFrequency::Immediate};
inline constexpr std::array allDailyModes{DailyMode::AllDays, DailyMode::Weekdays};

/// Months by their number, 1 to 12; bit 0 is not used.
using Months = std::bitset<13>;
/// Week days by Qt::DayOfWeek, 1 (Monday) to 7; bit 0 is not used.
using WeekDays = std::bitset<8>;
/// Days of the month, 1 to 31.
struct MonthDates
{
    std::bitset<32> days{}; ///< By their number; bit 0 is not used.
    bool lastDay = false; ///< LAST_DAY. All 31 days are written ALL_DAYS, which says this too.

    friend bool operator==(const MonthDates &, const MonthDates &) = default;
};

Months allMonths();
WeekDays allWeekDays();
WeekDays mondayToFriday();
std::bitset<32> allMonthDays();

OpenWord<ScheduleFrequency> scheduleFrequency(const QString &word);
OpenWord<DailyMode> dailyMode(const QString &word);
QString wireWord(ScheduleFrequency frequency);
QString wireWord(DailyMode mode);
QString label(ScheduleFrequency frequency);
QString label(DailyMode mode);

/// Words to sets. ALL and ALL_DAYS stand for everything in each of the three; words that are none are appended to \a unknown.
Months monthsFrom(const QStringList &words, QStringList &unknown);
WeekDays weekDaysFrom(const QStringList &words, QStringList &unknown);
MonthDates monthDatesFrom(const QStringList &words, QStringList &unknown);

/// Sets to words as they are sent: everything is the one word ALL (dates: ALL_DAYS), alone. Week days begin with SUN, dates have no
/// leading zero.
QStringList wireWords(Months months);
QStringList wireWords(WeekDays days);
QStringList wireWords(const MonthDates &dates);
