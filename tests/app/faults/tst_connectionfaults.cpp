// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/faultfixture.h"
#include "tests/support/fault.h"
#include "tests/support/fullbacklog.h"

#include <QHostInfo>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Then = ByteAnswer::Then;

/// Reads from a server that is not there, does not answer, or goes away: each ends once, within its limits, with words that say so.
class TestConnectionFaults : public QObject
{
    Q_OBJECT

private slots:
    void F1_nothingListens();
    void F2_theHostIsNotKnown();
    void F3_aKnockIsNotAnswered();
    void F3_F4_cancelEndsTheWaiting_data();
    void F3_F4_cancelEndsTheWaiting();
    void F4_silenceEndsAtTheFirstByteLimit_data() { overBoth(); }
    void F4_silenceEndsAtTheFirstByteLimit();
    void F4_aHandshakeWithoutAnswerEndsAtTheFirstByteLimit();
    void F5_headersThenSilenceEndAtTheIdleLimit_data() { overBoth(); }
    void F5_headersThenSilenceEndAtTheIdleLimit();
    void F6_dripEndsAtTheTotalLimit_data() { overBoth(); }
    void F6_dripEndsAtTheTotalLimit();
    void F7_F9_aReadIsAskedAgainAndThenEnds_data();
    void F7_F9_aReadIsAskedAgainAndThenEnds();
    void F10_aKeptConnectionEndedWhileIdleIsReplaced_data();
    void F10_aKeptConnectionEndedWhileIdleIsReplaced();
    void F10_aKeptConnectionThatEndsUnderTheRequestIsReplaced_data() { overBoth(); }
    void F10_aKeptConnectionThatEndsUnderTheRequestIsReplaced();
    void F66_aServerOnIPv6AloneIsReached();
    void F66_localhostFallsBackToTheOtherAddress_data();
    void F66_localhostFallsBackToTheOtherAddress();

private:
    static void overBoth()
    {
        QTest::addColumn<Over>("over");
        QTest::newRow("plain") << Over::Tcp;
        QTest::newRow("TLS") << Over::Tls;
    }
};

void TestConnectionFaults::F1_nothingListens()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        const SeenRead seen = readAt(scheme % u"://127.0.0.1:%1/api/msp"_s.arg(port));
        QCOMPARE(seen.calls, 1);
        QVERIFY(seen.error);
        QCOMPARE(seen.error->kind, ErrorKind::NotConnected);
        QCOMPARE(seen.error->httpStatus, 0);
        QCOMPARE(seen.error->what(), u"No connection to 127.0.0.1:%1."_s.arg(port));
        QVERIFY(seen.error->advice().contains(u"What was read before stays"_s));
        QVERIFY(seen.duration < roomyLimits().total + slack);
    }
}

void TestConnectionFaults::F2_theHostIsNotKnown()
{
    const SeenRead seen = readAt(u"https://no.such.invalid/api/msp"_s);
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::HostNotFound);
    QCOMPARE(seen.error->what(), u"The host no.such.invalid was not found."_s);
    QVERIFY(seen.error->advice().contains(u"spelling"_s));
}

void TestConnectionFaults::F3_aKnockIsNotAnswered()
{
    const FullBacklog backlog;
    const SeenRead seen = readAt(backlog.address(), firstByteWithin(300ms));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
    QVERIFY(seen.error->what().contains(u"did not answer in time"_s));
    QVERIFY(seen.duration >= 250ms); // Qt's timers may be 5 % early
    QVERIFY(seen.duration < 300ms + slack);
}

void TestConnectionFaults::F3_F4_cancelEndsTheWaiting_data()
{
    QTest::addColumn<bool>("isConnected");
    QTest::newRow("F3 no connection yet") << false;
    QTest::newRow("F4 no answer yet") << true;
}

