// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicerows.h"

#include "app/sandbox/devicewords.h"
#include "app/sandbox/json.h"

#include <algorithm>
#include <future>
#include <string>
#include <thread>

namespace {

/// \a text as a JSON string; null if it is empty.
std::string jsonOrNull(std::string_view text)
{
    std::string json;
    if (text.empty())
        json = "null";
    else
        appendJsonString(json, text);
    return json;
}

/// \a text as the inside of a JSON string.
std::string inJsonString(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json.substr(1, json.size() - 2);
}

Piece groupPiece(std::string_view group)
{
    return Piece(",\"group_name\":" + jsonOrNull(group) + '}');
}

void fill(auto &pieces, const auto &texts, const auto &makeText)
{
    std::ranges::transform(texts, pieces.begin(),
                           [&makeText](std::string_view text) { return Piece(makeText(text)); });
}

} // namespace

DeviceListRows::DeviceListRows(const PretendFleet &fleet)
    : m_fleet(fleet), m_nextBackup(",\"next_backup\":"), m_noGroup(groupPiece({}))
{
    for (const PretendCompany &company : fleet.companies()) {
        m_companies.push_back(
            {Piece("{\"name\":\"" + company.devicePrefix + '-'),
             Piece("\",\"company_id\":\"" + std::to_string(company.id) + "\",\"custom_tag\":")});
    }
    for (const PretendRole &role : pretendRoles()) {
        RolePieces &pieces = m_roles.emplace_back();
        pieces.code = Piece(role.code);
        pieces.group = groupPiece(role.group);
        fill(pieces.tags, role.tags, jsonOrNull);
    }
    for (const PretendOs os : {PretendOs::Windows, PretendOs::Linux, PretendOs::Mac}) {
        SystemPieces &pieces = m_systems[static_cast<std::size_t>(os)];
        pieces.os = Piece(",\"os\":" + jsonOrNull(systemWord(os)) + ",\"backup_status\":");
        fill(pieces.versions, pretendVersions(os),
             [](std::string_view version) { return inJsonString(version) + "\",\"last_backup\":"; });
    }
    fill(m_statuses, statusWords,
         [](std::string_view status) { return "\",\"status\":" + jsonOrNull(status) + ",\"device_id\":\""; });
    fill(m_results, resultWords,
         [](std::string_view result) { return jsonOrNull(result) + ",\"version\":\""; });
    fill(m_oddNames, PretendDevice::oddNames, inJsonString);
    fill(m_oddTags, PretendDevice::oddTags, jsonOrNull);
}

template <typename AnyPen>
void DeviceListRows::writeRow(AnyPen &pen, const CompanyReading &company, std::uint32_t index) const
{
    const PretendDevice device = m_fleet.device(company.company(), index);
    const DeviceLife life = company.life(device, index);
    const CompanyPieces &companyPieces = m_companies[m_fleet.positionOf(company.company())];
    const PretendRole &role = pretendRoles()[device.role];
    const RolePieces &rolePieces = m_roles[device.role];
    const SystemPieces &system = m_systems[static_cast<std::size_t>(role.os)];

    pen.piece(companyPieces.name);
    if (device.oddName == PretendDevice::notOdd) {
        pen.piece(rolePieces.code);
        pen.number(device.serial, role.serialDigits);
    } else {
        pen.piece(m_oddNames[device.oddName]);
    }
    pen.piece(m_statuses[static_cast<std::size_t>(life.status)]);
    pen.deviceId(device.word);
    pen.piece(companyPieces.companyId);
    pen.piece(device.oddTag == PretendDevice::notOdd ? rolePieces.tags[device.tag]
                                                     : m_oddTags[device.oddTag]);
    pen.piece(system.os);
    pen.piece(m_results[static_cast<std::size_t>(life.result)]);
    pen.piece(system.versions[device.version]);
    pen.stamp(life.lastBackup);
    pen.piece(m_nextBackup);
    pen.stamp(life.nextBackup);
    pen.piece(device.isGrouped ? rolePieces.group : m_noGroup);
}

std::size_t DeviceListRows::rowsSize(DeviceRange range, const PlanBook &plans,
                                     const ClockReading &clock) const
{
    CountingPen pen;
    for (std::uint32_t index = range.first; index < range.last;) {
        const CompanyReading company(m_fleet, plans, m_fleet.companyOfDevice(index), clock);
        const std::uint32_t end = std::min(company.company().devices.last, range.last);
        for (; index < end; ++index)
            writeRow(pen, company, index);
    }
    return pen.size();
}

std::size_t DeviceListRows::arraySize(DeviceRange range, const PlanBook &plans,
                                      const ClockReading &clock) const
{
    // Nothing of a long list is sent before it is counted, so that is shared out.
    constexpr std::uint32_t worthAThread = 100'000;
    const std::uint32_t most = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    const std::uint32_t parts = std::clamp(range.count() / worthAThread, 1U, most);
    const auto border = [range, parts](std::uint32_t part) {
        return range.first
            + static_cast<std::uint32_t>(static_cast<std::uint64_t>(range.count()) * part / parts);
    };
    std::vector<std::future<std::size_t>> others;
    for (std::uint32_t part = 1; part < parts; ++part) {
        others.push_back(std::async(std::launch::async, [&, part] {
            return rowsSize({border(part), border(part + 1)}, plans, clock);
        }));
    }
    std::size_t size = rowsSize({border(0), border(1)}, plans, clock);
    for (std::future<std::size_t> &other : others)
        size += other.get();
    const std::size_t commas = range.count() > 0 ? range.count() - 1 : 0;
    return size + commas + 2; // and the brackets
}

DeviceRowStream::DeviceRowStream(const DeviceListRows &rows, DeviceRange range,
                                 std::shared_ptr<const PlanBook> plans, const ClockReading &clock)
    : m_rows(rows), m_range(range), m_plans(std::move(plans)), m_clock(clock), m_stamps(clock),
      m_index(range.first), m_block(std::make_unique_for_overwrite<char[]>(blockSize))
{ }

const CompanyReading &DeviceRowStream::companyOfNext()
{
    const PretendCompany &company = m_rows.fleet().companyOfDevice(m_index);
    if (!m_company || &m_company->company() != &company)
        m_company.emplace(m_rows.fleet(), *m_plans, company, m_clock);
    return *m_company;
}

std::string_view DeviceRowStream::next()
{
    if (m_isDone)
        return {};
    constexpr std::size_t rowRoom = 1024; // more than any row and the pen's overhang
    const char *full = m_block.get() + blockSize - rowRoom;
    Pen pen(m_block.get(), m_stamps);
    if (m_index == m_range.first)
        pen.letter('[');
    while (m_index < m_range.last && pen.at() < full) {
        const CompanyReading &company = companyOfNext();
        const std::uint32_t end = std::min(company.company().devices.last, m_range.last);
        for (; m_index < end && pen.at() < full; ++m_index) {
            if (m_index != m_range.first)
                pen.letter(',');
            m_rows.writeRow(pen, company, m_index);
        }
    }
    if (m_index == m_range.last) {
        pen.letter(']');
        m_isDone = true;
    }
    return {m_block.get(), static_cast<std::size_t>(pen.at() - m_block.get())};
}
