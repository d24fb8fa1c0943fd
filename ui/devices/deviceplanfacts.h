// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "ui/widgets/factlist.h"

class DevicePlans;

/// The plans of a device by their backup sets, as far as plans were read. Without facts: nothing was read that could tell.
FactSection devicePlanFacts(const DevicePlans &plans, DeviceRow row);
