// SPDX-License-Identifier: GPL-3.0-or-later
// No header makes the console wait longer than two minutes, or less than nothing.
#include "app/net/retryafter.h"

#include "tests/fuzz/target.h"

#include <QTimeZone>

QByteArrayList seeds()
{
    // the header, a line feed, the answer's own date
    return {"2",
            "-5",
            "99999999999999999999",
            "Tue, 17 Feb 2026 12:00:30 GMT\nTue, 17 Feb 2026 12:00:00 GMT",
            "Tuesday, 17-Feb-26 12:00:30 GMT\n",
            "Tue Feb 17 12:00:30 2026\nnonsense",
            "1.5",
            " 120 \n"};
}

void tryBytes(QByteArrayView bytes)
{
    using namespace std::chrono_literals;
    static const QDateTime now(QDate(2026, 2, 17), QTime(12, 0), QTimeZone::utc());
    const QByteArray all = bytes.toByteArray();
    const qsizetype lineFeed = all.indexOf('\n');
    const QByteArray header = all.left(lineFeed);
    const QByteArray date = lineFeed < 0 ? QByteArray() : all.sliced(lineFeed + 1);
    const std::optional<std::chrono::seconds> wait = readRetryAfter(header, date, now);
    mustHold(!wait || (*wait >= 0s && *wait <= 120s), "a wait is 0 to 120 s");
    mustHold(wait == readRetryAfter(header, date, now), "the same header is the same wait");
}
