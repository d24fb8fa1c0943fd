// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/devices/rowbits.h"

#include <span>
#include <vector>

/// Which devices are selected: a bit for each row of the table, whatever is shown and however it is sorted.
class DeviceSelection
{
public:
    bool contains(DeviceRow row) const { return m_bits.contains(row); }
    qsizetype count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }

    void set(DeviceRow row, bool selected);
    void set(std::span<const DeviceRow> rows, bool selected);
    void clear();
    /// Selected rows in table order.
    std::vector<DeviceRow> rows() const;
    /// How many of \a shown are selected; count() minus this are selected and not shown.
    qsizetype countOf(std::span<const DeviceRow> shown) const;

private:
    RowBits m_bits;
    qsizetype m_count = 0;
};
