// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plancheck.h"

/// What there is to say of the paths and rules of \a draft, and of its local path, for devices of \a systems.
QList<PlanProblem> itemProblems(const PlanDraft &draft, const ChosenSystems &systems);

/// What there is to say of its exclusions and addresses.
QList<PlanProblem> optionProblems(const PlanDraft &draft);
