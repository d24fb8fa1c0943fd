// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/planschedule.h"
#include "app/sandbox/pretenddevice.h"

#include <cstdint>
#include <optional>

enum class DeviceStatus : std::uint8_t { Online, Offline, Blocked, Archived, Paused };
enum class BackupResult : std::uint8_t { None, Success, Failed, Failure, InProgress, Cancelled };

/// How the backups of a device under one of its plans are doing at one moment.
struct BackupLife
{
    BackupResult result = BackupResult::None;
    std::optional<Moment> began; ///< start of the run whose result it is
    std::optional<Moment> lastBackup; ///< end of the last successful run
    std::optional<Moment> nextBackup; ///< planned start of the next run, or of the one that was missed

    friend bool operator==(const BackupLife &, const BackupLife &) = default;
};

/// How \a device is doing under the plan whose schedule is \a reading. Follows from device, schedule and clock alone:
/// nothing is stored, and the fleet lives by being asked again. A run starts at its planned time, or is missed if the
/// device is offline then; it is In Progress for a while and ends; the cut-off stops it.
BackupLife backupLife(const PretendDevice &device, const ScheduleReading &reading, const ClockReading &clock);

/// \a isRunning: one of its backups is in progress.
DeviceStatus deviceStatus(const PretendDevice &device, const ClockReading &clock, bool isRunning);

/// Whether a new plan cannot be applied to it: blocked, cancelled or archived. Source: API document, Create Backup
/// Plan, not_applied_to.
bool isInactive(DeviceStatus status);

/// The first moment, \a moment or later, at which \a device is online; nothing if that is far off.
std::optional<Moment> onlineFrom(const PretendDevice &device, Moment moment);
