// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendcompany.h"
#include "app/sandbox/pretendrole.h"

#include <array>
#include <cstdint>
#include <string_view>

/// Whether a plan has reached a device. Source: API document, Fetch Backup Plan, backup_applied_on and its like.
enum class PlanApplication : std::uint8_t { None, Failed, Pending, Applied };

/// What never changes about a device. Nothing of it is stored: it follows from the fleet's seed and the
/// device's number.
struct PretendDevice
{
    /// Names and tags that go through many programs badly; a few devices have them.
    static constexpr std::array<std::string_view, 8> oddNames{
        "<i>front desk</i>", "O'Hara's \"spare\"",
        "\u041F\u041A-07",   "\u202E70-CP",
        "bureau d'été",      "a\\b",
        "\U0001F5A5 3",      "   ",
    };
    static constexpr std::array<std::string_view, 8> oddTags{
        "<b>check me</b>", "2. OG Büro",     "C:\\old", "\"quoted\"",
        "\u672C\u793E",    "\u202Edesrever", "NA",      "\U0001F4BE tape",
    };
    static constexpr std::uint8_t notOdd = 255;

    std::uint64_t word = 0; ///< all that chance decides about it comes from here
    RoleIndex role = 0;
    std::uint32_t serial = 1; ///< counts from 1 among the company's machines of this role
    std::uint8_t tag = 0; ///< which of its role's tags
    std::uint8_t version = 0; ///< which of its system's versions
    std::uint8_t oddName = notOdd;
    std::uint8_t oddTag = notOdd;
    bool isGrouped = true;
    std::uint16_t temperament = 0; ///< 0 to 1023: how well its backups go, see devicelife.cpp
    std::uint16_t phase = 0; ///< 0 to 255: moves its good and bad days against those of the others
    PlanApplication application =
        PlanApplication::Applied; ///< how the plans of its company went down with it
};

/// Device number \a index of the fleet, one of \a company.devices. \a word is its chance and its identity.
PretendDevice pretendDevice(const PretendCompany &company, std::uint32_t index, std::uint64_t word);
