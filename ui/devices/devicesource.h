// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

class HealthColumn;

/// Where the values of cells come from: the table, and the health beside it. Both outlive whoever keeps this.
struct DeviceSource
{
    // not explicit: a table is a whole source where nobody reckons health
    DeviceSource(const DeviceTable &devices, const HealthColumn *healthOfDevices = nullptr)
        : table(devices), health(healthOfDevices)
    { }

    const DeviceTable &table;
    const HealthColumn *health; ///< nullptr: no device has a word.
};
