// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/plancreation.h"

#include "app/sandbox/chance.h"

namespace {

/// A plan takes a while to get to a device that is online, and waits for one that is not. In one case of 256 it fails.
std::optional<Moment> applied(const PretendDevice &device, const PretendPlan &plan, Moment now)
{
    const std::uint64_t luck = chance(device.word, plan.id);
    const std::optional<Moment> online = onlineFrom(device, now);
    if (!online || bits(luck, 0, 8) == 0)
        return std::nullopt;
    return *online + std::chrono::seconds(20 + bits(luck, 8, 6));
}

/// A run that still goes on when its plan is replaced is stopped.
BackupLife stopped(BackupLife life)
{
    if (life.result == BackupResult::InProgress)
        life.result = BackupResult::Cancelled;
    return life;
}

} // namespace

PlanEffect effectOf(const PretendPlan &plan, const std::vector<std::uint32_t> &targets,
                    const PretendFleet &fleet, const CompanyReading &company, const ClockReading &clock)
{
    PlanEffect effect;
    for (const std::uint32_t index : targets) {
        const PretendDevice device = fleet.device(company.company(), index);
        if (plan.set == BackupSet::EntireMachine && pretendRoles()[device.role].os != PretendOs::Windows)
            continue;
        if (isInactive(company.life(device, index).status)) {
            effect.notApplied.push_back(device.word);
            continue;
        }
        if (const PretendPlan *replaced = company.plan(device, index, plan.set))
            effect.conflicts.push_back({device.word, replaced->name});
        effect.applied.push_back(device.word);
        effect.devices.push_back(
            {index, &plan, applied(device, plan, clock.now), stopped(company.life(device, index, plan.set))});
    }
    return effect;
}

std::vector<std::uint32_t> devicesInGroup(const PretendFleet &fleet, const PretendCompany &company,
                                          std::string_view name)
{
    std::vector<std::uint32_t> devices;
    for (std::uint32_t index = company.devices.first; index < company.devices.last; ++index) {
        const PretendDevice device = fleet.device(company, index);
        if (device.isGrouped && pretendRoles()[device.role].group == name)
            devices.push_back(index);
    }
    return devices;
}
