// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plan.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// A group's id in its JSON type, alone or in an object with any of three names.
PlanGroup readGroup(const QJsonValue &value, JsonFields &counted)
{
    if (value.isString() || value.isDouble())
        return {.id = value};
    JsonFields fields(value.toObject());
    PlanGroup group{.id = fields.raw("group_id"_L1, "id"_L1),
                    .name = fields.text("group_name"_L1, "name"_L1)};
    const bool isId = group.id.isString() || group.id.isDouble();
    counted.takeOver(fields, u"groups."_s);
    if (!isId && (group.name.isEmpty() || !group.id.isNull()))
        counted.countUnreadable();
    if (!isId)
        group.id = QJsonValue::Null;
    return group;
}

std::optional<QList<PlanGroup>> readGroups(JsonFields &fields)
{
    const QJsonValue value = fields.raw("groups"_L1, "group_ids"_L1);
    if (value.isNull())
        return std::nullopt;
    QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray{value};
    if (value.isString()) {
        entries = {};
        for (const QString &id : value.toString().split(u',', Qt::SkipEmptyParts))
            entries.append(id.trimmed());
    }
    QList<PlanGroup> groups;
    for (const auto &entry : std::as_const(entries)) {
        PlanGroup group = readGroup(entry, fields);
        if (!group.idText().isEmpty() || !group.name.isEmpty())
            groups.append(std::move(group));
    }
    return groups;
}

std::optional<QList<PlanDevice>> readDevices(JsonFields &fields)
{
    const std::optional<QList<QJsonObject>> objects = fields.objects("devices"_L1);
    if (!objects)
        return std::nullopt;
    QList<PlanDevice> devices;
    devices.reserve(objects->size());
    for (const QJsonObject &object : *objects)
        devices.append(readPlanDevice(object));
    return devices;
}

void readDetails(Plan &plan, JsonFields &fields)
{
    const std::optional<QJsonObject> object = fields.object("backup_details"_L1);
    if (!object)
        return;
    JsonFields details(*object);
    plan.what = whatToBackup(details.text("what_to_backup"_L1));
    plan.where = whereToBackup(details.text("where_to_backup"_L1));
    plan.items = details.texts("items_to_backup"_L1);
    plan.localPath = details.text("local_dest_path"_L1);
    fields.takeOver(details, u"backup_details."_s);
}

} // namespace

std::optional<QList<DeviceId>> readDeviceIds(JsonFields &fields, QLatin1StringView name)
{
    const QJsonValue value = fields.raw(name);
    if (value.isNull())
        return std::nullopt;
    QStringList ids;
    const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto &entry : entries) {
        JsonFields alone(entry.isObject() ? entry.toObject() : QJsonObject{{"device_id"_L1, entry}});
        const QString words = alone.id("device_id"_L1, "id"_L1);
        ids += words.split(u',');
        if (entry.isObject() && words.isEmpty() && alone.unreadable() == 0)
            fields.countUnreadable();
        fields.takeOver(alone, name + u'.');
    }
    QList<DeviceId> devices;
    QSet<DeviceId> seen;
    for (const QString &id : std::as_const(ids)) {
        const DeviceId device(id.trimmed());
        if (device.isEmpty() || seen.contains(device))
            continue;
        seen.insert(device);
        devices.append(device);
    }
    return devices;
}

Plan readPlan(const QJsonObject &object)
{
    JsonFields fields(object);
    Plan plan{
        .id = PlanId(fields.id("backup_id"_L1)),
        .company = CompanyId(fields.id("company_id"_L1)),
        .name = fields.text("name"_L1, "backup_name"_L1, "plan_name"_L1),
        .set = backupSet(fields.text("backup_set"_L1)),
        .isEnabled = fields.flag("is_backup_enabled"_L1),
        .isCdpEnabled = fields.flag("cdp_enabled"_L1, "enable_cdp"_L1),
        .cdpFrequency = cdpFrequency(fields.text("cdp_frequency"_L1)),
        .excludeHidden = fields.flag("exclude_hidden"_L1),
        .excludeSystem = fields.flag("exclude_system"_L1),
        .excludePartial = fields.words("exclude_partial"_L1),
        .appliedOn = readDeviceIds(fields, "backup_applied_on"_L1),
        .pendingOn = readDeviceIds(fields, "backup_pending_on"_L1),
        .failedOn = readDeviceIds(fields, "backup_failed_on"_L1),
        .devices = readDevices(fields),
        .groups = readGroups(fields),
    };
    readDetails(plan, fields);
    if (const std::optional<QJsonObject> schedule = fields.object("schedule_info"_L1, "scheduler"_L1)) {
        plan.schedule = readSchedule(*schedule);
        plan.unreadableFields += plan.schedule->unreadableFields;
    }
    for (const PlanDevice &device : plan.devices.value_or(QList<PlanDevice>()))
        plan.unreadableFields += device.unreadableFields;
    plan.unreadableFields += fields.unreadable();
    plan.otherFields = fields.others();
    return plan;
}

QList<PlanTarget> planTargets(const Plan &plan)
{
    QList<PlanTarget> targets;
    QHash<DeviceId, qsizetype> places;
    const auto add = [&](const DeviceId &device, PlanDeviceState state) {
        if (device.isEmpty())
            return;
        const auto place = places.constFind(device);
        if (place == places.cend()) {
            places.insert(device, targets.size());
            targets.append({device, state});
        } else {
            targets[*place].state = std::min(targets[*place].state, state);
        }
    };
    for (const PlanDevice &device : plan.devices.value_or(QList<PlanDevice>()))
        add(device.id, PlanDeviceState::Listed);
    for (const auto &[list, state] : {std::pair(&plan.appliedOn, PlanDeviceState::Applied),
                                      std::pair(&plan.pendingOn, PlanDeviceState::Pending),
                                      std::pair(&plan.failedOn, PlanDeviceState::Failed)}) {
        for (const DeviceId &device : list->value_or(QList<DeviceId>()))
            add(device, state);
    }
    return targets;
}

QString label(PlanDeviceState state)
{
    switch (state) {
    case PlanDeviceState::Failed:
        return QCoreApplication::translate("PlanDeviceState", "failed");
    case PlanDeviceState::Pending:
        return QCoreApplication::translate("PlanDeviceState", "pending");
    case PlanDeviceState::Applied:
        return QCoreApplication::translate("PlanDeviceState", "applied");
    case PlanDeviceState::Listed:
        return QCoreApplication::translate("PlanDeviceState", "listed");
    }
    return {};
}
