// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/rawdevice.h"

#include <algorithm>

std::optional<RawDevice> rawDeviceIn(const QList<RawDevice> &rows, const DeviceId &device)
{
    const auto found = std::ranges::find(rows, device, &RawDevice::id);
    if (found != rows.end())
        return *found;
    if (rows.size() == 1 && rows.first().id.isEmpty())
        return rows.first();
    return std::nullopt;
}
