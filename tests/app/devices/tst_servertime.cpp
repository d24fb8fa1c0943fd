// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicechunk.h"
#include "app/devices/servertime.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestServerTime : public QObject
{
    Q_OBJECT

private slots:
    void timesAreRead_data();
    void timesAreRead();
    void whatIsNoTimeIsNone_data();
    void whatIsNoTimeIsNone();
    void everyDayIsReckonedAsQtDoes();
};

void TestServerTime::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<bool>("isCanonical");

    const auto row = [](const char *text, const QString &utc, bool isCanonical) {
        QTest::newRow(text) << QByteArray(text) << utc << isCanonical;
    };
    row("2025-06-11T11:12:58.000", u"2025-06-11T11:12:58.000Z"_s, true);
    row("2026-02-17T05:39:20.120", u"2026-02-17T05:39:20.120Z"_s, true);
    row("2024-02-29T23:59:59.999", u"2024-02-29T23:59:59.999Z"_s, true);
    row("1969-12-31T23:59:59.999", u"1969-12-31T23:59:59.999Z"_s, true);
    row("2026-02-17T05:39:20", u"2026-02-17T05:39:20.000Z"_s, false);
    row("2026-02-17 05:39:20.5", u"2026-02-17T05:39:20.500Z"_s, false);
    row("2026-02-17T05:39:20.123456789", u"2026-02-17T05:39:20.123Z"_s, false);
    row("2026-02-17T05:39:20.120Z", u"2026-02-17T05:39:20.120Z"_s, false);
    row("2026-02-17T05:39:20Z", u"2026-02-17T05:39:20.000Z"_s, false);
    row("2026-02-17T16:45:00+05:30", u"2026-02-17T11:15:00.000Z"_s, false);
    row("2026-02-17T16:45:00.000-0800", u"2026-02-18T00:45:00.000Z"_s, false);
}

void TestServerTime::timesAreRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, utc);
    QFETCH(const bool, isCanonical);
    const ServerTime read = readServerTime(text.toStdString());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(read.time, Qt::UTC).toString(Qt::ISODateWithMs), utc);
    QCOMPARE(read.isCanonical, isCanonical);
}

void TestServerTime::whatIsNoTimeIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "soon",
                             "2026-02-17",
                             "2026-02-17T05:39",
                             "17.02.2026 05:39:20.000",
                             "2026-02-30T05:39:20.000",
                             "2023-02-29T05:39:20.000",
                             "2026-13-17T05:39:20.000",
                             "2026-00-17T05:39:20.000",
                             "2026-02-00T05:39:20.000",
                             "2026-02-17T24:00:00.000",
                             "2026-02-17T05:60:20.000",
                             "2026-02-17T05:39:60.000",
                             "0000-02-17T05:39:20.000",
                             "2026-02-17T05:39:20.",
                             "2026-02-17T05:39:20.1x0",
                             "2026-02-17T05:39:20.12 ",
                             "2026-02-17T05:39:20+5",
                             "2026-02-17T05:39:20+24:00",
                             "2026-02-17T05:39:20+05:3x",
                             "2026-02-17T05:39:20+05-30",
                             "2026-02-17x05:39:20.000",
                             "2026-02-17T05:39:20.000ZZ",
                             "1771306760120"})
        QTest::newRow(text) << QByteArray(text);
}

void TestServerTime::whatIsNoTimeIsNone()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(readServerTime(text.toStdString()), (ServerTime{.time = noTime, .isCanonical = false}));
}

void TestServerTime::everyDayIsReckonedAsQtDoes()
{
    for (QDate day(1, 1, 1); day.year() < 2500; day = day.addDays(97)) {
        const QDateTime time(day, QTime(1, 2, 3, 4), Qt::UTC);
        const ServerTime read = readServerTime(time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz").toStdString());
        QCOMPARE(read.time, time.toMSecsSinceEpoch());
        QVERIFY(read.isCanonical);
    }
}

QTEST_GUILESS_MAIN(TestServerTime)
#include "tst_servertime.moc"
