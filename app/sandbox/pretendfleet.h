// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/companynames.h"
#include "app/sandbox/pretendcompany.h"
#include "app/sandbox/pretenddevice.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// How much there is, and which of all such fleets it is.
struct FleetSize
{
    static constexpr int mostCompanies = 5000;
    static constexpr int mostDevices = 1'000'000;

    int companies =
        38; ///< 1 to mostCompanies: the key's own company and its sub companies. A few more lie below those
    int devices = 4212; ///< 0 to mostDevices, in the whole hierarchy
    std::uint64_t seed = 1;
};

/// What exists: the companies, and the devices as a pure function of the seed. Never changes once it is made,
/// so that all threads of the server may read it.
class PretendFleet
{
public:
    explicit PretendFleet(FleetSize size);

    /// By rising id: the key's own company, its sub companies, then the companies below those.
    const std::vector<PretendCompany> &companies() const { return m_companies; }
    const PretendCompany &ownCompany() const { return m_companies.front(); }
    const PretendCompany *company(std::uint64_t id) const;
    /// Where \a company, one of companies(), stands among them.
    std::size_t positionOf(const PretendCompany &company) const
    {
        return static_cast<std::size_t>(&company - m_companies.data());
    }
    std::uint64_t seed() const { return m_seed; }
    /// A company like those of this fleet, without devices, that is not one of them.
    PretendCompany makeCompany(std::uint32_t id, PretendCompany::Level level, std::string name) const;
    /// The company whose device \a index is.
    const PretendCompany &companyOfDevice(std::uint32_t index) const;

    DeviceRange allDevices() const { return {0, m_companies.back().devices.last}; }
    PretendDevice device(const PretendCompany &company, std::uint32_t index) const;
    /// The number of the device with this ID, if there is one.
    std::optional<std::uint32_t> findDevice(std::string_view deviceId) const;

private:
    void addCompanies(int count);
    void addParts(int count);
    void add(PretendCompany::Level level, CompanyName name, std::string devicePrefix);
    void shareOut(int devices);

    std::uint64_t m_seed;
    std::vector<PretendCompany> m_companies;
    std::uint64_t m_deviceKey; // device number and device word are the same, but for this key and a scramble
};
