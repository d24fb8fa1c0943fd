// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretenddevice.h"

#include <chrono>
#include <cstdint>
#include <optional>

/// A moment of the sandbox's clock, in UTC.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A moment taken apart once, for many devices.
struct ClockReading
{
    explicit ClockReading(Moment moment);

    Moment now;
    std::chrono::sys_days today;
    std::chrono::minutes sinceMidnight;
    std::uint64_t hour; ///< counted from 1970
};

enum class DeviceStatus : std::uint8_t { Online, Offline, Blocked, Archived, Paused };
enum class BackupResult : std::uint8_t { None, Success, Failed, Failure, InProgress, Cancelled };

/// How a device is doing at one moment.
struct DeviceLife
{
    DeviceStatus status = DeviceStatus::Online;
    BackupResult result = BackupResult::None;
    std::optional<Moment> lastBackup; ///< end of the last successful run
    std::optional<Moment> nextBackup; ///< planned start of the next run, or of the one that was missed

    friend bool operator==(const DeviceLife &, const DeviceLife &) = default;
};

/// How \a device is doing. Follows from the two alone: nothing is stored, and the fleet lives by being asked
/// again.
DeviceLife deviceLife(const PretendDevice &device, const ClockReading &clock);
