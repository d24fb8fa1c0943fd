// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretendfleet.h"

#include "app/sandbox/chance.h"
#include "app/sandbox/deviceid.h"

#include <algorithm>
#include <array>

namespace {

// Questions to chance about the fleet and about each company.
enum Question : std::uint64_t { IdStep = 100, Token, Zone, Weight, Account, FirstId, DeviceKey };

/// Six letters and digits that no other company of this seed has, and the account's number: the shape of the
/// API document's samples.
std::string setupToken(std::uint64_t seed, std::uint32_t companyId)
{
    // Odd factors and xor keep 30 bits one to one.
    std::uint64_t value = (companyId * 0x2545f491ULL ^ chance(seed, Token)) & 0x3fffffff;
    value = ((value ^ (value >> 15)) * 0x2c1b3c6dULL) & 0x3fffffff;
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string token;
    for (int i = 0; i < 6; ++i, value >>= 5)
        token.push_back(alphabet[value & 31]);
    return token + std::to_string(10000 + chance(seed, Account) % 90000);
}

int zone(std::uint64_t seed, std::uint32_t companyId)
{
    constexpr std::array hoursEast{0, 0, 0, 1, 1, 1, 2, -5, -5, -6, -8, 9};
    return 60 * hoursEast[chance(seed ^ companyId, Zone) % hoursEast.size()];
}

/// What share of the devices a company has: a few are large, some have none.
std::uint64_t weight(std::uint64_t seed, const PretendCompany &company, std::size_t index)
{
    const std::uint64_t luck = chance(seed ^ company.id, Weight);
    switch (company.level) {
    case PretendCompany::Level::Own:
        return 40;
    case PretendCompany::Level::Sub: {
        const std::uint64_t size = bits(luck, 0, 10);
        return index % 14 == 8 ? 0 : 12 + size * size * size / (3 << 20);
    }
    case PretendCompany::Level::BelowSub:
        return index % 2 == 1 ? 0 : 10 + bits(luck, 0, 4);
    }
    return 0;
}

/// Which odd name sub company number \a index of \a count has, if it has one: every third from the seventh
/// on, in hierarchies that are large enough to hide them.
std::optional<int> oddName(int index, int count)
{
    constexpr int first = 6;
    constexpr int step = 3;
    constexpr int leastCompanies = 19;
    const int odd = (index - first) / step;
    const bool isOdd =
        count >= leastCompanies && index >= first && (index - first) % step == 0 && odd < oddCompanyNames;
    return isOdd ? std::optional(odd) : std::nullopt;
}

} // namespace

PretendFleet::PretendFleet(FleetSize size) : m_seed(size.seed), m_deviceKey(chance(size.seed, DeviceKey))
{
    addCompanies(size.companies);
    addParts(std::min(size.companies / 10, 60));
    shareOut(size.devices);
}

void PretendFleet::addCompanies(int count)
{
    const std::string provider = providerName(m_seed);
    add(PretendCompany::Level::Own, {provider, Speciality::Lab}, devicePrefix(provider));
    const int subCompanies = count - 1;
    for (int index = 0; index < subCompanies; ++index) {
        const std::optional<int> odd = oddName(index, subCompanies);
        const CompanyName name = odd ? oddCompanyName(*odd) : companyName(m_seed, index);
        add(PretendCompany::Level::Sub, name, devicePrefix(name.text));
    }
}

void PretendFleet::addParts(int count)
{
    for (int index = 0; index < count; ++index) {
        const PretendCompany &parent = m_companies[static_cast<std::size_t>(2 + index * 3)];
        add(PretendCompany::Level::BelowSub, {partName(parent.name, index), parent.speciality},
            parent.devicePrefix);
    }
}

void PretendFleet::add(PretendCompany::Level level, CompanyName name, std::string devicePrefix)
{
    const std::uint32_t before =
        m_companies.empty() ? 15000 + bits(chance(m_seed, FirstId), 0, 12) : m_companies.back().id;
    const std::uint32_t id = before + 1 + bits(chance(m_seed ^ before, IdStep), 0, 4);
    PretendCompany company = makeCompany(id, level, std::move(name.text));
    company.devicePrefix = std::move(devicePrefix);
    company.speciality = name.speciality;
    m_companies.push_back(std::move(company));
}

PretendCompany PretendFleet::makeCompany(std::uint32_t id, PretendCompany::Level level,
                                         std::string name) const
{
    PretendCompany company;
    company.id = id;
    company.level = level;
    company.name = std::move(name);
    company.foldedName = QString::fromStdString(company.name).toCaseFolded();
    company.token = setupToken(m_seed, id);
    company.minutesEastOfUtc = zone(m_seed, id);
    return company;
}

void PretendFleet::shareOut(int devices)
{
    std::vector<std::uint64_t> sums; // of the weights up to and with each company
    sums.reserve(m_companies.size());
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < m_companies.size(); ++i)
        sums.push_back(sum += weight(m_seed, m_companies[i], i));
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const auto last = static_cast<std::uint32_t>(static_cast<std::uint64_t>(devices) * sums[i] / sum);
        m_companies[i].devices = {first, last};
        first = last;
    }
}

const PretendCompany *PretendFleet::company(std::uint64_t id) const
{
    const auto found = std::ranges::lower_bound(m_companies, id, {}, &PretendCompany::id);
    return found != m_companies.end() && found->id == id ? &*found : nullptr;
}

const PretendCompany &PretendFleet::companyOfDevice(std::uint32_t index) const
{
    return *std::ranges::upper_bound(m_companies, index, {},
                                     [](const PretendCompany &company) { return company.devices.last; });
}

PretendDevice PretendFleet::device(const PretendCompany &company, std::uint32_t index) const
{
    return pretendDevice(company, index, scrambled(index ^ m_deviceKey));
}

std::optional<std::uint32_t> PretendFleet::findDevice(std::string_view deviceId) const
{
    const std::optional<std::uint64_t> word = deviceWord(deviceId);
    if (!word)
        return std::nullopt;
    const std::uint64_t index = unscrambled(*word) ^ m_deviceKey;
    if (index >= allDevices().last)
        return std::nullopt;
    std::array<char, deviceIdRoom> text{};
    writeDeviceId(text.data(), *word);
    if (deviceId != std::string_view(text.data(), deviceIdLength(*word)))
        return std::nullopt;
    return static_cast<std::uint32_t>(index);
}
