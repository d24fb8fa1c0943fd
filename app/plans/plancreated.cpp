// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancreated.h"

#include "app/net/errorenvelope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

std::optional<QList<PlanConflict>> readConflicts(JsonFields &fields)
{
    const std::optional<QList<QJsonObject>> objects = fields.objects("conflicts"_L1);
    if (!objects)
        return std::nullopt;
    QList<PlanConflict> conflicts;
    for (const QJsonObject &object : *objects) {
        JsonFields entry(object);
        PlanConflict conflict{.device = DeviceId(entry.id("device_id"_L1)),
                              .planName = entry.text("plan_name"_L1, "backup_name"_L1, "name"_L1)};
        fields.takeOver(entry, u"conflicts."_s);
        if (conflict.device.isEmpty() && conflict.planName.isEmpty())
            fields.countUnreadable();
        else
            conflicts.append(std::move(conflict));
    }
    return conflicts;
}

bool isErrorStatus(const std::optional<qint64> &status)
{
    return status && *status >= 400 && *status < 600;
}

} // namespace

QList<DeviceId> namedDevices(const PlanCreated &created)
{
    QList<DeviceId> named =
        created.applied.value_or(QList<DeviceId>()) + created.notApplied.value_or(QList<DeviceId>());
    const QList<PlanConflict> conflicts = created.conflicts.value_or(QList<PlanConflict>());
    for (const PlanConflict &conflict : conflicts) {
        if (!conflict.device.isEmpty())
            named.append(conflict.device);
    }
    return named;
}

QList<DeviceId> notMentioned(const PlanCreated &created, const QList<DeviceId> &asked)
{
    QSet<DeviceId> mentioned;
    for (const auto *list : {&created.applied, &created.notApplied}) {
        for (const DeviceId &device : list->value_or(QList<DeviceId>()))
            mentioned.insert(device);
    }
    QList<DeviceId> others;
    std::ranges::copy_if(asked, std::back_inserter(others),
                         [&](const DeviceId &device) { return !mentioned.contains(device); });
    return others;
}

Result<PlanCreated> readPlanDryRun(const QJsonDocument &answer)
{
    const QJsonObject object = answer.isArray() ? answer.array().first().toObject() : answer.object();
    JsonFields fields(object);
    PlanCreated created{
        .id = PlanId(fields.id("backup_id"_L1)),
        .conflicts = readConflicts(fields),
        .applied = readDeviceIds(fields, "applied_to"_L1),
        .notApplied = readDeviceIds(fields, "not_applied_to"_L1),
        .where = whereToBackup(fields.text("where_to_backup"_L1)),
        .bodyStatus = fields.integer("status"_L1),
    };
    if (isErrorStatus(created.bodyStatus))
        return tl::unexpected(errorFromAnswer(static_cast<int>(*created.bodyStatus), "application/json",
                                              QJsonDocument(object).toJson(QJsonDocument::Compact)));
    created.unreadableFields = fields.unreadable();
    created.otherFields = fields.others();
    return created;
}

Result<PlanCreated> readPlanCreated(const QJsonDocument &answer)
{
    Result<PlanCreated> created = readPlanDryRun(answer);
    if (created && created->id.isEmpty())
        return tl::unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
    return created;
}
