// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/planbook.h"

#include <array>
#include <vector>

/// How a device is doing at one moment, under all its plans together.
struct DeviceLife
{
    DeviceStatus status = DeviceStatus::Online;
    BackupResult result = BackupResult::None; ///< of the run that began last
    std::optional<Moment> lastBackup; ///< end of the last successful run
    std::optional<Moment> nextBackup; ///< planned start of the next run, or of the one that was missed
    BackupSet nextSet = BackupSet::Default; ///< what is backed up then

    friend bool operator==(const DeviceLife &, const DeviceLife &) = default;
};

/// One company's plans at one moment: what all its devices have in common is reckoned once.
class CompanyReading
{
public:
    /// \a company is one of \a fleet's own; all must outlive the reading.
    CompanyReading(const PretendFleet &fleet, const PlanBook &book, const PretendCompany &company,
                   const ClockReading &clock);

    CompanyReading(const CompanyReading &) = delete; // its parts point at each other
    CompanyReading &operator=(const CompanyReading &) = delete;

    const PretendCompany &company() const { return m_company; }
    /// Device number \a index of the fleet, which is \a device.
    DeviceLife life(const PretendDevice &device, std::uint32_t index) const;
    BackupLife life(const PretendDevice &device, std::uint32_t index, BackupSet set) const;
    /// nullptr: the device follows none in this set.
    const PretendPlan *plan(const PretendDevice &device, std::uint32_t index, BackupSet set) const;
    PlanApplication application(const PretendDevice &device, std::uint32_t index, BackupSet set) const;

private:
    static constexpr std::size_t roles = 18;
    struct SeededPlan
    {
        const PretendPlan *plan = nullptr;
        const ScheduleReading *schedule = nullptr;
    };
    using PlansOfRole = std::array<SeededPlan, backupSets>;

    const NewPlanOfDevice *newPlan(std::uint32_t index, BackupSet set) const
    {
        return m_changes ? m_changes->find(index, set) : nullptr;
    }
    BackupLife lifeUnder(const NewPlanOfDevice &newPlan, const PretendDevice &device) const;

    const PretendCompany &m_company;
    const PlanChanges *m_changes;
    ClockReading m_clock;
    std::vector<ScheduleReading> m_schedules;
    std::array<PlansOfRole, roles> m_plansOfRole;
};
