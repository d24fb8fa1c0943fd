// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

/// What a date and a time of day on a wall clock mean in a zone.
struct ZoneMoment
{
    enum class Kind { Once, Skipped, Twice };

    QDateTime
        moment{}; ///< In the zone; the first of two, and past a skipped time by as much as the clock skips.
    Kind kind = Kind::Once;
};

/// QDateTime alone answers differently from one version of Qt to the next where the clock changes, and does not say that it does.
ZoneMoment zoneMoment(const QTimeZone &zone, QDate day, QTime time);
