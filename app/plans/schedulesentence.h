// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/schedule.h"

/// When a plan runs, in one translated sentence without a full stop: "Daily, Monday to Friday at 16:45, until 09:00 on the next day".
/// What the server did not say is said to be missing; words that Steward does not know stand as they came. A schedule that is
/// switched off says so first.
QString scheduleSentence(const Schedule &schedule);

/// "Monday to Friday", "every day", "Sunday, Monday"; empty for none. Runs of three and more are drawn together.
QString weekDaysText(WeekDays days);
/// "January, February", "every month"; empty for none.
QString monthsText(Months months);
/// "on the 23rd" is left to other languages: "on day 1, 15 and the last day", "on every day"; empty for none.
QString monthDatesText(const MonthDates &dates);
