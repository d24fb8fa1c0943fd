// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/companyreading.h"

namespace {

/// An optional that is empty is less than every moment.
void join(DeviceLife &whole, std::optional<Moment> &began, const BackupLife &part, BackupSet set)
{
    if (part.began > began) {
        began = part.began;
        whole.result = part.result;
    }
    if (part.lastBackup > whole.lastBackup)
        whole.lastBackup = part.lastBackup;
    if (part.nextBackup && (!whole.nextBackup || *part.nextBackup < *whole.nextBackup)) {
        whole.nextBackup = part.nextBackup;
        whole.nextSet = set;
    }
}

} // namespace

CompanyReading::CompanyReading(const PretendFleet &fleet, const PlanBook &book, const PretendCompany &company,
                               const ClockReading &clock)
    : m_company(company), m_changes(book.changes(fleet.positionOf(company))), m_clock(clock)
{
    const std::span<const PretendPlan> plans = book.seeded(fleet.positionOf(company));
    m_schedules.reserve(plans.size());
    for (const PretendPlan &plan : plans) {
        m_schedules.emplace_back(plan.schedule, clock.now);
        for (std::size_t role = 0; role < roles; ++role) {
            if ((plan.roles >> role & 1U) != 0)
                m_plansOfRole[role][static_cast<std::size_t>(plan.set)] = {&plan, &m_schedules.back()};
        }
    }
}

DeviceLife CompanyReading::life(const PretendDevice &device, std::uint32_t index) const
{
    DeviceLife whole;
    std::optional<Moment> began;
    for (std::size_t i = 0; i < backupSets; ++i) {
        const auto set = static_cast<BackupSet>(i);
        if (m_changes || m_plansOfRole[device.role][i].plan)
            join(whole, began, life(device, index, set), set);
    }
    whole.status = deviceStatus(device, m_clock, whole.result == BackupResult::InProgress);
    return whole;
}

BackupLife CompanyReading::life(const PretendDevice &device, std::uint32_t index, BackupSet set) const
{
    if (const NewPlanOfDevice *changed = newPlan(index, set))
        return lifeUnder(*changed, device);
    const SeededPlan &seeded = m_plansOfRole[device.role][static_cast<std::size_t>(set)];
    if (!seeded.plan || device.application != PlanApplication::Applied)
        return {};
    return backupLife(device, *seeded.schedule, m_clock);
}

BackupLife CompanyReading::lifeUnder(const NewPlanOfDevice &newPlan, const PretendDevice &device) const
{
    BackupLife life;
    if (newPlan.applied) {
        PlanSchedule schedule = newPlan.plan->schedule;
        schedule.since = *newPlan.applied;
        life = backupLife(device, {schedule, m_clock.now}, m_clock);
    }
    if (!life.began) {
        life.began = newPlan.before.began;
        life.result = newPlan.before.result;
    }
    if (!life.lastBackup)
        life.lastBackup = newPlan.before.lastBackup;
    return life;
}

const PretendPlan *CompanyReading::plan(const PretendDevice &device, std::uint32_t index, BackupSet set) const
{
    if (const NewPlanOfDevice *changed = newPlan(index, set))
        return changed->plan;
    const bool isForgotten = device.application == PlanApplication::None;
    return isForgotten ? nullptr : m_plansOfRole[device.role][static_cast<std::size_t>(set)].plan;
}

PlanApplication CompanyReading::application(const PretendDevice &device, std::uint32_t index,
                                            BackupSet set) const
{
    const NewPlanOfDevice *changed = newPlan(index, set);
    if (!changed)
        return device.application;
    if (!changed->applied)
        return PlanApplication::Failed;
    return *changed->applied <= m_clock.now ? PlanApplication::Applied : PlanApplication::Pending;
}