void TestConnectionFaults::F3_F4_cancelEndsTheWaiting()
{
    QFETCH(const bool, isConnected);
    const FullBacklog backlog;
    const ByteServer server([](const ReceivedRequest &) { return Fault::silence(); });
    auto client = std::make_unique<ApiClient>(endpointAt(isConnected ? server.address() : backlog.address()),
                                              testKey());
    RequestHandle handle =
        client->send(anything(), this, [](const Result<QJsonDocument> &) { QFAIL("cancelled"); });
    if (isConnected)
        QTRY_COMPARE(server.requests().size(), 1);
    handle.cancel();
    QVERIFY(!handle.isActive());
    QTRY_COMPARE(server.openConnections(), 0);
    QElapsedTimer clock;
    clock.start();
    client.reset(); // would wait for a connection that is still being made
    QVERIFY(clock.elapsed() < 2000);
}

void TestConnectionFaults::F4_silenceEndsAtTheFirstByteLimit()
{
    QFETCH(const Over, over);
    const ByteServer server([](const ReceivedRequest &) { return Fault::silence(); }, reachedOver(over));
    // the others are so far away that only this one can have passed
    const SeenRead seen = readAt(server.address(), firstByteWithin(400ms));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
    QCOMPARE(seen.error->httpStatus, 0);
    QVERIFY(seen.error->what().contains(u"did not answer in time"_s));
    QVERIFY(seen.duration < 400ms + slack);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestConnectionFaults::F4_aHandshakeWithoutAnswerEndsAtTheFirstByteLimit()
{
    // takes the connection, and never says a word of TLS
    const ByteServer server([](const ReceivedRequest &) { return Fault::silence(); });
    const SeenRead seen =
        readAt(u"https://127.0.0.1:%1/api/msp"_s.arg(server.port()), firstByteWithin(300ms));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
    QVERIFY(seen.duration < 300ms + slack);
    QVERIFY(!hasKey(server));
}

void TestConnectionFaults::F5_headersThenSilenceEndAtTheIdleLimit()
{
    QFETCH(const Over, over);
    const QByteArray whole = jsonAnswer("{\"name\":\"Acme\"}");
    for (const qsizetype at : {whole.indexOf("\r\n\r\n") + 4, whole.size() - 1}) {
        const ByteServer server([&](const ReceivedRequest &) { return Fault::stalled(whole, at); },
                                reachedOver(over));
        const SeenRead seen = readAt(server.address(), idleWithin(300ms));
        QCOMPARE(seen.calls, 1);
        QVERIFY(seen.error);
        QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
        QCOMPARE(seen.error->httpStatus, 200); // the head did come
        QVERIFY(seen.duration < 300ms + slack);
        QTRY_COMPARE(server.openConnections(), 0);
    }
}

void TestConnectionFaults::F6_dripEndsAtTheTotalLimit()
{
    QFETCH(const Over, over);
    const QByteArray whole = jsonAnswer('[' + QByteArray(100'000, ' ') + ']');
    const ByteServer server([&](const ReceivedRequest &) { return Fault::drip(whole, 100, 20ms); },
                            reachedOver(over));
    const SeenRead seen = readAt(server.address(), totalWithin(700ms));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
    QCOMPARE(seen.error->httpStatus, 200);
    QVERIFY(seen.duration >= 600ms); // Qt's timers may be 5 % early
    QVERIFY(seen.duration < 700ms + slack);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestConnectionFaults::F7_F9_aReadIsAskedAgainAndThenEnds_data()
{
    QTest::addColumn<Over>("over");
    QTest::addColumn<int>("how");
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const char *name = over == Over::Tls ? "TLS" : "plain";
        QTest::addRow("F7 closed, %s", name) << over << static_cast<int>(Then::Close);
        QTest::addRow("F7 gone without a goodbye, %s", name) << over << static_cast<int>(Then::Vanish);
        QTest::addRow("F9 reset, %s", name) << over << static_cast<int>(Then::Reset);
    }
}

void TestConnectionFaults::F7_F9_aReadIsAskedAgainAndThenEnds()
{
    QFETCH(const Over, over);
    QFETCH(const int, how);
    const ByteServer server([&](const ReceivedRequest &) { return Fault::noAnswer(static_cast<Then>(how)); },
                            reachedOver(over));
    const SeenRead once = readAt(server.address());
    QVERIFY(once.error);
    QCOMPARE(server.requests().size(), 1);

    const FakeRetries fake;
    ApiClient client(endpointAt(server.address()), testKey(), fake.retries);
    const SeenRead seen = readBy(client);
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::CutShort);
    QVERIFY(seen.error->what().contains(u"ended before the answer was whole"_s));
    QCOMPARE(fake.clock->waits.size(), 2);
    const QList<ReceivedRequest> requests = server.requests();
    QCOMPARE(requests.size(), 1 + 3);
    for (const ReceivedRequest &request : requests)
        QCOMPARE(request.head, requests.constFirst().head);
}

void TestConnectionFaults::F10_aKeptConnectionEndedWhileIdleIsReplaced_data()
{
    F7_F9_aReadIsAskedAgainAndThenEnds_data();
}

void TestConnectionFaults::F10_aKeptConnectionEndedWhileIdleIsReplaced()
{
    QFETCH(const Over, over);
    QFETCH(const int, how);
    ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                      reachedOver(over));
    ApiClient client = retryingClientAt(server.address());
    QVERIFY(readBy(client).answer);
    server.endConnections(static_cast<Then>(how));
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(readBy(client).answer);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.connections(), 2);
}

