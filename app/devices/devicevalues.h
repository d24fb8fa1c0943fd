// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

/// The fields of a device as the server names them.
/// Source: API document, "Fetch Device Summary".
enum class DeviceField : quint8 {
    Name,
    Status,
    DeviceId,
    CompanyId,
    CustomTag,
    Os,
    BackupStatus,
    Version,
    LastBackup,
    NextBackup,
    GroupName,
};
inline constexpr size_t deviceFieldCount = 11;

/// The server's names, in the order of DeviceField. None is longer than 15 bytes.
inline constexpr std::array<std::string_view, deviceFieldCount> deviceFieldNames{
    "name",          "status",  "device_id",   "company_id",  "custom_tag", "os",
    "backup_status", "version", "last_backup", "next_backup", "group_name"};

/// True where a whole number is as good as its digits: ids come as numbers and as texts, and a name may be "42".
constexpr bool takesNumbers(DeviceField field)
{
    switch (field) {
    case DeviceField::Name:
    case DeviceField::DeviceId:
    case DeviceField::CompanyId:
    case DeviceField::CustomTag:
    case DeviceField::Version:
    case DeviceField::GroupName:
        return true;
    default:
        return false;
    }
}

/// What a row says about one field.
struct DeviceValue
{
    enum class Kind : quint8 {
        None, ///< Absent or null.
        Text,
        Odd, ///< Neither a text nor what may stand for one.
    };

    std::string_view text; ///< UTF-8, valid, as it came.
    Kind kind = Kind::None;

    friend bool operator==(const DeviceValue &, const DeviceValue &) = default;
};

/// What a row says, by DeviceField. The texts belong to the reader and last until it reads the next row.
using DeviceValues = std::array<DeviceValue, deviceFieldCount>;
