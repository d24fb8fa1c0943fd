// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "app/plans/plancreated.h"
#include "app/plans/plandraft.h"
#include "app/plans/plantargets.h"

#include <array>
#include <vector>

/// What a new plan does to a device.
enum class PlanEffectKind {
    Replaced, ///< Its present plan in the same backup set goes, for good.
    First, ///< It has none in this set.
    LeftOut, ///< It does not get the plan.
    NotMentioned, ///< IDrive was asked and did not name it.
};
inline constexpr std::array planEffectKinds{PlanEffectKind::Replaced, PlanEffectKind::First,
                                            PlanEffectKind::LeftOut, PlanEffectKind::NotMentioned};
/// "Plan is replaced".
QString label(PlanEffectKind kind);

/// One row of the review.
struct DeviceEffect
{
    ChosenDevice device{};
    QString planNow{}; ///< In the same backup set; empty: none is known.
    PlanEffectKind kind = PlanEffectKind::First;
    QString why{}; ///< Translated.
};

/// What a draft does to whom.
struct PlanImpact
{
    BackupSet set = BackupSet::Default;
    std::vector<DeviceEffect> devices{}; ///< In the order of PlanEffectKind, then as they were chosen.
    std::array<qsizetype, planEffectKinds.size()> counts{};

    qsizetype count(PlanEffectKind kind) const { return counts.at(static_cast<size_t>(kind)); }
};

/// The backup set that \a draft is made in: files to the cloud DEFAULT, files to a disk LOCAL. What an entire machine to a disk is in is
/// not stated; it is taken for ENTIRE_MACHINE.
/// Source: API.md, row 15.
BackupSet setOf(const PlanDraft &draft);

/// \a chosen: the devices of \a draft. \a known: the company's plans as they were read. \a answer: what IDrive said to a dry run or to the
/// creation; nullptr: it was not asked, and this is Steward's own reckoning.
PlanImpact planImpact(const PlanDraft &draft, const QList<ChosenDevice> &chosen, const QList<Plan> &known,
                      const PlanCreated *answer = nullptr);

/// A short text that is the same as long as the plans mean the same for \a draft: which plans its devices have in its set, and which
/// plans bear its name. With group targets every plan of the set counts.
QString planSituation(const PlanDraft &draft, const QList<Plan> &known);
