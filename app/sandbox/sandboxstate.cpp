// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxstate.h"

#include "app/sandbox/seededplans.h"

#include <algorithm>

SandboxState::SandboxState(const PretendFleet &fleet, SandboxClock clock, ChangeLimits limits)
    : m_fleet(fleet), m_clock(clock), m_limits(limits), m_plans(std::make_shared<const PlanBook>(fleet))
{ }

std::vector<const PretendCompany *> SandboxState::companies() const
{
    std::vector<const PretendCompany *> all;
    for (const PretendCompany &company : m_fleet.companies())
        all.push_back(&company);
    const std::lock_guard lock(m_mutex);
    for (const PretendCompany &company : m_companies)
        all.push_back(&company);
    return all;
}

const PretendCompany *SandboxState::company(std::uint64_t id) const
{
    if (const PretendCompany *company = m_fleet.company(id))
        return company;
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::lower_bound(m_companies, id, {}, &PretendCompany::id);
    return found != m_companies.end() && found->id == id ? &*found : nullptr;
}

Allowed<const PretendCompany *> SandboxState::createCompany(const PretendCompany &parent, std::string name)
{
    const std::lock_guard lock(m_mutex);
    if (m_companies.size() >= m_limits.companies)
        return tl::unexpected(Refused{Refusal::TooMuchCreated, "name"});
    const PretendCompany &newest = m_companies.empty() ? m_fleet.companies().back() : m_companies.back();
    const auto level = parent.level == PretendCompany::Level::Own ? PretendCompany::Level::Sub
                                                                  : PretendCompany::Level::BelowSub;
    m_companies.push_back(m_fleet.makeCompany(newest.id + 1, level, std::move(name)));
    return &m_companies.back();
}

std::shared_ptr<const PlanBook> SandboxState::plans() const
{
    const std::lock_guard lock(m_mutex);
    return m_plans;
}

Allowed<std::pair<PlanEffect, std::uint32_t>>
SandboxState::createPlan(const PretendCompany &company, PretendPlan plan,
                         const std::vector<std::uint32_t> &targets, bool isDryRun)
{
    const ClockReading now = clock();
    const std::lock_guard making(m_makingPlan);
    const std::shared_ptr<const PlanBook> present = plans();
    const CompanyReading reading(m_fleet, *present, company, now);
    plan.id = static_cast<std::uint32_t>(firstCreatedPlanId + counts().plans + 1);
    const auto made = std::make_shared<const PretendPlan>(std::move(plan));
    PlanEffect effect = effectOf(*made, targets, m_fleet, reading, now);
    if (isDryRun)
        return std::pair(std::move(effect), made->id);
    const std::size_t devices = effect.devices.size();
    const auto changed = std::make_shared<const PlanBook>(
        present->with(m_fleet.positionOf(company), made, std::exchange(effect.devices, {})));
    const std::lock_guard lock(m_mutex);
    if (m_planCount >= m_limits.plans || m_planDeviceCount + devices > m_limits.plansOfDevices)
        return tl::unexpected(Refused{Refusal::TooMuchCreated, "backup_policy"});
    ++m_planCount;
    m_planDeviceCount += devices;
    m_plans = changed;
    return std::pair(std::move(effect), made->id);
}

Allowed<NotificationSetting> SandboxState::setNotification(NotificationSetting setting)
{
    const std::lock_guard lock(m_mutex);
    const std::pair place(setting.device, setting.set);
    const auto present = m_notifications.find(place);
    if (present != m_notifications.end() && present->second == setting)
        return tl::unexpected(Refused{Refusal::SameNotification, "backup_set"});
    if (present == m_notifications.end() && m_notifications.size() >= m_limits.notifications)
        return tl::unexpected(Refused{Refusal::TooMuchCreated, "emails"});
    m_notifications[place] = setting;
    m_lastNotification = setting;
    return setting;
}

SandboxState::Counts SandboxState::counts() const
{
    const std::lock_guard lock(m_mutex);
    return {m_companies.size(), m_planCount, m_notifications.size(), m_lastNotification};
}
