// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/faultfixture.h"
#include "tests/support/fault.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Leaf = TestAuthority::Leaf;

/// F53: a server that cannot be trusted gets nothing, least of all the key.
class TestTlsFaults : public QObject
{
    Q_OBJECT

private slots:
    void aTrustedServerIsRead_data();
    void aTrustedServerIsRead();
    void F53_I4_aDoubtfulServerGetsNoKey_data();
    void F53_I4_aDoubtfulServerGetsNoKey();
    void F53_I4_aCertificateThatTurnsBadStopsTheNextConnection();
    void F53_I4_TLS10_isNotSpoken();
    void F53_aServerWithoutTlsGetsNoKey();
};

namespace {

// TLS 1.0, RFC 2246: the server takes version 3.1 and TLS_RSA_WITH_AES_128_CBC_SHA, whatever was offered.
QByteArray serverHelloOfTls10()
{
    const QByteArray body =
        QByteArray("\x03\x01", 2) + QByteArray(32, 'r') + QByteArray("\x00\x00\x2F\x00", 4);
    const char length = static_cast<char>(body.size());
    const QByteArray message = QByteArray("\x02\x00\x00", 3) + length + body;
    return QByteArray("\x16\x03\x01\x00", 4) + static_cast<char>(message.size()) + message;
}

ByteAnswer good(const ReceivedRequest & /*request*/)
{
    return {.bytes = jsonAnswer("{}")};
}

} // namespace

void TestTlsFaults::aTrustedServerIsRead_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"localhost", "127.0.0.1"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestTlsFaults::aTrustedServerIsRead()
{
    QFETCH(const QString, host);
    const ByteServer server(good, reachedOver(Over::Tls));
    const SeenRead seen = readAt(u"https://%1:%2/api/msp"_s.arg(host).arg(server.port()));
    QVERIFY2(seen.answer, seen.error ? qPrintable(seen.error->quotation()) : "");
    QVERIFY(hasKey(server));
}

void TestTlsFaults::F53_I4_aDoubtfulServerGetsNoKey_data()
{
    QTest::addColumn<int>("leaf");
    QTest::newRow("expired") << static_cast<int>(Leaf::Expired);
    QTest::newRow("not yet valid") << static_cast<int>(Leaf::NotYetValid);
    QTest::newRow("wrong name") << static_cast<int>(Leaf::WrongName);
    QTest::newRow("self-signed") << static_cast<int>(Leaf::SelfSigned);
    QTest::newRow("unknown authority") << static_cast<int>(Leaf::UnknownAuthority);
}

void TestTlsFaults::F53_I4_aDoubtfulServerGetsNoKey()
{
    QFETCH(const int, leaf);
    const ByteServer server(good, {.tls = trustedAuthority().server(static_cast<Leaf>(leaf))});
    const SeenRead seen = readAt(server.address());
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TlsRefused);
    QCOMPARE(seen.error->httpStatus, 0);
    QVERIFY(seen.error->what().contains(u"cannot be trusted"_s));
    QVERIFY(seen.error->advice().startsWith(u"The API key was not sent."_s));
    QVERIFY(!seen.error->quotation().isEmpty()); // the library says what is wrong with it
    QVERIFY(server.connections() >= 1);
    QCOMPARE(server.received().join(), "");
}

void TestTlsFaults::F53_I4_aCertificateThatTurnsBadStopsTheNextConnection()
{
    // the client has met the good one, and keeps what it knows of it: the other must be looked at all the same
    const ByteServer trusted(good, reachedOver(Over::Tls));
    const ByteServer doubtful(good, {.tls = trustedAuthority().server(Leaf::SelfSigned)});
    QVERIFY(readAt(trusted.address()).answer);
    const SeenRead seen = readAt(doubtful.address());
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TlsRefused);
    QVERIFY(!hasKey(doubtful));
}

void TestTlsFaults::F53_I4_TLS10_isNotSpoken()
{
    const auto hello = [](const ReceivedRequest &) {
        return std::optional(ByteAnswer{.bytes = serverHelloOfTls10()});
    };
    const ByteServer server(good, {.early = hello});
    const SeenRead seen = readAt(u"https://127.0.0.1:%1/api/msp"_s.arg(server.port()));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TlsRefused);
    QVERIFY(!hasKey(server));
    // what the client says to it: alert, fatal, protocol_version
    QTRY_VERIFY(server.received().constFirst().endsWith(QByteArray("\x00\x02\x02\x46", 4)));
}

void TestTlsFaults::F53_aServerWithoutTlsGetsNoKey()
{
    const ByteServer server(good, {.early = [](const ReceivedRequest &) {
                                return std::optional(ByteAnswer{.bytes = jsonAnswer("{}")});
                            }});
    const SeenRead seen = readAt(u"https://127.0.0.1:%1/api/msp"_s.arg(server.port()));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TlsRefused);
    QVERIFY(!hasKey(server));
}

QTEST_GUILESS_MAIN(TestTlsFaults)
#include "tst_tlsfaults.moc"
