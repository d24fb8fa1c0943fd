// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QtGlobal>

/// When and for whom something is shown: what "38 min" is reckoned from, and how names of days and numbers are written.
///
/// Times of the API have no zone. They are kept as milliseconds that a clock in serverZone shows, as if they were since
/// 1970-01-01T00:00 UTC. Source: API document, "Fetch Device Summary", last_backup and next_backup.
struct Moment
{
    qint64 now = 0; ///< Of the server's clock.
    QLocale locale;
    QTimeZone serverZone = QTimeZone::utc(); ///< What the server's times are taken to be in.

    static Moment current(const QTimeZone &serverZone = QTimeZone::utc());

    /// \a utc, milliseconds since 1970, as the server's clock shows it.
    qint64 serverTime(qint64 utc) const;
    /// A time of the server in the zone of this computer.
    QDateTime localTime(qint64 serverTime) const;
};

/// What the clock of \a zone shows at \a utc, both in milliseconds as if since 1970-01-01T00:00 UTC.
qint64 shownByClock(qint64 utc, const QTimeZone &zone);

// \a time below is of the server's clock.

/// How long ago, in one unit: "38 min", "16 h", "9 d"; below a minute "< 1 min". A time to come is "in 3 h".
QString ageText(qint64 time, const Moment &moment);

/// In the zone of this computer, as short as it can be without doubt: "21:30" today, "Thu 02:15" within the next six days,
/// else "12 Dec 21:30", with the year when it is not this one.
QString nearTimeText(qint64 time, const Moment &moment);

/// In the zone of this computer, with the day: "today 21:30", "Mon 30 Nov 22:14", with the year when it is not this one.
QString dayTimeText(qint64 time, const Moment &moment);

/// The whole time in the zone of this computer, with the zone: "Tue 17 Feb 2026 12:15:00 CET".
QString fullTimeText(qint64 time, const Moment &moment);

/// "UTC", "UTC+02:00", "Europe/Berlin": what the server's times are taken to be in.
QString serverZoneName(const Moment &moment);
