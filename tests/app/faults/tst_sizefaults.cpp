// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/faultfixture.h"
#include "tests/support/codings.h"
#include "tests/support/fault.h"
#include "tests/support/peakmemory.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mebibyte = 1 << 20;

void overBoth()
{
    QTest::addColumn<Over>("over");
    QTest::newRow("plain") << Over::Tcp;
    QTest::newRow("TLS") << Over::Tls;
}

} // namespace

/// Answers without an end, in any part of them, packed or not: reading stops at a limit, in little memory (I10).
class TestSizeFaults : public QObject
{
    Q_OBJECT

private slots:
    void F15_I10_anEndlessAnswerStopsAtTheCap_data() { overBoth(); }
    void F15_I10_anEndlessAnswerStopsAtTheCap();
    void F15_I10_theUsualCapHolds();
    void F15_anEndlessRefusalIsStillThatRefusal();
    void F16_I10_aBombIsRefused_data() { overBoth(); }
    void F16_I10_aBombIsRefused();
    void F16_I10_aBombInABombIsRefused();
    void F17_honestPackingIsRead();
    void F19_I10_endlessHeadersEndAtTheLimit_data() { overBoth(); }
    void F19_I10_endlessHeadersEndAtTheLimit();
    void F19_I10_largeHeadersDoNoHarm_data();
    void F19_I10_largeHeadersDoNoHarm();
};

void TestSizeFaults::F15_I10_anEndlessAnswerStopsAtTheCap()
{
    QFETCH(const Over, over);
    const ByteServer server(
        [](const ReceivedRequest &) { return Fault::endlessBody("[", QByteArray(64 << 10, ' ')); },
        reachedOver(over));
    const PeakMemory memory;
    const SeenRead seen = readAt(server.address(), bytesWithin(4 * mebibyte));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TooLarge);
    QVERIFY(seen.error->what().contains(u"larger than any answer may be"_s));
    QVERIFY(seen.error->advice().contains(u"Reading was stopped"_s));
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(memory.growth() < 64 * mebibyte, qPrintable(QString::number(memory.growth())));
}

void TestSizeFaults::F15_I10_theUsualCapHolds()
{
    const ByteServer server(
        [](const ReceivedRequest &) { return Fault::endlessBody("[", QByteArray(64 << 10, ' ')); });
    const PeakMemory memory;
    const SeenRead seen = readAt(server.address(), Limits::smallRead());
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TooLarge);
    QVERIFY2(memory.growth() < 200 * mebibyte, qPrintable(QString::number(memory.growth())));
}

void TestSizeFaults::F15_anEndlessRefusalIsStillThatRefusal()
{
    const ByteServer server([](const ReceivedRequest &) {
        ByteAnswer answer = Fault::endlessBody("{", QByteArray(64 << 10, ' '));
        answer.bytes.replace("200 OK", "403 No");
        return answer;
    });
    const PeakMemory memory;
    const SeenRead seen = readAt(server.address());
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::Refused);
    QCOMPARE(seen.error->httpStatus, 403);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(memory.growth() < 64 * mebibyte);
}

void TestSizeFaults::F16_I10_aBombIsRefused()
{
    QFETCH(const Over, over);
    const ByteServer server([](const ReceivedRequest &) { return Fault::gzipBomb(2048); }, reachedOver(over));
    const PeakMemory memory;
    // 15 s without a byte: what ends it sooner is the size
    const SeenRead seen = readAt(server.address(), Limits::smallRead());
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    // the library stops before a byte of it is handed on, or the cap does
    QVERIFY(seen.error->kind == ErrorKind::Unreadable || seen.error->kind == ErrorKind::TooLarge);
    QVERIFY(seen.duration < slack);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(memory.growth() < 200 * mebibyte, qPrintable(QString::number(memory.growth())));
}

void TestSizeFaults::F16_I10_aBombInABombIsRefused()
{
    const GzipBomb bomb = makeGzipBomb(64);
    const QByteArray inner = bomb.start + bomb.again.repeated(64) + bomb.end;
    for (const int labels : {1, 2}) {
        const ByteServer server([&](const ReceivedRequest &) { return Fault::nestedGzip(inner, labels); });
        const PeakMemory memory;
        const SeenRead seen = readAt(server.address(), bytesWithin(4 * mebibyte));
        QCOMPARE(seen.calls, 1);
        QVERIFY(seen.error);
        QVERIFY(seen.error->kind == ErrorKind::Unreadable || seen.error->kind == ErrorKind::TooLarge);
        QVERIFY(memory.growth() < 64 * mebibyte);
    }
}

void TestSizeFaults::F17_honestPackingIsRead()
{
    // far above the 10 MiB that the library would let pass when they are packed better than 40:1
    const QByteArray json =
        "[\"" + QByteArray("Acme is online, and has been so all day. ").repeated(1'000'000) + "\"]";
    QVERIFY(json.size() > 40'000'000);
    for (const char *coding : {"gzip", "deflate"}) {
        const ByteServer server([&](const ReceivedRequest &) { return Fault::coded(coding, json); });
        const SeenRead seen = readAt(server.address(), bytesWithin(64 * mebibyte));
        QVERIFY2(seen.answer, seen.error ? qPrintable(seen.error->quotation()) : "");
        QCOMPARE(seen.answer->toJson(QJsonDocument::Compact).size(), json.size());
    }
}

void TestSizeFaults::F19_I10_endlessHeadersEndAtTheLimit()
{
    QFETCH(const Over, over);
    const ByteServer server(
        [&](const ReceivedRequest &) {
            ByteAnswer answer = Fault::endlessHeaders();
            // From a plain socket the library takes headers byte by byte, and does not come back to us while there are more. Plain
            // connections lead to this computer only; over TLS they come as fast as they go.
            if (over == Over::Tcp) {
                answer.filler.truncate(answer.filler.indexOf('\n') + 1);
                answer.pause = 5ms;
            }
            return answer;
        },
        reachedOver(over));
    const PeakMemory memory;
    const SeenRead seen = readAt(server.address(), firstByteWithin(500ms));
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TimedOut);
    QVERIFY(seen.duration < 500ms + slack);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(memory.growth() < 200 * mebibyte, qPrintable(QString::number(memory.growth())));
}

void TestSizeFaults::F19_I10_largeHeadersDoNoHarm_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::newRow("one of 1 MB") << Fault::longHeader(1'000'000);
    QTest::newRow("100,000 of them") << Fault::manyHeaders(100'000);
}

void TestSizeFaults::F19_I10_largeHeadersDoNoHarm()
{
    QFETCH(const ByteAnswer, answer);
    const ByteServer server([&](const ReceivedRequest &) { return answer; });
    const PeakMemory memory;
    Limits limits = roomyLimits();
    limits.firstByte = 3s;
    limits.idle =
        300ms; // beyond 100 headers the library forgets the length and waits for the end of the connection
    const SeenRead seen = readAt(server.address(), limits);
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QVERIFY(seen.error->kind == ErrorKind::TimedOut || seen.error->kind == ErrorKind::CutShort);
    QVERIFY(seen.duration < 3s + slack);
    QVERIFY2(memory.growth() < 64 * mebibyte, qPrintable(QString::number(memory.growth())));
}

QTEST_GUILESS_MAIN(TestSizeFaults)
#include "tst_sizefaults.moc"
