// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plantargets.h"

ChosenDevice chosenDevice(const DeviceTable &table, DeviceRow row)
{
    const auto word = [&](WordColumn column) {
        return table.word(column, table.code(column, row));
    };
    return {table.key(row).device, QString::fromUtf8(table.text(TextColumn::Name, row)),
            deviceOs(word(WordColumn::Os)), deviceStatus(word(WordColumn::Status))};
}

void count(ChosenSystems &systems, const ChosenDevice &device, int by)
{
    systems.inactive += isLeftOut(device.status) ? by : 0;
    if (!device.os.known()) {
        systems.unknown += by;
        return;
    }
    switch (*device.os.known()) {
    case DeviceOs::Windows:
        systems.windows += by;
        break;
    case DeviceOs::Mac:
        systems.mac += by;
        break;
    case DeviceOs::Linux:
        systems.linux += by;
        break;
    }
}

ChosenSystems systemsOf(const QList<ChosenDevice> &devices)
{
    ChosenSystems systems;
    for (const ChosenDevice &device : devices)
        count(systems, device);
    return systems;
}

bool isLeftOut(const OpenWord<DeviceStatus> &status)
{
    return status.known() && *status.known() != DeviceStatus::Online
        && *status.known() != DeviceStatus::Offline && *status.known() != DeviceStatus::NotConfigured;
}
