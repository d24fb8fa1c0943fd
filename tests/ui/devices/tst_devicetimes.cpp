// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicetimes.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

qint64 utc(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

/// Wednesday, 2 December 2026, 14:03 UTC.
Moment wednesday()
{
    return {.now = utc(u"2026-12-02T14:03:00"_s), .locale = QLocale::c()};
}

} // namespace

class TestDeviceTimes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void theServersClockMayFollowAnotherZone()
    {
        Moment moment = wednesday();
        moment.serverZone = QTimeZone("America/New_York"); // its clock shows 14:03, and it is 19:03 UTC
        QCOMPARE(nearTimeText(moment.now, moment), u"20:03"_s); // in Berlin
        QCOMPARE(nearTimeText(utc(u"2026-12-02T10:00:00"_s), moment), u"16:00"_s);
        QCOMPARE(nearTimeText(utc(u"2026-07-02T10:00:00"_s), moment), u"2 Jul 16:00"_s);
        QCOMPARE(moment.serverTime(utc(u"2026-12-02T19:03:00"_s)), moment.now);
        QCOMPARE(ageText(utc(u"2026-12-02T12:03:00"_s), moment), u"2 h"_s);
        QCOMPARE(serverZoneName(moment), u"America/New_York"_s);
        moment.serverZone = QTimeZone(-5 * 3600);
        QCOMPARE(nearTimeText(moment.now, moment), u"20:03"_s);
        QVERIFY(serverZoneName(moment).startsWith(u"UTC-05"_s)); // newer versions of Qt add the minutes
    }

    void agesHaveOneUnit_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("age");
        QTest::newRow("now") << u"2026-12-02T14:03:00"_s << u"< 1 min"_s;
        QTest::newRow("59 s") << u"2026-12-02T14:02:01"_s << u"< 1 min"_s;
        QTest::newRow("a minute") << u"2026-12-02T14:02:00"_s << u"1 min"_s;
        QTest::newRow("38 minutes") << u"2026-12-02T13:25:00"_s << u"38 min"_s;
        QTest::newRow("59 minutes") << u"2026-12-02T13:03:01"_s << u"59 min"_s;
        QTest::newRow("an hour") << u"2026-12-02T13:03:00"_s << u"1 h"_s;
        QTest::newRow("16 hours") << u"2026-12-01T22:03:00"_s << u"16 h"_s;
        QTest::newRow("24 hours less a second") << u"2026-12-01T14:03:01"_s << u"23 h"_s;
        QTest::newRow("a day") << u"2026-12-01T14:03:00"_s << u"1 d"_s;
        QTest::newRow("9 days") << u"2026-11-23T10:00:00"_s << u"9 d"_s;
        QTest::newRow("years") << u"2023-12-02T14:03:00"_s << u"1,096 d"_s;
        QTest::newRow("our clock is behind") << u"2026-12-02T14:03:59"_s << u"< 1 min"_s;
        QTest::newRow("to come") << u"2026-12-02T17:10:00"_s << u"in 3 h"_s;
    }

    void agesHaveOneUnit()
    {
        QFETCH(QString, time);
        QFETCH(QString, age);
        Moment moment = wednesday();
        moment.locale = QLocale(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(ageText(utc(time), moment), age);
    }

    void timesAreShortAndLocal_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << u"2026-12-02T20:30:00"_s << u"21:30"_s;
        QTest::newRow("earlier today") << u"2026-12-02T00:15:00"_s << u"01:15"_s;
        QTest::newRow("tomorrow, and still today in UTC") << u"2026-12-02T23:30:00"_s << u"Thu 00:30"_s;
        QTest::newRow("in six days") << u"2026-12-08T01:15:00"_s << u"Tue 02:15"_s;
        QTest::newRow("the same weekday next week") << u"2026-12-09T01:15:00"_s << u"9 Dec 02:15"_s;
        QTest::newRow("yesterday") << u"2026-12-01T20:30:00"_s << u"1 Dec 21:30"_s;
        QTest::newRow("next year") << u"2027-01-09T20:30:00"_s << u"9 Jan 2027 21:30"_s;
    }

    void timesAreShortAndLocal()
    {
        QFETCH(QString, time);
        QFETCH(QString, text);
        QCOMPARE(nearTimeText(utc(time), wednesday()), text);
    }

    void wholeTimesNameTheirZone()
    {
        QCOMPARE(fullTimeText(utc(u"2026-02-17T11:15:00"_s), wednesday()), u"Tue 17 Feb 2026 12:15:00 CET"_s);
        QCOMPARE(fullTimeText(utc(u"2026-07-17T11:15:00"_s), wednesday()),
                 u"Fri 17 Jul 2026 13:15:00 CEST"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeviceTimes)
#include "tst_devicetimes.moc"
