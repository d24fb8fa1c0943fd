// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plantargets.h"

ChosenSystems systemsOf(const QList<ChosenDevice> &devices)
{
    ChosenSystems systems;
    for (const ChosenDevice &device : devices) {
        systems.inactive += isLeftOut(device.status) ? 1 : 0;
        if (!device.os.known()) {
            ++systems.unknown;
            continue;
        }
        switch (*device.os.known()) {
        case DeviceOs::Windows:
            ++systems.windows;
            break;
        case DeviceOs::Mac:
            ++systems.mac;
            break;
        case DeviceOs::Linux:
            ++systems.linux;
            break;
        }
    }
    return systems;
}

bool isLeftOut(const OpenWord<DeviceStatus> &status)
{
    return status.known() && *status.known() != DeviceStatus::Online
        && *status.known() != DeviceStatus::Offline && *status.known() != DeviceStatus::NotConfigured;
}
