// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/sandboxprocess.h"
#include "app/steward/steward.h"
#include "tests/support/byteserver.h"
#include "tests/support/fakeretryclock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 20'000;

bool isFree(quint16 port)
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, port);
}

} // namespace

/// The program without its window, with the real sandbox beside it.
class TestSteward : public QObject
{
    Q_OBJECT

private slots:
    void theSandboxIsReadAsAnyAccount()
    {
        Steward steward;
        QVERIFY(!steward.hasSession());
        QSignalSpy opened(&steward, &Steward::opened);
        QSignalSpy failed(&steward, &Steward::sandboxFailed);
        steward.openSandbox({.companies = 5, .devices = 60, .seed = 3});
        QVERIFY2(opened.wait(startLimitMs),
                 failed.isEmpty() ? "" : qPrintable(failed.constFirst().constFirst().toString()));
        QVERIFY(steward.account()->isSandbox);
        QSignalSpy ended(&steward.fleet(), &Fleet::readingEnded);
        QVERIFY(ended.wait(startLimitMs));
        QVERIFY(ended.constFirst().constFirst().toBool());
        QCOMPARE(steward.fleet().devices().liveCount(), 60);
        QCOMPARE(steward.fleet().progress().companiesRead, steward.fleet().progress().companiesTotal);
        QVERIFY(!steward.fleet().trouble());
    }

    void theSandboxEndsWithTheProgram()
    {
        auto steward = std::make_unique<Steward>();
        QSignalSpy opened(steward.get(), &Steward::opened);
        steward->openSandbox({.companies = 2, .devices = 5, .seed = 1});
        QVERIFY(opened.wait(startLimitMs));
        const auto port = static_cast<quint16>(steward->account()->endpoint.url().port());
        QVERIFY(!isFree(port));
        steward.reset();
        QTRY_VERIFY(isFree(port));
    }

    void openingAgainReplacesTheFleet()
    {
        Steward steward;
        QSignalSpy opened(&steward, &Steward::opened);
        steward.openSandbox({.companies = 2, .devices = 5, .seed = 1});
        QVERIFY(opened.wait(startLimitMs));
        steward.openSandbox({.companies = 2, .devices = 7, .seed = 2});
        QVERIFY(opened.wait(startLimitMs));
        QTRY_COMPARE_WITH_TIMEOUT(steward.fleet().devices().liveCount(), 7, startLimitMs);
        QTRY_VERIFY(!steward.fleet().isReading());
    }

    void readsOfItsSessionsAreSentAgain()
    {
        const ByteServer server(httpAnswer(503, "application/json", "{}"));
        const FakeRetries fake;
        Steward steward(nullptr, fake.retries);
        QSignalSpy ended(&steward.fleet(), &Fleet::readingEnded);
        steward.open({.id = AccountId(u"a"_s), .endpoint = Endpoint::parse(server.address()).value()},
                     Secret(QByteArrayLiteral("0123456789")));
        QVERIFY(ended.wait());
        QCOMPARE(server.requests().size(), 2 * 3); // the companies, then the list of all devices
        QCOMPARE(fake.clock->waits.size(), 2 * 2);
        QCOMPARE(steward.fleet().trouble()->error.kind, ErrorKind::Unavailable);
    }

    void aSandboxThatCannotStartSaysSo()
    {
        SandboxProcess sandbox;
        QSignalSpy failed(&sandbox, &SandboxProcess::failed);
        sandbox.start({.companies = -5, .devices = {}, .seed = {}});
        QVERIFY(!failed.isEmpty() || failed.wait(startLimitMs));
        QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSteward)
#include "tst_steward.moc"
