// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/devices/devicetable.h"
#include "app/devices/devicewords.h"

#include <QList>
#include <QString>

/// A device that a new plan is for, with what decides whether it gets it.
struct ChosenDevice
{
    DeviceId id{};
    QString name{}; ///< As the server gave it.
    OpenWord<DeviceOs> os{};
    OpenWord<DeviceStatus> status{};

    friend bool operator==(const ChosenDevice &, const ChosenDevice &) = default;
};

/// The device in \a row of \a table.
ChosenDevice chosenDevice(const DeviceTable &table, DeviceRow row);

/// How many of the chosen devices are of which kind: all that the rules ask of them, so that a key press does not go through thousands.
struct ChosenSystems
{
    qsizetype windows = 0;
    qsizetype mac = 0;
    qsizetype linux = 0;
    qsizetype unknown = 0; ///< A system that is not known is not Windows.
    qsizetype inactive = 0; ///< Blocked, archived, cancelled, not active: IDrive leaves them out.

    qsizetype total() const { return windows + mac + linux + unknown; }
    qsizetype notWindows() const { return mac + linux; }
    friend bool operator==(const ChosenSystems &, const ChosenSystems &) = default;
};

/// Counts \a device once more, or, with -1, once less.
void count(ChosenSystems &systems, const ChosenDevice &device, int by = 1);
ChosenSystems systemsOf(const QList<ChosenDevice> &devices);

/// True when a plan is not applied to a device of this status.
/// Source: API document, "Create Backup Plan", not_applied_to: "blocked/canceled/archived".
bool isLeftOut(const OpenWord<DeviceStatus> &status);
