// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/planschedule.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What of a device a plan backs up; a device follows one plan for each. The document's other two words,
/// MAPPED_DRIVE and EXPRESS, cannot be made through the API, and no pretended device has them.
enum class BackupSet : std::uint8_t { Default, Local, EntireMachine };
inline constexpr std::size_t backupSets = 3;
inline constexpr std::array<std::string_view, backupSets> backupSetWords{"DEFAULT", "LOCAL",
                                                                         "ENTIRE_MACHINE"};

/// A backup plan. Source: API document, Create Backup Plan and Fetch Backup Plan.
struct PretendPlan
{
    std::uint32_t id = 0;
    std::string name; ///< UTF-8
    BackupSet set = BackupSet::Default;
    bool isLocal = false; ///< where_to_backup is LOCAL; an entire machine can be, too
    std::vector<std::string> items = {};
    std::string localPath = {};
    PlanSchedule schedule = {};
    bool excludesHidden = false;
    bool excludesSystem = false;
    std::string cdpFrequency = {}; ///< empty: no continuous data protection
    std::string excludePartial = {};
    std::string emails = {}; ///< joined by commas, as Fetch Backup Plan answers them
    std::string notification = "NEVER";
    std::vector<std::string> groups = {}; ///< IDs of the groups it was made for
    std::uint32_t roles = 0; ///< which roles of its company follow it from the beginning: bit n is role n
};
