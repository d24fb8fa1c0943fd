// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "app/plans/plandraft.h"

/// A draft that is like a plan which exists.
struct PlanLike
{
    PlanDraft draft{}; ///< With the plan's devices and groups, without a company; its name is a new one.
    QStringList
        gaps{}; ///< What the API did not tell of the plan, one translated sentence each: the person has to fill it in or check it.
};

/// The API has no edit: a new plan like \a plan for the same devices takes its place.
/// Source: API.md, row 48.
PlanLike planLike(const Plan &plan);
