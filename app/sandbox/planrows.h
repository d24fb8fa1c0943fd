// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/companyreading.h"
#include "app/sandbox/stamptext.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The plans that a body lists: they are written while they are sent, for each lists its devices.
struct PlanListAnswer
{
    std::vector<const PretendPlan *> plans; ///< of the book below
    const PretendCompany *company = nullptr;
    std::shared_ptr<const PlanBook> book;
    ClockReading clock;
};

/// The JSON array of some plans, piece by piece. Source: API document, Fetch Backup Plan: its sample and its tables.
/// Fields that say nothing are left out, as there: lists without entries, an unset cut-off.
class PlanRowStream
{
public:
    /// \a fleet must outlive the stream.
    PlanRowStream(const PretendFleet &fleet, PlanListAnswer list);

    /// The next block, about blockSize bytes; empty when all has been given. Valid until the next call.
    std::string_view next();
    /// Bytes of the whole array: what a stream of the same list gives.
    static std::size_t arraySize(const PretendFleet &fleet, const PlanListAnswer &list);

private:
    enum class Part { Head, Pending, Applied, Failed, Facts, Devices, Tail };
    static constexpr std::size_t blockSize = 128 * 1024;

    void step();
    void stepOverDevices();
    void appendDeviceId(std::string_view name, const PretendDevice &device, std::uint32_t index,
                        PlanApplication wanted);
    void appendDevice(const PretendDevice &device, std::uint32_t index);
    void appendLife(const PretendDevice &device, std::uint32_t index);
    void appendStamp(const std::optional<Moment> &moment);
    void openEntry(std::string_view opening);

    const PretendPlan &plan() const { return *m_list.plans[m_plan]; }

    const PretendFleet &m_fleet;
    const PlanListAnswer m_list;
    const StampText m_stamps;
    std::optional<CompanyReading> m_company; // none where the company is not one of the fleet's
    std::size_t m_plan = 0;
    Part m_part = Part::Head;
    std::uint32_t m_index = 0; // of the next device in this part
    bool m_hasEntries = false; // of the list that this part writes
    bool m_isDone = false;
    std::string m_block;
};
