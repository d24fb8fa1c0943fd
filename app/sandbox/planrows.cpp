// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/planrows.h"

#include "app/sandbox/chance.h"
#include "app/sandbox/deviceid.h"
#include "app/sandbox/devicewords.h"
#include "app/sandbox/json.h"
#include "app/sandbox/planfacts.h"

#include <array>

namespace {

// The sample has "NA" for a device that has nothing to say.
constexpr std::array<std::string_view, 4> failureReasons{
    "Network connection lost", "Some files could not be read", "Volume shadow copy failed",
    "Not enough space at the destination"};

std::string_view failureReason(const PretendDevice &device, BackupResult result)
{
    const bool isFailed = result == BackupResult::Failed || result == BackupResult::Failure;
    return isFailed ? failureReasons[bits(device.word, 20, 2)] : "NA";
}

void appendField(std::string &json, std::string_view name, std::string_view value)
{
    json.append(",\"").append(name).append("\":");
    appendJsonString(json, value);
}

void appendPlanOfSet(std::string &json, const PretendPlan &plan)
{
    json.append("\"").append(backupSetWords[static_cast<std::size_t>(plan.set)]);
    json.append("\":{\"backup_id\":\"").append(std::to_string(plan.id)).append("\",\"backup_name\":");
    appendJsonString(json, plan.name);
    json.append("}");
}

} // namespace

PlanRowStream::PlanRowStream(const PretendFleet &fleet, PlanListAnswer list)
    : m_fleet(fleet), m_list(std::move(list)), m_stamps(m_list.clock), m_isDone(false)
{
    if (!m_list.plans.empty())
        m_company.emplace(m_fleet, *m_list.book, *m_list.company, m_list.clock);
}

std::size_t PlanRowStream::arraySize(const PretendFleet &fleet, const PlanListAnswer &list)
{
    PlanRowStream stream(fleet, list);
    std::size_t size = 0;
    for (std::string_view block = stream.next(); !block.empty(); block = stream.next())
        size += block.size();
    return size;
}

std::string_view PlanRowStream::next()
{
    m_block.clear();
    if (m_isDone)
        return {};
    if (m_plan == 0 && m_part == Part::Head)
        m_block.push_back('[');
    while (m_plan < m_list.plans.size() && m_block.size() < blockSize)
        step();
    if (m_plan == m_list.plans.size()) {
        m_block.push_back(']');
        m_isDone = true;
    }
    return m_block;
}

void PlanRowStream::step()
{
    switch (m_part) {
    case Part::Head:
        m_block.append(m_plan > 0 ? "," : "").append("{\"backup_id\":\"").append(std::to_string(plan().id));
        m_block.append("\",\"name\":");
        appendJsonString(m_block, plan().name);
        appendField(m_block, "backup_set", backupSetWords[static_cast<std::size_t>(plan().set)]);
        m_block.append(",\"is_backup_enabled\":true");
        break;
    case Part::Facts:
        appendPlanFacts(m_block, plan());
        break;
    case Part::Tail:
        m_block.append("}");
        ++m_plan;
        m_part = Part::Head;
        return;
    default:
        stepOverDevices();
        if (m_index < m_list.company->devices.last)
            return;
        if (m_hasEntries)
            m_block.append(m_part == Part::Devices ? "]" : "\"");
    }
    m_part = static_cast<Part>(static_cast<int>(m_part) + 1);
    m_index = m_list.company->devices.first;
    m_hasEntries = false;
}

void PlanRowStream::stepOverDevices()
{
    for (; m_index < m_list.company->devices.last && m_block.size() < blockSize; ++m_index) {
        const PretendDevice device = m_fleet.device(*m_list.company, m_index);
        if (m_company->plan(device, m_index, plan().set) != &plan())
            continue;
        if (m_part == Part::Pending)
            appendDeviceId("backup_pending_on", device, m_index, PlanApplication::Pending);
        else if (m_part == Part::Applied)
            appendDeviceId("backup_applied_on", device, m_index, PlanApplication::Applied);
        else if (m_part == Part::Failed)
            appendDeviceId("backup_failed_on", device, m_index, PlanApplication::Failed);
        else
            appendDevice(device, m_index);
    }
}

void PlanRowStream::openEntry(std::string_view opening)
{
    m_block.append(m_hasEntries ? "," : opening);
    m_hasEntries = true;
}

void PlanRowStream::appendDeviceId(std::string_view name, const PretendDevice &device, std::uint32_t index,
                                   PlanApplication wanted)
{
    if (m_company->application(device, index, plan().set) != wanted)
        return;
    openEntry(",\"" + std::string(name) + "\":\"");
    m_block.append(deviceIdText(device.word));
}

void PlanRowStream::appendDevice(const PretendDevice &device, std::uint32_t index)
{
    const PretendRole &role = pretendRoles()[device.role];
    openEntry(",\"devices\":[");
    m_block.append("{\"os\":");
    appendJsonString(m_block, systemWord(role.os));
    appendField(m_block, "version", pretendVersions(role.os)[device.version]);
    appendField(m_block, "name", deviceName(*m_list.company, device));
    appendField(m_block, "device_id", deviceIdText(device.word));
    appendField(m_block, "company_id", std::to_string(m_list.company->id));
    if (const std::string_view tag = deviceTag(device); !tag.empty())
        appendField(m_block, "custom_tag", tag);
    else
        m_block.append(",\"custom_tag\":null");
    appendLife(device, index);
    m_block.append("}}");
}

void PlanRowStream::appendLife(const PretendDevice &device, std::uint32_t index)
{
    const DeviceLife life = m_company->life(device, index);
    appendField(m_block, "status", statusWord(life.status));
    m_block.append(",\"backup_status\":");
    if (life.result == BackupResult::None)
        m_block.append("null");
    else
        appendJsonString(m_block, resultWord(life.result));
    m_block.append(",\"last_backup\":");
    appendStamp(life.lastBackup);
    m_block.append(",\"next_backup\":");
    appendStamp(life.nextBackup);
    appendField(m_block, "backup_failure_reason", failureReason(device, life.result));
    if (life.nextBackup)
        appendField(m_block, "next_scheduled_backupset_name",
                    backupSetWords[static_cast<std::size_t>(life.nextSet)]);
    m_block.append(",\"user_backup_sets\":{");
    bool isFirst = true;
    for (std::size_t set = 0; set < backupSets; ++set) {
        const PretendPlan *followed = m_company->plan(device, index, static_cast<BackupSet>(set));
        if (!followed)
            continue;
        m_block.append(isFirst ? "" : ",");
        appendPlanOfSet(m_block, *followed);
        isFirst = false;
    }
}

void PlanRowStream::appendStamp(const std::optional<Moment> &moment)
{
    std::array<char, 32> text{};
    m_block.append(text.data(), m_stamps.write(text.data(), moment));
}
