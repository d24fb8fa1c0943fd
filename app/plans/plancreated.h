// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/plans/plan.h"

class QJsonDocument;

/// A device whose plan in the same backup set is replaced (or would be, after a dry run).
struct PlanConflict
{
    DeviceId device;
    QString planName; ///< The plan that goes.

    friend bool operator==(const PlanConflict &, const PlanConflict &) = default;
};

/// What the server says to a plan that was created. Success in part is success: look at notApplied.
/// Source: API document, "Create Backup Plan".
struct PlanCreated
{
    PlanId id; ///< Empty after a dry run, as a rule.
    std::optional<QList<PlanConflict>> conflicts; ///< nullopt: not reported.
    std::optional<QList<DeviceId>>
        applied; ///< nullopt: not reported, which is not "nobody". Never reckoned from the other.
    std::optional<QList<DeviceId>> notApplied; ///< Devices that are blocked, cancelled or archived.
    OpenWord<WhereToBackup> where;
    std::optional<qint64>
        bodyStatus; ///< `status` of the body; 201 as a rule. Others than 2xx are worth a note.
    int unreadableFields = 0;
    QList<OtherField> otherFields{};

    friend bool operator==(const PlanCreated &, const PlanCreated &) = default;
};

/// Every device that the answer names, as often as it does.
QList<DeviceId> namedDevices(const PlanCreated &created);
/// Those of \a asked that the answer names neither as applied nor as not applied.
QList<DeviceId> notMentioned(const PlanCreated &created, const QList<DeviceId> &asked);

/// The answer to a creation; see createPlan() for the errors.
Result<PlanCreated> readPlanCreated(const QJsonDocument &answer);
/// The answer to a dry run.
Result<PlanCreated> readPlanDryRun(const QJsonDocument &answer);
