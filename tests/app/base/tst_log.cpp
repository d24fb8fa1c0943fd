// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void I7_secretsAreTakenOut_data();
    void I7_secretsAreTakenOut();
    void I7_everythingElseStays_data();
    void I7_everythingElseStays();
    void I7_everyLineOfTheProgramGoesThrough();
};

void TestLog::I7_secretsAreTakenOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("secret");

    const QString key = u"canary-0123456789"_s;
    QTest::newRow("header") << u"Authorization: Bearer canary-0123456789"_s << key;
    QTest::newRow("header, lower case") << u"authorization: bearer canary-0123456789 and more"_s << key;
    QTest::newRow("JSON") << uR"({"Authorization":"Bearer canary-0123456789"})"_s << key;
    QTest::newRow("quoted") << u"key 'Bearer canary-0123456789'"_s << key;
    QTest::newRow("without Bearer") << u"Authorization: canary-0123456789"_s << key;
    QTest::newRow("equals sign") << u"authorization=canary-0123456789"_s << key;
    QTest::newRow("in the middle") << u"sent Bearer canary-0123456789, got 401"_s << key;
    QTest::newRow("configuration ID")
        << u"\"eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIiwiZW5j\""_s << u"J0b2tlbiI6IkFUVkFXUTE3MjQyIiwiZW5j"_s;
    QTest::newRow("setup link") << u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s
                                << u"ATVAWQ17242"_s;
    QTest::newRow("setup link with a query") << u"/download/setup/mac/ATVAWQ17242?x=1"_s << u"ATVAWQ17242"_s;
}

void TestLog::I7_secretsAreTakenOut()
{
    QFETCH(const QString, line);
    QFETCH(const QString, secret);
    const QString safe = redacted(line);
    QVERIFY2(!safe.contains(secret), qPrintable(safe));
    QVERIFY2(safe.contains(u"***"_s), qPrintable(safe));
    QCOMPARE(redacted(safe), safe);
}

void TestLog::I7_everythingElseStays_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"GET /company 200 in 35 ms"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("path") << u"/api/msp/device/summary?company_id=15020"_s;
    QTest::newRow("words") << u"eyJ alone is no configuration ID"_s;
}

void TestLog::I7_everythingElseStays()
{
    QFETCH(const QString, line);
    QCOMPARE(redacted(line), line);
}

namespace {

QStringList handled; // a message handler is a plain function

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    handled << line;
}

} // namespace

void TestLog::I7_everyLineOfTheProgramGoesThrough()
{
    const QtMessageHandler atFirst = qInstallMessageHandler(keepLine);
    installRedactingLog();
    installRedactingLog(); // twice is as good as once
    qWarning("Authorization: Bearer canary-0123456789");
    qCCritical(lcNet) << "Bearer canary-0123456789";
    qInstallMessageHandler(atFirst);
    QCOMPARE(handled.size(), 2);
    for (const QString &line : std::as_const(handled)) {
        QVERIFY2(!line.contains(u"canary"_s), qPrintable(line));
        QVERIFY2(line.contains(u"***"_s), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
