// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/devices/devicechunk.h"
#include "app/devices/rowbits.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

/// One answer on its way into the table: which account asked, for which company (none: the bare list), and what came so far. Made by
/// DeviceTable::beginReading() and given back by finish(); one that is dropped instead leaves what it brought.
class DeviceReading
{
public:
    const AccountId &account() const { return m_account; }
    /// nullopt: the bare list.
    const std::optional<CompanyId> &company() const { return m_company; }

private:
    friend class DeviceTable;
    DeviceReading() = default;

    /// Which rows were named. The table sees it too, because rows may go while the answer is still arriving.
    struct Named
    {
        RowBits rows;
        size_t account = 0;
        quint64 number = 0; // of the readings, in the order in which they began
        bool isForgotten = false; // the account was removed
    };

    AccountId m_account;
    std::optional<CompanyId> m_company;
    std::shared_ptr<Named> m_named;
    /// From the codes of the stream to those of the table.
    std::array<std::vector<quint32>, wordColumnCount> m_codes;
    std::vector<bool> m_companiesSeen;
    quint32 m_scope = 0;
    bool m_hasRows = false;
};
