// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QList>
#include <QString>

#include <optional>

/// One row of the device list as the server gave it: every field, also those that Steward does not know.
struct RawDevice
{
    DeviceId id; ///< Empty when the row names none.
    QString json; ///< Indented; the fields in the order of their names.

    friend bool operator==(const RawDevice &, const RawDevice &) = default;
};

/// The row of \a device among \a rows; a lone row without an id counts as it. nullopt: the server does not know the device (any more).
std::optional<RawDevice> rawDeviceIn(const QList<RawDevice> &rows, const DeviceId &device);
