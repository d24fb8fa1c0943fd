// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/dryrunverdict.h"

#include "app/base/sentname.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct DryRunVerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(DryRunVerdict)
};

struct StoredWord
{
    DryRunVerdict verdict;
    QLatin1StringView word;
};

constexpr std::array storedWords{
    StoredWord{DryRunVerdict::Unknown, QLatin1StringView("unknown")},
    StoredWord{DryRunVerdict::Harmless, QLatin1StringView("harmless")},
    StoredWord{DryRunVerdict::Acts, QLatin1StringView("acts")},
    StoredWord{DryRunVerdict::CannotTell, QLatin1StringView("cannot_tell")},
};

/// What a plan is and for whom.
Plan lasting(const Plan &plan)
{
    Plan kept = plan;
    QList<DeviceId> targets;
    for (const PlanTarget &target : planTargets(plan))
        targets.append(target.device);
    std::ranges::sort(targets);
    kept.appliedOn = targets;
    kept.pendingOn.reset();
    kept.failedOn.reset();
    kept.devices.reset();
    kept.otherFields.clear();
    kept.unreadableFields = 0;
    kept.isRepaired = false;
    if (kept.schedule) {
        kept.schedule->otherFields.clear();
        kept.schedule->unreadableFields = 0;
    }
    return kept;
}

QList<Plan> lasting(const QList<Plan> &plans)
{
    QList<Plan> kept;
    for (const Plan &plan : plans)
        kept.append(lasting(plan));
    std::ranges::sort(kept, {}, [](const Plan &plan) { return std::pair(plan.id, plan.name); });
    return kept;
}

using SetsByDevice = std::map<DeviceId, QList<PlanOfSet>>;

SetsByDevice setsByDevice(const QList<Plan> &plans)
{
    SetsByDevice sets;
    for (const Plan &plan : plans) {
        const QList<PlanDevice> devices = plan.devices.value_or(QList<PlanDevice>());
        for (const PlanDevice &device : devices) {
            if (device.sets)
                sets[device.id] = *device.sets;
        }
    }
    return sets;
}

/// A plan that was not there before, and that is the draft's.
bool isMade(const PlanDraft &draft, const QList<Plan> &before, const QList<Plan> &after,
            const PlanCreated *answer)
{
    QSet<PlanId> known;
    for (const Plan &plan : before)
        known.insert(plan.id);
    const QString name = sentName(draft.name);
    return std::ranges::any_of(after, [&](const Plan &plan) {
        const bool isNew = !plan.id.isEmpty() && !known.contains(plan.id);
        return isNew && (sentName(plan.name) == name || (answer && plan.id == answer->id));
    });
}

} // namespace

QString sentence(DryRunVerdict verdict)
{
    switch (verdict) {
    case DryRunVerdict::Unknown:
        return DryRunVerdictWords::tr(
            "IDrive does not say what a dry run does. None was tried with this account yet.");
    case DryRunVerdict::Harmless:
        return DryRunVerdictWords::tr("A dry run was seen to leave the plans of this account as they were.");
    case DryRunVerdict::Acts:
        return DryRunVerdictWords::tr(
            "A dry run created a plan for real with this account. Steward sends none to it any more.");
    case DryRunVerdict::CannotTell:
        return DryRunVerdictWords::tr(
            "A dry run was tried with this account, and whether it changed plans could not be told.");
    }
    return {};
}

QString storedWord(DryRunVerdict verdict)
{
    const auto *const found = std::ranges::find(storedWords, verdict, &StoredWord::verdict);
    return found == storedWords.end() ? QString() : QString(found->word);
}

DryRunVerdict dryRunVerdictOf(const QString &storedWord)
{
    const auto *const found = std::ranges::find(storedWords, storedWord, &StoredWord::word);
    return found == storedWords.end() ? DryRunVerdict::Unknown : found->verdict;
}

DryRunVerdict judgedDryRun(const PlanDraft &draft, const QList<Plan> &before, const QList<Plan> &after,
                           DryRunEnd end, const PlanCreated *answer)
{
    if (isMade(draft, before, after, answer))
        return DryRunVerdict::Acts;
    const bool isSame = lasting(before) == lasting(after) && setsByDevice(before) == setsByDevice(after);
    const bool namesAPlan = answer && !answer->id.isEmpty();
    return isSame && end == DryRunEnd::Answered && !namesAPlan ? DryRunVerdict::Harmless
                                                               : DryRunVerdict::CannotTell;
}
