// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plancheck.h"

/// What there is to say of when a plan is to run.
QList<PlanProblem> scheduleProblems(const ScheduleDraft &schedule);
