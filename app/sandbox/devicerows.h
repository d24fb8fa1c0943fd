// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/companyreading.h"
#include "app/sandbox/pen.h"
#include "app/sandbox/pretendfleet.h"
#include "app/sandbox/stamptext.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

/// How the devices of a fleet are written as JSON: what many rows have in common is kept in pieces.
/// Source: API document, Fetch Device Summary, its sample and its table of fields.
class DeviceListRows
{
public:
    /// \a fleet must outlive the rows.
    explicit DeviceListRows(const PretendFleet &fleet);

    const PretendFleet &fleet() const { return m_fleet; }
    /// Bytes of the JSON array of these devices as they are then. Takes some 40 ns a device.
    std::size_t arraySize(DeviceRange range, const PlanBook &plans, const ClockReading &clock) const;
    /// Writes the row of one device of a company, without a comma. The same lines serve a Pen and a
    /// CountingPen, so that the size that an answer declares and the size that it has cannot differ.
    template <typename AnyPen>
    void writeRow(AnyPen &pen, const CompanyReading &company, std::uint32_t index) const;

private:
    std::size_t rowsSize(DeviceRange range, const PlanBook &plans, const ClockReading &clock) const;

    struct CompanyPieces
    {
        Piece name; // {"name":"CAS-
        Piece companyId; // ","company_id":"15020","custom_tag":
    };
    struct RolePieces
    {
        Piece code; // DC
        std::array<Piece, 8> tags; // "core"
        Piece group; // ,"group_name":"Servers"}
    };
    struct SystemPieces
    {
        Piece os; // ,"os":"windows","backup_status":
        std::array<Piece, 16> versions; // 6.8.2.11","last_backup":
    };

    const PretendFleet &m_fleet;
    std::vector<CompanyPieces> m_companies;
    std::vector<RolePieces> m_roles;
    std::array<SystemPieces, 3> m_systems;
    std::array<Piece, 5> m_statuses; // ","status":"online","device_id":"
    std::array<Piece, 6> m_results; // "Success","version":"
    std::array<Piece, PretendDevice::oddNames.size()> m_oddNames;
    std::array<Piece, PretendDevice::oddTags.size()> m_oddTags;
    Piece m_nextBackup;
    Piece m_noGroup;
};

/// The JSON array of some devices as they are at one moment, block by block. However many rows there are, it
/// takes the memory of one block.
class DeviceRowStream
{
public:
    /// \a rows must outlive the stream.
    DeviceRowStream(const DeviceListRows &rows, DeviceRange range, std::shared_ptr<const PlanBook> plans,
                    const ClockReading &clock);

    /// The next block, at most blockSize bytes; empty when all has been given. Valid until the next call.
    std::string_view next();

    static constexpr std::size_t blockSize = 128 * 1024;

private:
    const CompanyReading &companyOfNext();

    const DeviceListRows &m_rows;
    const DeviceRange m_range;
    const std::shared_ptr<const PlanBook> m_plans;
    const ClockReading m_clock;
    const StampText m_stamps;
    std::optional<CompanyReading> m_company;
    std::uint32_t m_index;
    bool m_isDone = false;
    std::unique_ptr<char[]> m_block;
};
