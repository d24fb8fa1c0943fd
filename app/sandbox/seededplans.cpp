// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/seededplans.h"

#include "app/sandbox/chance.h"
#include "app/sandbox/devicegroups.h"

#include <array>

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

using Frequency = PlanSchedule::Frequency;

enum Question : std::uint64_t { Plans = 200, DefaultTime, ServerTime, LocalTime };

constexpr std::uint32_t allRoles = (1U << 18) - 1;
constexpr std::uint32_t servers = (1U << serverRoles) - 1;
constexpr std::uint32_t firstSeededPlanId = 300'000;
constexpr std::uint32_t mostPlansOfACompany = 8;
static_assert(firstSeededPlanId + mostPlansOfACompany * 6'000 < firstCreatedPlanId);

/// Roles whose machines run Windows, out of \a roles.
std::uint32_t onWindows(std::uint32_t roles)
{
    std::uint32_t result = 0;
    for (std::size_t role = 0; role < pretendRoles().size(); ++role) {
        if (pretendRoles()[role].os == PretendOs::Windows)
            result |= roles & 1U << role;
    }
    return result;
}

/// One of sixteen quarters of an hour from \a earliest on.
seconds quarterFrom(hours earliest, std::uint64_t luck)
{
    return (earliest + minutes(15 * bits(luck, 0, 4))) % hours(24);
}

/// The parts of one company's chance, each for one question.
struct Luck
{
    std::uint64_t word;

    /// True \a times out of sixteen. \a which: 0 to 15.
    bool oneOf16(unsigned which, unsigned times) const { return bits(word, 4 * which, 4) < times; }
};

PretendPlan defaultPlan(const PretendCompany &company, std::uint64_t seed, Luck luck)
{
    PretendPlan plan{.name = "Default backup plan",
                     .items = {"[PROFILEDEFAULTFOLDERS]", "[All Profiles Folder]"},
                     .excludesHidden = luck.oneOf16(1, 8),
                     .excludesSystem = true,
                     .roles = allRoles};
    plan.schedule.time = quarterFrom(hours(luck.oneOf16(2, 8) ? 12 : 17), chance(seed, DefaultTime));
    if (luck.oneOf16(3, 3))
        plan.schedule.weekdays = PlanSchedule::mondayToFriday;
    if (luck.oneOf16(4, 5))
        plan.schedule.cutoff = hours(7) + minutes(30);
    plan.schedule.startsMissed = luck.oneOf16(5, 6);
    if (luck.oneOf16(7, 4)) {
        plan.cdpFrequency = luck.oneOf16(8, 8) ? "SIXTY_MINUTES" : "TEN_MINUTES";
        plan.excludePartial = "*.iso,*.log,*.ost,*.vhdx,*.vmdk";
    }
    if (luck.oneOf16(9, 10)) {
        plan.emails = "backup@" + company.token.substr(0, 6) + ".example";
        plan.notification = luck.oneOf16(10, 12) ? "ON_FAILURE" : "ALWAYS";
    }
    return plan;
}

PretendPlan serverPlan(const PretendCompany &company, std::uint64_t seed)
{
    PretendPlan plan{.name = "Servers, whole machines",
                     .set = BackupSet::EntireMachine,
                     .excludesHidden = true, // the document's sample of such a plan answers true, too
                     .excludesSystem = true,
                     .notification = "NEVER",
                     .groups = {groupId(company, "Servers")},
                     .roles = onWindows(servers)};
    plan.schedule.time = quarterFrom(hours(21), chance(seed, ServerTime));
    plan.schedule.cutoff = hours(9);
    return plan;
}

PretendPlan localPlan(std::uint64_t seed, Luck luck)
{
    PretendPlan plan{.name = "Local copy",
                     .set = BackupSet::Local,
                     .isLocal = true,
                     .items = {"C:\\Data\\Finance\\", "%ALLUSERSPROFILE%"},
                     .localPath = luck.oneOf16(11, 8) ? "D:\\IDrive360LocalDest" : "",
                     .roles = onWindows(servers) | 1U << deskRole};
    plan.schedule.frequency = Frequency::Weekly;
    plan.schedule.weekdays = luck.oneOf16(12, 8) ? 1U << 6 : 1U << 3 | 1U << 0;
    plan.schedule.time = quarterFrom(hours(2), chance(seed, LocalTime));
    plan.schedule.isOff = luck.oneOf16(13, 4);
    return plan;
}

PretendPlan monthEndPlan(const PretendCompany &company)
{
    PretendPlan plan{.name = "Month end",
                     .set = BackupSet::Local,
                     .isLocal = true,
                     .items = {"/srv/archive/", "/Users/*/Desktop/"},
                     .groups = {groupId(company, "Storage")},
                     .roles = 1U << 6};
    plan.schedule.frequency = Frequency::Monthly;
    plan.schedule.dates = PlanSchedule::lastDate;
    plan.schedule.time = hours(22);
    return plan;
}

PretendPlan tillPlan(const PretendCompany &company)
{
    PretendPlan plan{.name = "Tills, every hour",
                     .items = {"C:\\POS\\Journal\\*.log"},
                     .groups = {groupId(company, "Tills")},
                     .roles = 1U << specialRole(Speciality::Tills)};
    plan.schedule.frequency = Frequency::Hourly;
    plan.schedule.time = minutes(20);
    return plan;
}

} // namespace

std::vector<PretendPlan> seededPlans(std::uint64_t seed, const PretendCompany &company,
                                     std::uint32_t position)
{
    const std::uint64_t own = seed ^ company.id * 0x9e3779b1ULL;
    const Luck luck{chance(own, Plans)};
    std::vector<PretendPlan> plans;
    const bool hasNone = position % 37 == 20 || company.devices.count() == 0;
    if (hasNone)
        return plans;
    plans.push_back(defaultPlan(company, own, luck));
    plans.front().schedule.isOff = position % 41 == 17; // made, and never started
    if (luck.oneOf16(14, 7) && company.devices.count() > 10) {
        plans.push_back(serverPlan(company, own));
        plans.front().roles &= ~plans.back().roles | (luck.oneOf16(15, 8) ? allRoles : 0);
    }
    if (luck.oneOf16(0, 5))
        plans.push_back(localPlan(own, luck));
    if (luck.oneOf16(0, 3))
        plans.push_back(monthEndPlan(company));
    if (company.speciality == Speciality::Tills) {
        plans.push_back(tillPlan(company));
        plans.front().roles &= ~plans.back().roles;
    }
    std::uint32_t id = firstSeededPlanId + position * mostPlansOfACompany;
    for (PretendPlan &plan : plans) {
        plan.id = id++;
        plan.schedule.eastOfUtc = minutes(company.minutesEastOfUtc);
    }
    return plans;
}
