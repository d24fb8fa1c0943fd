// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancolumns.h"

#include "app/plans/schedulesentence.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct PlanColumnsWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanColumns)
};

QString switchText(const std::optional<bool> &isOn)
{
    return !isOn ? QString()
        : *isOn  ? PlanColumnsWords::tr("on", "a switch")
                 : PlanColumnsWords::tr("off", "a switch");
}

QString countText(const std::optional<QList<DeviceId>> &devices)
{
    return devices ? QString::number(devices->size()) : QString();
}

QString scheduleText(const Plan &plan)
{
    return plan.schedule ? scheduleSentence(*plan.schedule) : QString();
}

QString scheduleOnText(const Plan &plan)
{
    if (!plan.schedule || !plan.schedule->isDisabled)
        return {};
    return switchText(!*plan.schedule->isDisabled);
}

QString cdpText(const Plan &plan)
{
    const QString isOn = switchText(plan.isCdpEnabled);
    const bool hasPace = plan.isCdpEnabled.value_or(false) && !plan.cdpFrequency.word().isEmpty();
    return hasPace ? isOn + u", "_s + label(plan.cdpFrequency) : isOn;
}

} // namespace

const std::array<PlanColumnRow, planColumnCount> planColumnTable{{
    {PlanColumn::Name, "name", QT_TRANSLATE_NOOP("PlanColumns", "Plan"), false, false,
     [](const Plan &plan) {
         return plan.name;
     }},
    {PlanColumn::Company, "company", QT_TRANSLATE_NOOP("PlanColumns", "Company"), false, true, nullptr},
    {PlanColumn::What, "what", QT_TRANSLATE_NOOP("PlanColumns", "What"), false, true,
     [](const Plan &plan) {
         return label(plan.what);
     }},
    {PlanColumn::Where, "where", QT_TRANSLATE_NOOP("PlanColumns", "Where"), false, true,
     [](const Plan &plan) {
         return label(plan.where);
     }},
    {PlanColumn::Schedule, "when", QT_TRANSLATE_NOOP("PlanColumns", "When"), false, false, scheduleText},
    {PlanColumn::Applied, "applied", QT_TRANSLATE_NOOP("PlanColumns", "Applied"), true, false,
     [](const Plan &plan) {
         return countText(plan.appliedOn);
     }},
    {PlanColumn::Pending, "pending", QT_TRANSLATE_NOOP("PlanColumns", "Pending"), true, false,
     [](const Plan &plan) {
         return countText(plan.pendingOn);
     }},
    {PlanColumn::Failed, "failed", QT_TRANSLATE_NOOP("PlanColumns", "Failed"), true, false,
     [](const Plan &plan) {
         return countText(plan.failedOn);
     }},
    {PlanColumn::Groups, "group", QT_TRANSLATE_NOOP("PlanColumns", "Groups"), false, false, planGroupsText},
    {PlanColumn::Enabled, "enabled", QT_TRANSLATE_NOOP("PlanColumns", "Plan on"), false, true,
     [](const Plan &plan) {
         return switchText(plan.isEnabled);
     }},
    {PlanColumn::ScheduleOn, "schedule", QT_TRANSLATE_NOOP("PlanColumns", "Schedule on"), false, true,
     scheduleOnText},
    {PlanColumn::Cdp, "cdp", QT_TRANSLATE_NOOP("PlanColumns", "CDP"), false, true, cdpText},
    {PlanColumn::Set, "set", QT_TRANSLATE_NOOP("PlanColumns", "Backup set"), false, true,
     [](const Plan &plan) {
         return label(plan.set);
     }},
    {PlanColumn::Id, "id", QT_TRANSLATE_NOOP("PlanColumns", "Plan ID"), false, false,
     [](const Plan &plan) {
         return plan.id.text();
     }},
}};

QString header(PlanColumn column)
{
    return QCoreApplication::translate("PlanColumns", columnRow(column).header);
}

const QueryFields &planQueryFields()
{
    static const QueryFields fields = [] {
        std::vector<QueryField> all;
        for (const PlanColumnRow &row : planColumnTable)
            all.push_back({.name = QString::fromLatin1(row.word),
                           .label = header(row.column),
                           .kind = row.isNumber ? QueryKind::Version : QueryKind::Text,
                           .hasValueList = row.hasFewValues});
        return QueryFields(std::move(all));
    }();
    return fields;
}

QString planGroupsText(const Plan &plan)
{
    QStringList groups;
    for (const PlanGroup &group : plan.groups.value_or(QList<PlanGroup>()))
        groups << (group.name.isEmpty() ? group.idText() : group.name);
    return groups.join(u", "_s);
}
