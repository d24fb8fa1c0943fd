// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planfacts.h"

#include "app/base/visibletext.h"
#include "app/plans/plancolumns.h"
#include "app/plans/schedulesentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct PlanFactsWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanFacts)
};

Fact fact(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return {.label = label, .value = PlanFactsWords::tr("not reported by the API"), .isKnown = false};
    return {.label = label, .value = visibleText(value)};
}

// Which of the plan's switches are off. Nothing is said of those that are on.
QString switchedOff(const Plan &plan)
{
    QStringList off;
    if (!plan.isEnabled.value_or(true))
        off << PlanFactsWords::tr("plan off");
    if (plan.schedule && plan.schedule->isDisabled.value_or(false))
        off << PlanFactsWords::tr("schedule off");
    return off.join(u", "_s);
}

} // namespace

QString planDevicesText(const Plan &plan)
{
    if (!plan.devices && !plan.appliedOn && !plan.pendingOn && !plan.failedOn)
        return {};
    const QList<PlanTarget> targets = planTargets(plan);
    QStringList parts{QLocale().toString(targets.size())};
    for (const PlanDeviceState state : {PlanDeviceState::Pending, PlanDeviceState::Failed}) {
        const auto count = std::ranges::count(targets, state, &PlanTarget::state);
        if (count > 0)
            parts << QLocale().toString(qint64(count)) + u' ' + label(state);
    }
    return parts.join(u", "_s);
}

FactSection planFacts(const Plan &plan)
{
    FactSection section{.title = plan.name.isEmpty() ? PlanFactsWords::tr("Plan %1").arg(plan.id.text())
                                                     : visibleText(plan.name),
                        .facts = {}};
    if (const QString off = switchedOff(plan); !off.isEmpty())
        section.facts << fact(PlanFactsWords::tr("State"), off);
    section.facts << fact(PlanFactsWords::tr("What"), label(plan.what))
                  << fact(PlanFactsWords::tr("Where"), label(plan.where))
                  << fact(PlanFactsWords::tr("When"),
                          plan.schedule ? scheduleSentence(*plan.schedule) : QString())
                  << fact(PlanFactsWords::tr("Devices"), planDevicesText(plan));
    if (plan.groups && !plan.groups->isEmpty())
        section.facts << fact(PlanFactsWords::tr("Groups"), planGroupsText(plan));
    return section;
}
