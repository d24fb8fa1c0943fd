// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceplanfacts.h"

#include "app/base/visibletext.h"
#include "app/fleet/deviceplans.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

// The context of the words for translators.
struct DeviceDetailsWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceDetails)
};

// "pending, plan off"; nothing where all is as it should be.
QString stateText(const KnownPlan &plan, PlanDeviceState state)
{
    QStringList states;
    if (state == PlanDeviceState::Failed || state == PlanDeviceState::Pending)
        states << label(state);
    if (!plan.isOn)
        states << DeviceDetailsWords::tr("plan off");
    if (!plan.isScheduleOn)
        states << DeviceDetailsWords::tr("schedule off");
    return states.join(u", "_s);
}

} // namespace

FactSection devicePlanFacts(const DevicePlans &plans, DeviceRow row)
{
    FactSection section{.title = DeviceDetailsWords::tr("Backup plans"), .facts = {}};
    for (const DevicePlan &of : plans.plans(row)) {
        const KnownPlan &plan = plans.plan(of.plan);
        const QString set = plan.set.word().isEmpty() ? DeviceDetailsWords::tr("Plan") : label(plan.set);
        const QString name =
            plan.name.isEmpty() ? DeviceDetailsWords::tr("Plan %1").arg(plan.id.text()) : plan.name;
        section.facts.append({.label = visibleText(set),
                              .value = visibleText(name).left(longestName),
                              .addition = stateText(plan, of.state)});
    }
    if (section.facts.isEmpty() && plans.isRead(row))
        section.facts.append({.label = DeviceDetailsWords::tr("Plan"),
                              .value = DeviceDetailsWords::tr("in no plan of its company")});
    return section;
}
