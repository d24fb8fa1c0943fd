// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretenddevice.h"

#include "app/sandbox/chance.h"

#include <algorithm>
#include <array>

namespace {

/// One place in the round of eight workstations, and how many earlier places of the round have the same role.
struct WorkstationPlace
{
    RoleIndex role;
    std::uint8_t rank;
};

constexpr RoleIndex anySpeciality = 255;
constexpr std::array<WorkstationPlace, 8> round{{
    {laptopRole, 0},
    {deskRole, 0},
    {laptopRole, 1},
    {deskRole, 1},
    {macBookRole, 0},
    {laptopRole, 2},
    {deskRole, 2},
    {anySpeciality, 0},
}};

constexpr std::uint32_t inOneRound(RoleIndex role)
{
    return static_cast<std::uint32_t>(std::ranges::count(round, role, &WorkstationPlace::role));
}

constexpr std::array<std::uint32_t, 3> workstationsInRound{inOneRound(laptopRole), inOneRound(deskRole),
                                                           inOneRound(macBookRole)};

struct RolePlace
{
    RoleIndex role;
    std::uint32_t serial;
};

/// Which machine stands at \a position of \a count machines of a company: about one in six is a server, the
/// rest are workstations, every eighth of these the speciality's.
RolePlace rolePlace(std::uint32_t position, std::uint32_t count, Speciality speciality)
{
    const std::uint32_t servers = (count + 5) / 6;
    if (position < servers)
        return {static_cast<RoleIndex>(position % serverRoles),
                static_cast<std::uint32_t>(position / serverRoles + 1)};
    const std::uint32_t workstation = position - servers;
    const WorkstationPlace place = round[workstation % round.size()];
    const auto rounds = static_cast<std::uint32_t>(workstation / round.size());
    if (place.role == anySpeciality)
        return {specialRole(speciality), rounds + 1};
    return {place.role, rounds * workstationsInRound[place.role - laptopRole] + place.rank + 1};
}

/// Three in 1,024 are machines that were set up anew and got another ID: the one before it in the row has their name now.
bool wasEnrolledAgain(std::uint32_t luck)
{
    return luck >= 20 && luck < 23; // of those that have not been seen since
}

/// Of 1,024 devices, 16 were forgotten when the plans were made, with 4 it failed, and 6 have not been seen since.
PlanApplication application(std::uint32_t luck)
{
    if (luck < 16)
        return PlanApplication::None;
    if (luck < 20)
        return PlanApplication::Failed;
    return luck < 26 ? PlanApplication::Pending : PlanApplication::Applied;
}

} // namespace

PretendDevice pretendDevice(const PretendCompany &company, std::uint32_t index, std::uint64_t word)
{
    const auto [role, serial] =
        rolePlace(index - company.devices.first, company.devices.count(), company.speciality);
    const std::uint64_t luck = chance(word, 0);
    PretendDevice device{.word = word,
                         .role = role,
                         .serial = wasEnrolledAgain(bits(luck, 29, 10)) && serial > 1 ? serial - 1 : serial,
                         .tag = static_cast<std::uint8_t>(bits(luck, 0, 3)),
                         .version = static_cast<std::uint8_t>(bits(luck, 3, 4)),
                         .isGrouped = bits(luck, 7, 4) != 0,
                         .temperament = static_cast<std::uint16_t>(bits(luck, 11, 10)),
                         .phase = static_cast<std::uint16_t>(bits(luck, 21, 8)),
                         .application = application(bits(luck, 29, 10))};
    const std::uint32_t oddity = bits(luck, 45, 10); // one device in 128 is odd in one way or the other
    if (oddity < 4)
        device.oddName = static_cast<std::uint8_t>(bits(luck, 55, 3));
    else if (oddity < 8)
        device.oddTag = static_cast<std::uint8_t>(bits(luck, 55, 3));
    return device;
}
