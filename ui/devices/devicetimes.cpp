// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicetimes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString spanText(qint64 span, const QLocale &locale)
{
    if (span < minute)
        return QCoreApplication::translate("DeviceTimes", "< 1 min");
    if (span < hour)
        return QCoreApplication::translate("DeviceTimes", "%1 min").arg(locale.toString(span / minute));
    if (span < day)
        return QCoreApplication::translate("DeviceTimes", "%1 h").arg(locale.toString(span / hour));
    return QCoreApplication::translate("DeviceTimes", "%1 d").arg(locale.toString(span / day));
}

} // namespace

qint64 shownByClock(qint64 utc, const QTimeZone &zone)
{
    return utc + qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc))) * 1000;
}

Moment Moment::current(const QTimeZone &serverZone)
{
    return {.now = shownByClock(QDateTime::currentMSecsSinceEpoch(), serverZone),
            .locale = QLocale(),
            .serverZone = serverZone};
}

qint64 Moment::serverTime(qint64 utc) const
{
    return shownByClock(utc, serverZone);
}

QDateTime Moment::localTime(qint64 serverTime) const
{
    if (serverZone == QTimeZone::utc())
        return QDateTime::fromMSecsSinceEpoch(serverTime); // most, and often
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(serverTime, QTimeZone::utc());
    return QDateTime(shown.date(), shown.time(), serverZone).toLocalTime();
}

QString ageText(qint64 time, const Moment &moment)
{
    const qint64 age = moment.now - time;
    // a clock that is a little ahead of ours is no news
    if (age > -minute)
        return spanText(std::max<qint64>(age, 0), moment.locale);
    return QCoreApplication::translate("DeviceTimes", "in %1").arg(spanText(-age, moment.locale));
}

QString nearTimeText(qint64 time, const Moment &moment)
{
    const QDateTime local = moment.localTime(time);
    const QDate today = moment.localTime(moment.now).date();
    const qint64 days = today.daysTo(local.date());
    if (days == 0)
        return local.time().toString(u"HH:mm");
    if (days > 0 && days < 7)
        return moment.locale.toString(local, u"ddd HH:mm"_s);
    if (local.date().year() == today.year())
        return moment.locale.toString(local, u"d MMM HH:mm"_s);
    return moment.locale.toString(local, u"d MMM yyyy HH:mm"_s);
}

QString dayTimeText(qint64 time, const Moment &moment)
{
    const QDateTime local = moment.localTime(time);
    const QDate today = moment.localTime(moment.now).date();
    if (local.date() == today)
        return QCoreApplication::translate("DeviceTimes", "today %1").arg(local.time().toString(u"HH:mm"));
    if (local.date().year() == today.year())
        return moment.locale.toString(local, u"ddd d MMM HH:mm"_s);
    return moment.locale.toString(local, u"ddd d MMM yyyy HH:mm"_s);
}

QString fullTimeText(qint64 time, const Moment &moment)
{
    const QDateTime local = moment.localTime(time);
    return moment.locale.toString(local, u"ddd d MMM yyyy HH:mm:ss"_s) + u' ' + local.timeZoneAbbreviation();
}

QString serverZoneName(const Moment &moment)
{
    return QString::fromUtf8(moment.serverZone.id());
}
