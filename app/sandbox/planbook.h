// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/devicelife.h"
#include "app/sandbox/pretendfleet.h"
#include "app/sandbox/pretendplan.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// A device that got a plan while the sandbox runs.
struct NewPlanOfDevice
{
    std::uint32_t index = 0; ///< of the device in the fleet
    const PretendPlan *plan = nullptr;
    std::optional<Moment> applied; ///< when the plan reaches the device; nothing if that fails
    BackupLife before = {}; ///< what its backups in this set had come to until then
};

/// What was changed about the plans of one company.
struct PlanChanges
{
    std::vector<std::shared_ptr<const PretendPlan>> plans; ///< in the order in which they were made
    std::vector<NewPlanOfDevice> devices; ///< by rising index, then set; the newest of each pair alone

    const NewPlanOfDevice *find(std::uint32_t device, BackupSet set) const;
};

/// All plans of all companies at one moment. Never changes: each new plan makes a new book, which shares all other
/// pages with the one before, so that an answer that is still being sent stays one and the same.
class PlanBook
{
public:
    explicit PlanBook(const PretendFleet &fleet);

    /// The plans that the company at \a position of the fleet has had from the beginning.
    std::span<const PretendPlan> seeded(std::size_t position) const { return (*m_seeded)[position]; }
    /// nullptr: nothing was changed.
    const PlanChanges *changes(std::size_t position) const;
    /// All plans of the company, in the order of their age.
    std::vector<const PretendPlan *> plans(std::size_t position) const;

    /// This book and \a plan in it, which \a devices follow from now on: by rising index.
    PlanBook with(std::size_t position, std::shared_ptr<const PretendPlan> plan,
                  std::vector<NewPlanOfDevice> devices) const;

private:
    std::shared_ptr<const std::vector<std::vector<PretendPlan>>> m_seeded;
    std::map<std::size_t, std::shared_ptr<const PlanChanges>> m_changes;
};
