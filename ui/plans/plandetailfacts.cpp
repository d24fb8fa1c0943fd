// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plandetailfacts.h"

#include "app/base/visibletext.h"
#include "app/plans/plancolumns.h"
#include "app/plans/planruns.h"
#include "app/plans/schedulesentence.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct PlanDetailsWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanDetails)
};

Fact fact(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return {.label = label, .value = PlanDetailsWords::tr("not reported by the API"), .isKnown = false};
    return {.label = label, .value = visibleText(value)};
}

Fact listFact(const QString &label, const std::optional<QStringList> &values)
{
    if (!values)
        return fact(label, {});
    return fact(label, values->isEmpty() ? PlanDetailsWords::tr("none") : values->join(u'\n'));
}

Fact flagFact(const QString &label, const std::optional<bool> &flag)
{
    return fact(label, !flag ? QString() : *flag ? PlanDetailsWords::tr("yes") : PlanDetailsWords::tr("no"));
}

Fact countFact(const QString &label, const std::optional<QList<DeviceId>> &devices)
{
    return fact(label, devices ? QLocale().toString(devices->size()) : QString());
}

FactSection contentFacts(const Plan &plan)
{
    FactSection section{.title = PlanDetailsWords::tr("What and where"), .facts = {}};
    section.facts << fact(PlanDetailsWords::tr("What"), label(plan.what))
                  << fact(PlanDetailsWords::tr("Where"), label(plan.where))
                  << fact(PlanDetailsWords::tr("Backup set"), label(plan.set))
                  << listFact(PlanDetailsWords::tr("Items"), plan.items)
                  << fact(PlanDetailsWords::tr("Local path"), plan.localPath);
    const bool isEntire = plan.what.known() == WhatToBackup::EntireMachine;
    if (isEntire) {
        // API.md, row 56: the API ignores these, and yet reports them
        section.facts << fact(PlanDetailsWords::tr("Excludes"),
                              PlanDetailsWords::tr("not in force for an entire machine"));
        return section;
    }
    section.facts << flagFact(PlanDetailsWords::tr("Hidden files left out"), plan.excludeHidden)
                  << flagFact(PlanDetailsWords::tr("System files left out"), plan.excludeSystem)
                  << listFact(PlanDetailsWords::tr("Left out in part"), plan.excludePartial);
    return section;
}

QString longestGapText(const Schedule &schedule)
{
    const std::optional<RunPattern> pattern = runPattern(schedule);
    const std::optional<int> days = pattern ? longestGapInDays(*pattern) : std::nullopt;
    if (!days)
        return {};
    return *days == 1 ? PlanDetailsWords::tr("1 day") : PlanDetailsWords::tr("%1 days").arg(*days);
}

FactSection scheduleFacts(const Plan &plan)
{
    FactSection section{.title = PlanDetailsWords::tr("When"), .facts = {}};
    section.facts << fact(PlanDetailsWords::tr("Plan on"), text(PlanColumn::Enabled, plan))
                  << fact(PlanDetailsWords::tr("Schedule on"), text(PlanColumn::ScheduleOn, plan))
                  << fact(PlanDetailsWords::tr("CDP"), text(PlanColumn::Cdp, plan));
    if (!plan.schedule)
        return section.facts << fact(PlanDetailsWords::tr("Schedule"), {}), section;
    const Schedule &schedule = *plan.schedule;
    section.facts << fact(PlanDetailsWords::tr("Schedule"), scheduleSentence(schedule));
    if (schedule.time.time.isValid())
        section.facts.back().toolTip =
            PlanDetailsWords::tr("IDrive does not state whose clock the time follows.");
    if (const QString gap = longestGapText(schedule); !gap.isEmpty())
        section.facts << fact(PlanDetailsWords::tr("Longest gap"), gap);
    section.facts << flagFact(PlanDetailsWords::tr("Missed backups start later"), schedule.startMissedBackup)
                  << fact(PlanDetailsWords::tr("E-mail"), label(schedule.mailFrequency))
                  << listFact(PlanDetailsWords::tr("Addresses"), schedule.emails);
    return section;
}

