// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyrequests.h"
#include "app/devices/devicerequests.h"
#include "app/devices/devicestream.h"
#include "app/enrolment/enrolmentrequests.h"
#include "app/notifications/notificationrequests.h"
#include "app/plans/planrequests.h"
#include "tests/app/faults/writefixture.h"
#include "tests/support/fault.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// What holds for each request of each operation, as the wire sees it.
class TestInvariants : public QObject
{
    Q_OBJECT

private slots:
    void I2_I6_theKeyStandsInItsHeaderAlone();
    void I2_I3_noOtherServerHearsOfUs_data();
    void I2_I3_noOtherServerHearsOfUs();
    void I13_theCompanyIsNamedWhereItCanBe();
    void I22_noFieldOfAnAnswerChoosesCode_data();
    void I22_noFieldOfAnAnswerChoosesCode();
};

namespace {

CompanyId company()
{
    return CompanyId(u"15020"_s);
}

// One of each operation, all to \a address. What they are answered does not matter here.
void sendEverything(const QString &address)
{
    ApiClient client(endpointAt(address), testKey());
    const auto ask = [&](const auto &request) {
        QObject context;
        Waiting waiting;
        const RequestHandle handle = client.send(request, &context, [&](const auto &) { waiting.over(); });
        waiting.wait();
    };
    const auto list = [&](const ListRequest &request) {
        QObject context;
        Waiting waiting;
        const RequestHandle handle =
            client.send(request, std::make_shared<DeviceStream>([](const DeviceChunk &) {}), &context,
                        [&](const Result<ListEnd> &) { waiting.over(); });
        waiting.wait();
    };
    const auto write = [&](const auto &request) {
        QObject context;
        Waiting waiting;
        WriteDoor(client).send(request, &context, [&](const auto &) { waiting.over(); });
        waiting.wait();
    };
    const PlanDraft plan{
        .company = company(), .devices = {DeviceId(u"id1"_s)}, .name = u"files"_s, .items = {u"C:\\Users"_s}};
    ask(companySummary());
    ask(companySummary(company()));
    ask(companiesByName(u"Acme"_s, {}));
    list(deviceList());
    list(deviceList(company()));
    ask(rawDevice(DeviceId(u"id1"_s), company()));
    ask(setupKit(company(), SetupSystem::Win, {}));
    list(planList(company()));
    ask(planById(company(), PlanId(u"7"_s)));
    write(createCompany(u"Acme"_s, company()));
    write(createPlan(plan, DryRun::No));
    write(createPlan(plan, DryRun::Yes));
    write(setNotification(DeviceId(u"id1"_s),
                          {.set = backupSet(BackupSet::Default), .emails = {u"mark@idrive.com"_s}}));
}

constexpr qsizetype everything = 13;

} // namespace

void TestInvariants::I2_I6_theKeyStandsInItsHeaderAlone()
{
    const ByteServer server(jsonAnswer("{}"));
    sendEverything(server.address());
    QCOMPARE(server.requests().size(), everything);
    const QByteArray key = testKey().reveal().toByteArray();
    for (const ReceivedRequest &request : server.requests()) {
        QCOMPARE(request.headers("Authorization"), QByteArrayList{"Bearer " + key});
        QCOMPARE(request.head.count(key) + request.body.count(key), 1);
        QVERIFY(request.headers("Cookie").isEmpty());
    }
}

void TestInvariants::I2_I3_noOtherServerHearsOfUs_data()
{
    QTest::addColumn<Over>("over");
    QTest::newRow("plain") << Over::Tcp;
    QTest::newRow("TLS") << Over::Tls;
}

void TestInvariants::I2_I3_noOtherServerHearsOfUs()
{
    QFETCH(const Over, over);
    const ByteServer other(jsonAnswer("{}"));
    const QByteArray elsewhere = "http://127.0.0.1:" + QByteArray::number(other.port()) + "/api/msp/company";
    ByteAnswer answer = Fault::redirect(307, elsewhere);
    answer.bytes.replace("Location:",
                         QByteArray("Link: <" + elsewhere + ">; rel=preload\r\nRefresh: 0; url=" + elsewhere
                                    + "\r\nAlt-Svc: http/1.1=\"" + elsewhere + "\"\r\nLocation:"));
    const ByteServer server([&](const ReceivedRequest &) { return answer; }, reachedOver(over));
    sendEverything(server.address());
    QCOMPARE(server.requests().size(), everything);
    QCOMPARE(other.connections(), 0);
}

void TestInvariants::I13_theCompanyIsNamedWhereItCanBe()
{
    const ByteServer server(jsonAnswer("{}"));
    sendEverything(server.address());
    // API document: these have no company_id, or mean "everything that the key sees" by leaving it out
    QByteArrayList without;
    for (const ReceivedRequest &request : server.requests()) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const bool isNamed = request.target().contains("company_id=15020")
            || body.value("company_id"_L1).toVariant().toString() == company().text();
        if (!isNamed)
            without << request.verb() + ' ' + request.target().split('?').constFirst();
    }
    std::ranges::sort(without);
    const QByteArrayList allowed{"GET /api/msp/company", "GET /api/msp/company/name",
                                 "GET /api/msp/device/summary"};
    QCOMPARE(without.first(3), allowed);
    QCOMPARE(without.size(), 4);
    QVERIFY2(without.constLast().startsWith("PUT "), without.constLast().constData());
}

void TestInvariants::I22_noFieldOfAnAnswerChoosesCode_data()
{
    QTest::addColumn<QRegularExpression>("forbidden");
    // a name that may come from anywhere; "a literal" is our own
    for (const char *pattern :
         {R"(invokeMethod\([^&",]*,\s*[^&"\s\[])", R"(\bQPluginLoader\b|\bQLibrary\b|\bdlopen\b)",
          R"(metaObject\(\)->(method|indexOf|newInstance))", R"(QMetaType::fromName|QMetaType::type\()",
          R"(\bQJSEngine\b|\bQProcess::execute|\bsystem\()"})
        QTest::newRow(pattern) << QRegularExpression(QString::fromLatin1(pattern));
}

void TestInvariants::I22_noFieldOfAnAnswerChoosesCode()
{
    QFETCH(const QRegularExpression, forbidden);
    QVERIFY(forbidden.isValid());
    const QDir source(QStringLiteral(STEWARD_SOURCE_DIR));
    int filesRead = 0;
    for (const QString &room : {u"app"_s, u"ui"_s}) {
        QDirIterator files(source.filePath(room), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QRegularExpressionMatch match = forbidden.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + u": "_s + match.captured()));
            ++filesRead;
        }
    }
    QVERIFY(filesRead > 100);
}

QTEST_GUILESS_MAIN(TestInvariants)
#include "tst_invariants.moc"
