// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretendrole.h"

#include <initializer_list>

namespace {

// The API document's own sample has a tag of one blank; users leave most tags empty.
constexpr std::string_view blank = " ";
constexpr std::string_view none;

using enum PretendOs;

constexpr std::array<PretendRole, 18> roles{{
    {"DC", 2, "Servers", Windows, 8, {"core", "core", "core", "core", blank, blank, none, none}},
    {"FS", 2, "Servers", Windows, 8, {"core", "core", "files", blank, blank, none, none, none}},
    {"SQL", 2, "Servers", Windows, 8, {"sql", "sql", "sql", "sql", "core", blank, none, none}},
    {"APP", 2, "Servers", Windows, 8, {"core", "erp", blank, blank, blank, none, none, none}},
    {"WEB", 2, "Web", Linux, 8, {"dmz", "dmz", "dmz", "dmz", "dmz", blank, none, none}},
    {"MAIL", 2, "Servers", Windows, 8, {"core", "dmz", "mail", "mail", blank, none, none, none}},
    {"NAS", 2, "Storage", Linux, 8, {"files", blank, blank, blank, none, none, none, none}},
    {"HV", 2, "Servers", Windows, 8, {"host", "host", "host", "lab", blank, blank, none, none}},

    {"LT-", 3, "Laptops", Windows, 3, {"vip", "field", blank, blank, blank, none, none, none}},
    {"DESK-", 3, "Desks", Windows, 4, {blank, blank, blank, blank, none, none, none, none}},
    {"MBP-", 3, "Laptops", Mac, 3, {"vip", "design", blank, blank, none, none, none, none}},

    // In the order of Speciality.
    {"POS-", 2, "Tills", Windows, 5, {"shop", "shop", blank, blank, none, none, none, none}},
    {"RX-", 2, "Imaging", Windows, 5, {"xray", "new", blank, blank, none, none, none, none}},
    {"CAD-", 2, "Design", Windows, 4, {"cad", "cad", "cad", "gpu", blank, none, none, none}},
    {"LAB-", 3, "Lab", Windows, 2, {"exam", blank, blank, blank, none, none, none, none}},
    {"WS-", 2, "Workshop", Windows, 4, {"cnc", blank, blank, blank, none, none, none, none}},
    {"KIOSK-", 2, "Reception", Linux, 5, {"guest", "guest", blank, none, none, none, none, none}},
    {"SCAN-", 3, "Warehouse", Linux, 4, {"dock", blank, blank, none, none, none, none, none}},
}};
static_assert(roles[laptopRole].code == "LT-" && roles[specialRole(Speciality::Warehouse)].code == "SCAN-");

struct VersionShare
{
    std::string_view version;
    int sixteenths;
};

constexpr std::array<std::string_view, 16> shared(std::initializer_list<VersionShare> shares)
{
    std::array<std::string_view, 16> versions;
    std::size_t next = 0;
    for (const VersionShare &share : shares) {
        for (int i = 0; i < share.sixteenths; ++i)
            versions[next++] = share.version;
    }
    return next == versions.size() ? versions : throw "the shares are not sixteen in all";
}

// The numbers of each system are its own. Source: API document, the samples of device and plan.
constexpr std::array versions{
    shared({{"6.8.2.11", 9}, {"6.8.2.9", 4}, {"6.8.1.4", 1}, {"6.7.9.4", 1}, {"6.5.1.0", 1}}),
    shared({{"1.0.21", 9}, {"1.0.20", 4}, {"1.0.18", 2}, {"1.0.9", 1}}),
    shared({{"3.9.2", 9}, {"3.9.1", 4}, {"3.8.6", 2}, {"3.6.0", 1}}),
};

} // namespace

std::span<const PretendRole> pretendRoles()
{
    return roles;
}

const std::array<std::string_view, 16> &pretendVersions(PretendOs os)
{
    return versions[static_cast<std::size_t>(os)];
}