FactSection targetFacts(const Plan &plan)
{
    FactSection section{.title = PlanDetailsWords::tr("For whom"), .facts = {}};
    section.facts << countFact(PlanDetailsWords::tr("Applied"), plan.appliedOn)
                  << countFact(PlanDetailsWords::tr("Pending"), plan.pendingOn)
                  << countFact(PlanDetailsWords::tr("Failed"), plan.failedOn)
                  << fact(PlanDetailsWords::tr("Listed"),
                          plan.devices ? QLocale().toString(plan.devices->size()) : QString());
    const bool hasGroups = plan.groups && !plan.groups->isEmpty();
    section.facts << fact(PlanDetailsWords::tr("Groups"),
                          hasGroups         ? planGroupsText(plan)
                              : plan.groups ? PlanDetailsWords::tr("none")
                                            : QString());
    return section;
}

// What Steward does not know, word by word.
FactSection otherFacts(const Plan &plan)
{
    FactSection section{.title = PlanDetailsWords::tr("Also in the answer"), .facts = {}};
    const auto add = [&section](const QList<OtherField> &fields) {
        for (const OtherField &field : fields)
            section.facts << fact(field.path, field.json);
    };
    add(plan.otherFields);
    if (plan.schedule)
        add(plan.schedule->otherFields);
    if (plan.unreadableFields > 0)
        section.facts << fact(PlanDetailsWords::tr("Not understood"),
                              PlanDetailsWords::tr("%n fields", nullptr, plan.unreadableFields));
    if (plan.isRepaired)
        section.facts << fact(PlanDetailsWords::tr("Repaired"),
                              PlanDetailsWords::tr("bytes that are no text were replaced"));
    return section;
}

// "DEFAULT: Nightly, LOCAL: Disk": the plans in the backup sets of a device but this one.
QString otherSetsText(const PlanDevice &device, const Plan &plan)
{
    QStringList texts;
    for (const PlanOfSet &set : device.sets.value_or(QList<PlanOfSet>())) {
        if (set.plan == plan.id && !plan.id.isEmpty())
            continue;
        texts << label(set.set) + u": "_s + (set.name.isEmpty() ? set.plan.text() : set.name);
    }
    return texts.join(u", "_s);
}

QString deviceText(const PlanTarget &target, const PlanDevice *device, const Plan &plan)
{
    QStringList lines{label(target.state)};
    if (device && !device->failureReason.isEmpty())
        lines << device->failureReason;
    if (const QString sets = device ? otherSetsText(*device, plan) : QString(); !sets.isEmpty())
        lines << PlanDetailsWords::tr("also %1", "other backup sets with their plans").arg(sets);
    return lines.join(u'\n');
}

} // namespace

QList<FactSection> planDetailFacts(const Plan &plan, const QString &company)
{
    FactSection head;
    head.facts << fact(PlanDetailsWords::tr("Company"), company)
               << fact(PlanDetailsWords::tr("Plan ID"), plan.id.text());
    if (!plan.id.isEmpty())
        head.facts.back().name = u"copyPlanId"_s;
    QList<FactSection> sections{head, scheduleFacts(plan), contentFacts(plan), targetFacts(plan)};
    if (const FactSection other = otherFacts(plan); !other.facts.isEmpty())
        sections << other;
    return sections;
}

FactSection planDeviceFacts(const Plan &plan, const std::function<QString(const DeviceId &)> &nameOf)
{
    FactSection section{.title = PlanDetailsWords::tr("Devices"), .facts = {}};
    QHash<DeviceId, const PlanDevice *> devices;
    if (plan.devices) {
        for (const PlanDevice &device : *plan.devices)
            devices.insert(device.id, &device);
    }
    QList<PlanTarget> targets = planTargets(plan);
    std::ranges::stable_sort(targets, {}, &PlanTarget::state); // what failed comes first
    for (const PlanTarget &target : std::as_const(targets)) {
        if (section.facts.size() == mostPlanDevices) {
            section.facts << fact(PlanDetailsWords::tr("and more"),
                                  QLocale().toString(targets.size() - mostPlanDevices));
            break;
        }
        const PlanDevice *device = devices.value(target.device);
        QString name = device && !device->name.isEmpty() ? device->name : nameOf(target.device);
        if (name.isEmpty())
            name = target.device.text();
        section.facts << fact(visibleText(name), deviceText(target, device, plan));
    }
    return section;
}

QString sectionsAsText(const QString &title, const QList<FactSection> &sections)
{
    QString text = title + u'\n';
    for (const FactSection &section : sections) {
        for (const Fact &fact : section.facts)
            text += fact.label + u'\t' + QString(fact.value).replace(u'\n', u"; "_s) + u'\n';
    }
    return text;
}
