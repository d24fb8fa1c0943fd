// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planimpact.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

struct PlanImpactWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanImpact)
};

/// Only its set and targets count; a plan that does not say its set is judged by what and where, and if it says neither it may be in any.
bool mayBeIn(const Plan &plan, BackupSet set)
{
    if (!plan.set.word().isEmpty())
        return plan.set.known() == set;
    if (!plan.what.known() || !plan.where.known())
        return true;
    return setOf({.what = *plan.what.known(), .where = *plan.where.known()}) == set;
}

struct PresentPlan
{
    PlanId id{};
    QString name{};
    bool isOfDevice = false; // the device's own map of sets says so
};

using PresentPlans = QHash<DeviceId, PresentPlan>;

// The map of sets that comes with a device is nearer to it than the lists of a plan.
void takeSets(const PlanDevice &device, BackupSet set, PresentPlans &present)
{
    if (!device.sets)
        return;
    for (const PlanOfSet &inSet : *device.sets) {
        if (inSet.set.known() == set && !(inSet.plan.isEmpty() && inSet.name.isEmpty()))
            present[device.id] = {inSet.plan, inSet.name, true};
    }
}

PresentPlans presentPlans(const QList<Plan> &known, BackupSet set)
{
    PresentPlans present;
    for (const Plan &plan : known) {
        if (plan.devices) {
            for (const PlanDevice &device : *plan.devices)
                takeSets(device, set, present);
        }
        if (!mayBeIn(plan, set))
            continue;
        const QList<PlanTarget> targets = planTargets(plan);
        for (const PlanTarget &target : targets) {
            PresentPlan &now = present[target.device];
            if (!now.isOfDevice)
                now = {plan.id, plan.name, false};
        }
    }
    return present;
}

QString nameOf(const PresentPlan &plan)
{
    return plan.name.isEmpty() ? PlanImpactWords::tr("plan %1").arg(plan.id.text()) : plan.name;
}

/// Why \a device does not get the plan as far as Steward can tell; empty: it does.
QString ownReason(const ChosenDevice &device, const PlanDraft &draft)
{
    if (isLeftOut(device.status))
        return PlanImpactWords::tr("%1 at IDrive, so not active").arg(label(device.status));
    const bool isOther = device.os.known() && device.os.known() != DeviceOs::Windows;
    if (draft.what == WhatToBackup::EntireMachine && isOther)
        return PlanImpactWords::tr("%1: entire machines are backed up on Windows only").arg(label(device.os));
    return {};
}

QString replacedWhy(const QString &plan)
{
    return PlanImpactWords::tr("“%1” is replaced").arg(visibleText(plan));
}

struct Said
{
    explicit Said(const PlanCreated &answer) : namesConflicts(answer.conflicts.has_value())
    {
        for (const PlanConflict &conflict : answer.conflicts.value_or(QList<PlanConflict>()))
            conflicts.insert(conflict.device, conflict.planName);
        for (const DeviceId &device : answer.applied.value_or(QList<DeviceId>()))
            applied.insert(device);
        for (const DeviceId &device : answer.notApplied.value_or(QList<DeviceId>()))
            notApplied.insert(device);
    }

    bool namesConflicts;
    QHash<DeviceId, QString> conflicts;
    QSet<DeviceId> applied;
    QSet<DeviceId> notApplied;
};

void judgeBySaid(DeviceEffect &effect, const Said &said)
{
    const DeviceId &id = effect.device.id;
    if (said.notApplied.contains(id)) {
        effect.why = effect.kind == PlanEffectKind::LeftOut
            ? effect.why
            : PlanImpactWords::tr("left out by IDrive: not active");
        effect.kind = PlanEffectKind::LeftOut;
    } else if (said.conflicts.contains(id)) {
        if (const QString name = said.conflicts.value(id); !name.isEmpty())
            effect.planNow = name;
        effect.kind = PlanEffectKind::Replaced;
        effect.why = replacedWhy(effect.planNow);
    } else if (!said.applied.contains(id) && effect.kind != PlanEffectKind::LeftOut) {
        effect.kind = PlanEffectKind::NotMentioned;
        effect.why = effect.planNow.isEmpty()
            ? PlanImpactWords::tr("not named by IDrive")
            : PlanImpactWords::tr("not named by IDrive; its plan may be replaced");
    } else if (effect.kind == PlanEffectKind::Replaced && said.namesConflicts) {
        effect.why = PlanImpactWords::tr("“%1” may be replaced, although IDrive names no conflict")
                         .arg(visibleText(effect.planNow));
    }
}

