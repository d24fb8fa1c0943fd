// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

class Acknowledgements;
class DevicePlans;
class DeviceTwins;
class HealthColumn;

/// Where the values of cells come from: the table, and what is known beside it. All outlive whoever keeps this.
struct DeviceSource
{
    // not explicit: a table is a whole source where nobody reckons health
    DeviceSource(const DeviceTable &devices, const HealthColumn *healthOfDevices = nullptr,
                 const Acknowledgements *knownDevices = nullptr, const DeviceTwins *twinDevices = nullptr,
                 const DevicePlans *plansOfDevices = nullptr)
        : table(devices), health(healthOfDevices), known(knownDevices), twins(twinDevices),
          plans(plansOfDevices)
    { }

    const DeviceTable &table;
    const HealthColumn *health; ///< nullptr: no device has a word.
    const Acknowledgements *known; ///< nullptr: none is acknowledged.
    const DeviceTwins *twins; ///< nullptr: none has a twin.
    const DevicePlans *plans; ///< nullptr: no plan is known.
};