void TestConnectionFaults::F10_aKeptConnectionThatEndsUnderTheRequestIsReplaced()
{
    QFETCH(const Over, over);
    const ByteServer server(
        [](const ReceivedRequest &request) {
            return request.index == 0 ? ByteAnswer{.bytes = jsonAnswer("{}")} : Fault::noAnswer(Then::Close);
        },
        reachedOver(over));
    ApiClient client = retryingClientAt(server.address());
    for (int i = 0; i < 5; ++i)
        QVERIFY(readBy(client).answer);
    QCOMPARE(server.connections(), 5);
    QCOMPARE(server.requests().size(), 1 + 4 * 2);
}

void TestConnectionFaults::F66_aServerOnIPv6AloneIsReached()
{
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                            {.address = QHostAddress::LocalHostIPv6});
    if (server.port() == 0)
        QSKIP("This computer has no IPv6.");
    QVERIFY(server.address().startsWith(u"http://[::1]:"_s));
    const SeenRead seen = readAt(server.address());
    QVERIFY(seen.answer);
    QCOMPARE(server.requests().constFirst().headers("Host"),
             QByteArrayList{"[::1]:" + QByteArray::number(server.port())});
}

void TestConnectionFaults::F66_localhostFallsBackToTheOtherAddress_data()
{
    QTest::addColumn<bool>("isIPv6");
    QTest::newRow("::1 alone") << true;
    QTest::newRow("127.0.0.1 alone") << false;
}

void TestConnectionFaults::F66_localhostFallsBackToTheOtherAddress()
{
    QFETCH(const bool, isIPv6);
    const auto good = [](const ReceivedRequest &) {
        return ByteAnswer{.bytes = jsonAnswer("{}")};
    };
    const ByteServer server(good,
                            {.address = isIPv6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost});
    const QList<QHostAddress> known = QHostInfo::fromName(u"localhost"_s).addresses();
    if (isIPv6 && (server.port() == 0 || !known.contains(QHostAddress(QHostAddress::LocalHostIPv6))))
        QSKIP("On this computer localhost is not ::1.");
    const SeenRead seen = readAt(u"http://localhost:%1/api/msp"_s.arg(server.port()), firstByteWithin(5s));
    QVERIFY2(seen.answer, seen.error ? qPrintable(seen.error->quotation()) : "");
    QVERIFY(seen.duration < 5s + slack);
}

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_connectionfaults.moc"