DeviceEffect ownEffect(const ChosenDevice &device, const PlanDraft &draft, const PresentPlans &present,
                       const QString &free)
{
    DeviceEffect effect{.device = device};
    if (const auto now = present.constFind(device.id); now != present.cend())
        effect.planNow = nameOf(*now);
    if (const QString reason = ownReason(device, draft); !reason.isEmpty()) {
        effect.kind = PlanEffectKind::LeftOut;
        effect.why = reason;
    } else if (!effect.planNow.isEmpty()) {
        effect.kind = PlanEffectKind::Replaced;
        effect.why = replacedWhy(effect.planNow);
    } else {
        effect.why = free;
    }
    return effect;
}

} // namespace

QString label(PlanEffectKind kind)
{
    switch (kind) {
    case PlanEffectKind::Replaced:
        return PlanImpactWords::tr("Plan is replaced");
    case PlanEffectKind::First:
        return PlanImpactWords::tr("Gets its first plan");
    case PlanEffectKind::LeftOut:
        return PlanImpactWords::tr("Left out");
    case PlanEffectKind::NotMentioned:
        return PlanImpactWords::tr("Not mentioned by IDrive");
    }
    return {};
}

BackupSet setOf(const PlanDraft &draft)
{
    if (draft.what == WhatToBackup::EntireMachine)
        return BackupSet::EntireMachine;
    return draft.where == WhereToBackup::Local ? BackupSet::Local : BackupSet::Default;
}

PlanImpact planImpact(const PlanDraft &draft, const QList<ChosenDevice> &chosen, const QList<Plan> &known,
                      const PlanCreated *answer)
{
    PlanImpact impact{.set = setOf(draft)};
    const PresentPlans present = presentPlans(known, impact.set);
    const std::optional<Said> said = answer ? std::optional<Said>(*answer) : std::nullopt;
    const QString free = PlanImpactWords::tr("set %1 is free").arg(backupSet(impact.set).word());
    std::array<std::vector<DeviceEffect>, planEffectKinds.size()> byKind;
    for (const ChosenDevice &device : chosen) {
        DeviceEffect effect = ownEffect(device, draft, present, free);
        if (said)
            judgeBySaid(effect, *said);
        byKind.at(static_cast<size_t>(effect.kind)).push_back(std::move(effect));
    }
    impact.devices.reserve(static_cast<size_t>(chosen.size()));
    for (size_t kind = 0; kind < byKind.size(); ++kind) {
        impact.counts.at(kind) = std::ssize(byKind.at(kind));
        std::ranges::move(byKind.at(kind), std::back_inserter(impact.devices));
    }
    return impact;
}

QString planSituation(const PlanDraft &draft, const QList<Plan> &known)
{
    const BackupSet set = setOf(draft);
    const PresentPlans present = presentPlans(known, set);
    QStringList lines;
    for (const DeviceId &device : draft.devices) {
        if (const auto now = present.constFind(device); now != present.cend())
            lines.append(device.text() + u'\n' + now->id.text() + u'\n' + now->name);
    }
    const QString name = sentName(draft.name);
    for (const Plan &plan : known) {
        const bool isNamesake = plan.name.compare(name, Qt::CaseInsensitive) == 0;
        if (isNamesake || (!draft.groups.isEmpty() && mayBeIn(plan, set)))
            lines.append(u'\n' + plan.id.text() + u'\n' + plan.name);
    }
    lines.removeDuplicates();
    lines.sort();
    const QByteArray text = lines.join("\n\n"_L1).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}
