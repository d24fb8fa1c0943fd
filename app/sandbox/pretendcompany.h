// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendrole.h"

#include <QString>

#include <cstdint>
#include <string>

/// Devices first, first + 1, ... last - 1 of the fleet.
struct DeviceRange
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    std::uint32_t count() const { return last - first; }
    friend bool operator==(const DeviceRange &, const DeviceRange &) = default;
};

/// One company of the pretended hierarchy.
struct PretendCompany
{
    /// The key's own company lists its sub companies. What lies below those is found by name and by id alone.
    enum class Level { Own, Sub, BelowSub };

    std::uint32_t id = 0;
    Level level = Level::Sub;
    std::string name; ///< UTF-8
    QString foldedName; ///< for searches that do not mind upper and lower case
    std::string devicePrefix; ///< its devices' names begin with it, as in "CAS-DC01"
    std::string token; ///< last part of the setup link and first field of the configuration ID
    Speciality speciality = Speciality::Workshop;
    int minutesEastOfUtc = 0; ///< its local time: backups run in its evening, the sandbox's clock is UTC
    DeviceRange devices;
};
