// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicegroups.h"

#include <algorithm>

namespace {

/// The number of the role that names the group first stands for the group.
std::size_t firstRoleOf(std::string_view group)
{
    const std::span<const PretendRole> roles = pretendRoles();
    return static_cast<std::size_t>(std::ranges::find(roles, group, &PretendRole::group) - roles.begin());
}

} // namespace

std::string groupId(const PretendCompany &company, std::string_view name)
{
    constexpr std::size_t roomForRoles = 100;
    return std::to_string(company.id * roomForRoles + firstRoleOf(name));
}

std::optional<std::string_view> groupName(const PretendCompany &company, std::string_view id)
{
    for (const PretendRole &role : pretendRoles()) {
        if (company.devices.count() > 0 && groupId(company, role.group) == id)
            return role.group;
    }
    return std::nullopt;
}
