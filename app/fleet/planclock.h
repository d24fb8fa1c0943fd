// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "app/plans/planruns.h"

#include <optional>

/// How far the clock that the time of \a plan follows is ahead of the clock of the server's times, in milliseconds. The API names neither; but
/// the server tells when a device runs next, and of which backup set: that is the schedule's time of day on the server's clock. nullopt: no
/// device tells, or they do not agree.
/// Source: the sample of "Fetch Backup Plan": 16:45:00 in the schedule and 11:15:00 as the next run (API.md, row 34).
std::optional<qint64> planClockAhead(const Plan &plan, const RunPattern &pattern);
