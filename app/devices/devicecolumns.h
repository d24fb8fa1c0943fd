// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What is shown of a device, in the order in which it is first shown: its health, which is reckoned, then its fields, and among them
/// whose it is.
/// Source: API document, "Fetch Device Summary".
enum class DeviceColumn : quint8 {
    HealthWord, ///< Not Health: that is a type, too.
    Name,
    Company,
    Account, ///< Which of Steward's accounts read it.
    Status,
    LastResult, ///< backup_status
    LastSuccess, ///< last_backup
    NextRun, ///< next_backup
    Os,
    Version,
    Group,
    Tag,
    Id,
    IdOfCompany, ///< Not CompanyId: that is a type, and gcc takes the one for the other.
};
inline constexpr int deviceColumnCount = 14;
