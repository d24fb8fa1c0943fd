// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicewords.h"

#include "app/sandbox/deviceid.h"

std::string deviceName(const PretendCompany &company, const PretendDevice &device)
{
    if (device.oddName != PretendDevice::notOdd)
        return company.devicePrefix + '-' + std::string(PretendDevice::oddNames[device.oddName]);
    const PretendRole &role = pretendRoles()[device.role];
    std::string serial = std::to_string(device.serial);
    if (serial.size() < role.serialDigits)
        serial.insert(0, role.serialDigits - serial.size(), '0');
    return company.devicePrefix + '-' + std::string(role.code) + serial;
}

std::string_view deviceTag(const PretendDevice &device)
{
    return device.oddTag != PretendDevice::notOdd ? PretendDevice::oddTags[device.oddTag]
                                                  : pretendRoles()[device.role].tags[device.tag];
}

std::string deviceIdText(std::uint64_t word)
{
    std::array<char, deviceIdRoom> text{};
    writeDeviceId(text.data(), word);
    return {text.data(), deviceIdLength(word)};
}
