// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Are the server's times taken in the right zone? A last backup cannot lie in the future: where three or more do, and that is one in a
/// hundred or more, the zone assumption is wrong.
/// Source: PRODUCT, Devices, Health.
struct ZoneCheck
{
    static constexpr qint64 tolerance = 10 * Q_INT64_C(60'000); ///< Milliseconds: clocks differ a little.

    qint64 stamps = 0; ///< Last backups that were looked at.
    qint64 toCome = 0; ///< Of these, over ten minutes in the future.

    static constexpr bool isToCome(qint64 lastBackup, qint64 now) { return lastBackup > now + tolerance; }
    constexpr bool isDoubtful() const { return toCome >= 3 && toCome * 100 >= stamps; }

    friend bool operator==(const ZoneCheck &, const ZoneCheck &) = default;
};
