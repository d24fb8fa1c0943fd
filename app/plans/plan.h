// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandevice.h"
#include "app/plans/plangroup.h"
#include "app/plans/planwords.h"
#include "app/plans/schedule.h"

/// A backup plan as the API tells it. Where a text is empty, a word is empty or an optional has no value, the person reads "not reported
/// by the API": the document shows no answer for files and folders at all.
/// Source: API document, "Fetch Backup Plan"; API.md, parts E and F.
struct Plan
{
    PlanId id;
    CompanyId company; ///< Usually not said: the company is the one that was asked.
    QString name;
    OpenWord<BackupSet> set;

    // Three switches that do not follow from each other; the third is schedule->isDisabled.
    std::optional<bool> isEnabled;
    std::optional<bool> isCdpEnabled;

    OpenWord<WhatToBackup> what;
    OpenWord<WhereToBackup> where;
    std::optional<QStringList> items; ///< Paths and policy rules, each as it came.
    QString localPath;
    OpenWord<CdpFrequency> cdpFrequency;
    std::optional<bool> excludeHidden; ///< Not in force for an entire machine, whatever is said.
    std::optional<bool> excludeSystem;
    std::optional<QStringList> excludePartial;
    std::optional<Schedule> schedule;

    std::optional<QList<DeviceId>> appliedOn;
    std::optional<QList<DeviceId>> pendingOn;
    std::optional<QList<DeviceId>> failedOn;
    std::optional<QList<PlanDevice>> devices;
    std::optional<QList<PlanGroup>> groups;

    int unreadableFields = 0; ///< Of the plan, its schedule and its devices.
    QList<OtherField>
        otherFields{}; ///< Fields of the plan and of its parts that Steward does not know; those of devices are there.
    bool isRepaired = false; ///< The row was no valid UTF-8: what could not be read is U+FFFD.

    friend bool operator==(const Plan &, const Plan &) = default;
};

/// How far a plan is on a device. The stronger word comes first: a device may be in several lists at once (in the sample it is pending,
/// and stands among the devices "to which the plan has been applied").
enum class PlanDeviceState { Failed, Pending, Applied, Listed };

struct PlanTarget
{
    DeviceId device;
    PlanDeviceState state = PlanDeviceState::Listed;

    friend bool operator==(const PlanTarget &, const PlanTarget &) = default;
};

/// Every device that any of the four lists names, once each, in the order in which they are named (devices first).
QList<PlanTarget> planTargets(const Plan &plan);

/// Translated: "failed", "pending", "applied", "listed".
QString label(PlanDeviceState state);

/// Reads one row; every field costs itself alone. A row without an id is a plan too.
Plan readPlan(const QJsonObject &object);

/// Device ids in any shape: absent or null (nullopt: nothing was said), "" (nobody), "a", "a,b", "a, b", with a comma too many, an array of
/// those, an array of objects with a device_id.
/// Source: API document, "Create Backup Plan" (applied_to) and "Fetch Backup Plan" (backup_applied_on); API.md, row 52.
std::optional<QList<DeviceId>> readDeviceIds(JsonFields &fields, QLatin1StringView name);
