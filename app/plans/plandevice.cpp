// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandevice.h"

using namespace Qt::StringLiterals;

namespace {

// A map from the set's word to its plan. A set without a plan (null) stays in the list, without one.
std::optional<QList<PlanOfSet>> readSets(JsonFields &fields)
{
    const std::optional<QJsonObject> map = fields.object("user_backup_sets"_L1);
    if (!map)
        return std::nullopt;
    QList<PlanOfSet> sets;
    for (auto entry = map->begin(); entry != map->end(); ++entry) {
        const bool isNone = entry.value().isNull() || entry.value() == QJsonValue(""_L1);
        if (!entry.value().isObject() && !isNone)
            fields.countUnreadable();
        JsonFields plan(entry.value().toObject());
        sets.append({.set = backupSet(entry.key()),
                     .plan = PlanId(plan.id("backup_id"_L1)),
                     .name = plan.text("backup_name"_L1, "plan_name"_L1, "name"_L1)});
        fields.takeOver(plan, u"user_backup_sets."_s);
    }
    return sets;
}

} // namespace

PlanDevice readPlanDevice(const QJsonObject &object)
{
    JsonFields fields(object);
    PlanDevice device{
        .id = DeviceId(fields.id("device_id"_L1)),
        .company = CompanyId(fields.id("company_id"_L1)),
        .name = fields.text("name"_L1),
        .status = deviceStatus(fields.text("status"_L1)),
        .os = deviceOs(fields.text("os"_L1)),
        .lastResult = lastResult(fields.text("backup_status"_L1)),
        .version = fields.text("version"_L1),
        .tag = fields.text("custom_tag"_L1),
        .group = fields.text("group_name"_L1),
        .lastBackup = fields.text("last_backup"_L1),
        .nextBackup = fields.text("next_backup"_L1),
        .failureReason = fields.text("backup_failure_reason"_L1),
        .nextSet = backupSet(fields.text("next_scheduled_backupset_name"_L1)),
        .sets = readSets(fields),
    };
    device.unreadableFields = fields.unreadable();
    device.otherFields = fields.others(u"devices."_s);
    return device;
}
