// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicevalues.h"

#include <QByteArray>

/// Reads one row that the fast reader refused: broken UTF-8 is replaced by U+FFFD, line feeds in texts and numbers of any kind are taken.
class SlowRowReader
{
public:
    /// False when \a row is no JSON object even so.
    bool read(QByteArrayView row);

    /// Of the last row that was read.
    const DeviceValues &values() const { return m_values; }
    /// True when something in it had to be replaced.
    bool isRepaired() const { return m_isRepaired; }

private:
    std::array<QByteArray, deviceFieldCount> m_texts; // m_values point here
    DeviceValues m_values;
    bool m_isRepaired = false;
};
