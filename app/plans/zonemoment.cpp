// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/zonemoment.h"

#include <algorithm>

ZoneMoment zoneMoment(const QTimeZone &zone, QDate day, QTime time)
{
    const QDateTime wall(day, time, Qt::UTC); // what the clock shows, as if it were UTC
    // No zone is further from UTC than 15 hours: the two offsets that can hold for the wall clock are among these.
    constexpr qint64 furthest = 15 * 3600;
    const int before = zone.offsetFromUtc(wall.addSecs(-furthest));
    const int after = zone.offsetFromUtc(wall.addSecs(furthest));
    const auto shown = [&zone, &wall](int offset) {
        const QDateTime utc = wall.addSecs(-offset);
        return zone.offsetFromUtc(utc) == offset;
    };
    const bool isBefore = shown(before);
    const bool isAfter = before == after ? isBefore : shown(after);
    const auto moment = [&](int offset) {
        return wall.addSecs(-offset).toTimeZone(zone);
    };
    if (!isBefore && !isAfter)
        return {.moment = moment(before), .kind = ZoneMoment::Kind::Skipped};
    if (isBefore && isAfter && before != after)
        return {.moment = moment(std::max(before, after)), .kind = ZoneMoment::Kind::Twice};
    return {.moment = moment(isBefore ? before : after)};
}
