// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/deviceselection.h"

void DeviceSelection::set(DeviceRow row, bool selected)
{
    if (selected)
        m_count += m_bits.insert(row) ? 1 : 0;
    else
        m_count -= m_bits.remove(row) ? 1 : 0;
}

void DeviceSelection::set(std::span<const DeviceRow> rows, bool selected)
{
    for (const DeviceRow row : rows)
        set(row, selected);
}

void DeviceSelection::clear()
{
    m_bits.clear();
    m_count = 0;
}

std::vector<DeviceRow> DeviceSelection::rows() const
{
    std::vector<DeviceRow> rows;
    rows.reserve(static_cast<size_t>(m_count));
    m_bits.forEach([&rows](DeviceRow row) { rows.push_back(row); });
    return rows;
}

qsizetype DeviceSelection::countOf(std::span<const DeviceRow> shown) const
{
    qsizetype count = 0;
    for (const DeviceRow row : shown)
        count += m_bits.contains(row) ? 1 : 0;
    return count;
}
