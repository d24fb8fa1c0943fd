// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunkbuilder.h"
#include "app/devices/rowslab.h"
#include "app/net/objectscanner.h"

#include <memory>
#include <span>

/// Reads rows of the device list with simdjson, straight from the bytes as they arrived. Strict: every token of a row is walked, and
/// what is not plainly good is refused, for the slow reader to look at.
class DeviceRowReader
{
public:
    using Row = ObjectScanner::Row;

    DeviceRowReader();
    ~DeviceRowReader();
    Q_DISABLE_COPY_MOVE(DeviceRowReader)

    /// Reads \a rows, which stand in \a slab one behind the other, parted by commas. Returns how many were read before the first
    /// that was refused; 0 also when the bytes as a whole were. The slab's bytes are the same afterwards.
    size_t read(RowSlab &slab, std::span<const Row> rows, DeviceChunkBuilder &builder);

private:
    class Walk;
    std::unique_ptr<Walk> m_walk;
};
