// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/companyreading.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// A device that loses a plan to a new one.
struct PlanClash
{
    std::uint64_t deviceWord = 0;
    std::string replacedPlan; ///< its name
};

/// What a new plan does, or would do.
struct PlanEffect
{
    std::vector<PlanClash> conflicts;
    std::vector<std::uint64_t> notApplied; ///< words of devices that are blocked, cancelled or archived
    std::vector<std::uint64_t> applied; ///< words of devices that follow it from now on
    std::vector<NewPlanOfDevice> devices; ///< the same, by rising index
};

/// Reckons what \a plan does to \a targets, rising numbers of devices of \a company. Macs and Linux machines are left
/// out of an entire-machine plan without a word. Source: API document, Create Backup Plan.
PlanEffect effectOf(const PretendPlan &plan, const std::vector<std::uint32_t> &targets,
                    const PretendFleet &fleet, const CompanyReading &company, const ClockReading &clock);

/// The devices of \a company that are in the group \a name, by rising number.
std::vector<std::uint32_t> devicesInGroup(const PretendFleet &fleet, const PretendCompany &company,
                                          std::string_view name);
