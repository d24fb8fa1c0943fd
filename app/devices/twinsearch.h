// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <vector>

/// Looks for twins: rows of one company with one name and one system, and different IDs. That is a device that was enrolled again,
/// because a device then gets another ID and the old row stays.
///
/// One pass over the table, in as many steps as whoever advances it likes. While it runs, the table must not change.
class TwinSearch
{
public:
    /// Twins of each other, the newest first: by the last success, then by the device ID. Two at least.
    using Group = std::vector<DeviceRow>;

    /// \a table must outlive this.
    explicit TwinSearch(const DeviceTable &table);

    /// Looks at about \a rows more. True when all were looked at.
    bool advance(DeviceRow rows);
    /// When all were looked at: every group, in no order.
    std::vector<Group> takeGroups();

private:
    struct Row
    {
        quint32 company;
        quint32 osGroup; // systems that the person reads as the same are the same
        QByteArrayView name;
    };

    void lookAt(DeviceRow first, DeviceRow count);
    void put(DeviceRow row, const Row &fields);
    Row fieldsOf(DeviceRow row) const;
    static quint64 hashOf(const Row &row);
    static bool isSame(const Row &a, const Row &b);

    const DeviceTable &m_table;
    std::vector<quint32> m_osGroups; // by code of WordColumn::Os
    std::vector<DeviceRow> m_places; // by hash, the first row of its kind
    std::vector<std::pair<DeviceRow, DeviceRow>> m_pairs; // the first row of a kind, and another one
    DeviceRow m_next = 0;
};
