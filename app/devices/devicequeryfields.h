// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunk.h"
#include "app/query/queryfields.h"

#include <optional>
#include <vector>

/// What a query can ask of a device.
enum class DeviceFact : quint8 {
    Status,
    LastResult,
    Os,
    Version,
    Group,
    Tag,
    Company,
    Account,
    Name,
    Id,
    LastSuccess,
    NextRun,
    Health,
    Plan,
    Coverage,
    Known,
    Twin,
};

/// The fields of the query box over devices. Their places stay as they are for as long as the same of them are offered.
class DeviceQueryFields
{
public:
    /// \a unknown: what nobody knows here, and is not offered.
    explicit DeviceQueryFields(const std::vector<DeviceFact> &unknown);

    const QueryFields &fields() const { return m_fields; }
    DeviceFact fact(int field) const { return m_facts[static_cast<size_t>(field)]; }
    /// anyField: it is not offered.
    int fieldOf(DeviceFact fact) const;

private:
    QueryFields m_fields;
    std::vector<DeviceFact> m_facts; // by field
};

/// The columns of the table that a fact stands in, if it does.
std::optional<WordColumn> wordColumnOf(DeviceFact fact);
std::optional<TextColumn> textColumnOf(DeviceFact fact);
