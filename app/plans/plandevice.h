// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/devices/devicewords.h"
#include "app/net/jsonfields.h"
#include "app/notifications/backupset.h"

#include <optional>

/// The plan that a device has in one of its backup sets. It may be of another company, or not be known any more.
struct PlanOfSet
{
    OpenWord<BackupSet> set;
    PlanId plan;
    QString name;

    friend bool operator==(const PlanOfSet &, const PlanOfSet &) = default;
};

/// A device as a plan's answer lists it: the fields of the device list, and three more. Texts are empty, optionals nullopt, where the
/// API reported nothing.
/// Source: API document, "Fetch Backup Plan", devices.
struct PlanDevice
{
    DeviceId id;
    CompanyId company;
    QString name;
    OpenWord<DeviceStatus> status;
    OpenWord<DeviceOs> os;
    OpenWord<LastResult> lastResult;
    QString version;
    QString tag;
    QString group;
    QString lastBackup; ///< The server's text; see readServerTime(). The last success.
    QString nextBackup;
    QString failureReason;
    OpenWord<BackupSet> nextSet;
    std::optional<QList<PlanOfSet>> sets;
    int unreadableFields = 0;
    QList<OtherField> otherFields{}; ///< Their paths begin with "devices.".

    friend bool operator==(const PlanDevice &, const PlanDevice &) = default;
};

PlanDevice readPlanDevice(const QJsonObject &object);
