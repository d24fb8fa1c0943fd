// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

enum class PretendOs : std::uint8_t { Windows, Linux, Mac };

/// What a kind of machine has in common. All texts are UTF-8.
struct PretendRole
{
    std::string_view code; ///< before the serial number: "DC" in "CAS-DC01", "LT-" in "CAS-LT-014"
    unsigned serialDigits; ///< at least so many digits
    std::string_view group;
    PretendOs os;
    unsigned awayBits; ///< in one of 2^awayBits hours it is offline
    std::array<std::string_view, 8> tags; ///< each for one device in eight; empty: no tag (null)
};

using RoleIndex = std::uint8_t;

/// What a company's trade needs besides servers, laptops and desks.
enum class Speciality : std::uint8_t { Tills, Imaging, Design, Lab, Workshop, Reception, Warehouse };

/// All kinds: first the servers, then the workstations, then one special workstation for each Speciality.
std::span<const PretendRole> pretendRoles();
inline constexpr RoleIndex serverRoles = 8;
inline constexpr RoleIndex laptopRole = 8;
inline constexpr RoleIndex deskRole = 9;
inline constexpr RoleIndex macBookRole = 10;
constexpr RoleIndex specialRole(Speciality speciality)
{
    return static_cast<RoleIndex>(11 + static_cast<RoleIndex>(speciality));
}

/// Sixteen versions of the backup application on \a os, each on one device in sixteen: most are new, a tail
/// is old.
const std::array<std::string_view, 16> &pretendVersions(PretendOs os);
