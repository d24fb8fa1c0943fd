// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/moment.h"
#include "app/sandbox/planbook.h"
#include "app/sandbox/plancreation.h"
#include "app/sandbox/pretendfleet.h"
#include "app/sandbox/refusals.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

/// How a person is told about the backups of a device in one set.
struct NotificationSetting
{
    std::uint32_t device = 0;
    std::string set; ///< DEFAULT and its like
    std::string often; ///< ALWAYS and its like
    std::string emails; ///< joined by commas

    friend bool operator==(const NotificationSetting &, const NotificationSetting &) = default;
};

/// How much may be changed, so that memory has a bound. More is refused as entity_creation_failed.
struct ChangeLimits
{
    std::size_t companies = 10'000;
    std::size_t plans = 10'000;
    std::size_t plansOfDevices = 2'000'000;
    std::size_t notifications = 1'000'000;
};

/// The fleet and all that was changed about it since the program began. Many threads may use it at once; what it hands
/// out never changes. It is gone when the program ends.
class SandboxState
{
public:
    /// \a fleet must outlive the state.
    explicit SandboxState(const PretendFleet &fleet, SandboxClock clock = SandboxClock(),
                          ChangeLimits limits = {});

    const PretendFleet &fleet() const { return m_fleet; }
    ClockReading clock() const { return ClockReading(m_clock.now()); }

    /// By rising id: those of the fleet, then the created ones. They stay where they are.
    std::vector<const PretendCompany *> companies() const;
    /// nullptr: there is none.
    const PretendCompany *company(std::uint64_t id) const;
    Allowed<const PretendCompany *> createCompany(const PretendCompany &parent, std::string name);

    std::shared_ptr<const PlanBook> plans() const;
    /// What \a plan does to \a targets, rising numbers of devices of \a company; it is done unless \a isDryRun. The
    /// plan's id is given here and comes back with the effect.
    Allowed<std::pair<PlanEffect, std::uint32_t>> createPlan(const PretendCompany &company, PretendPlan plan,
                                                             const std::vector<std::uint32_t> &targets,
                                                             bool isDryRun);

    Allowed<NotificationSetting> setNotification(NotificationSetting setting);

    struct Counts
    {
        std::size_t companies = 0; ///< created, as are the plans
        std::size_t plans = 0;
        std::size_t notifications = 0;
        NotificationSetting lastNotification = {};
    };
    Counts counts() const;

private:
    const PretendFleet &m_fleet;
    const SandboxClock m_clock;
    const ChangeLimits m_limits;
    std::mutex m_makingPlan; // from the look at the present plans until the new one stands among them
    mutable std::mutex m_mutex; // guards all below, for moments only
    std::deque<PretendCompany> m_companies; // a deque, so that growing moves none
    std::shared_ptr<const PlanBook> m_plans;
    std::size_t m_planCount = 0;
    std::size_t m_planDeviceCount = 0;
    std::map<std::pair<std::uint32_t, std::string>, NotificationSetting> m_notifications;
    NotificationSetting m_lastNotification;
};
