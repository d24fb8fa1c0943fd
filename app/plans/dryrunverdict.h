// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "app/plans/plancreated.h"
#include "app/plans/plandraft.h"

/// What is known of dry runs on an account and endpoint. IDrive does not specify what a dry run does.
enum class DryRunVerdict {
    Unknown, ///< None was tried.
    Harmless, ///< One was answered and seen to leave the plan list unchanged.
    Acts, ///< One created a plan for real.
    CannotTell, ///< One was tried, and the plan lists do not show what it did.
};

/// One translated sentence about what \a verdict means for the person.
QString sentence(DryRunVerdict verdict);

/// How the settings write it; these words never change. A word that is none of them is Unknown.
QString storedWord(DryRunVerdict verdict);
DryRunVerdict dryRunVerdictOf(const QString &storedWord);

/// How a dry run ended, as far as its verdict goes.
enum class DryRunEnd {
    Answered, ///< With JSON of whatever shape, or with nothing at all.
    Lost, ///< It may still act.
};

/// What a dry run of \a draft did, from the plans of its company right \a before and right \a after. What plans tell of the state of their
/// devices changes by itself and does not count. \a answer: what was said; nullptr: nothing that could be read. An answer that names a
/// plan is suspicious, also when the list does not show it.
/// Source: API.md, row 50.
DryRunVerdict judgedDryRun(const PlanDraft &draft, const QList<Plan> &before, const QList<Plan> &after,
                           DryRunEnd end, const PlanCreated *answer);
