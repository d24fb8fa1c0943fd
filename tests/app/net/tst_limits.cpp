// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every request ends within its limits of time and size, whatever the server does.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void F4_silence();
    void F5_headThenSilence();
    void F6_dripEndsAtTheTotalLimit();
    void aSlowAnswerWithinTheLimitsIsRead();
    void F14_moreThanDeclaredIsLeftOut();
    void F15_anEndlessAnswerIsStopped();
    void F16_aBombIsRefused();
    void F17_honestCompressionIsRead();
    void F19_endlessHeadersEndAtTheLimit();
    void F19_manyHeadersEndAtALimit();
    void anEndlessRefusalIsStillThatRefusal();
};

namespace {

// How long a request took, and what it ended with.
struct Timed
{
    std::optional<ApiError> error;
    std::chrono::milliseconds duration;
};

Timed timedErrorOf(const ByteServer &server, const Limits &limits)
{
    ApiClient client(endpointAt(server.address()), testKey());
    QElapsedTimer clock;
    clock.start();
    const auto answer = answerTo(client, anything(u"/company"_s, limits));
    const std::chrono::milliseconds duration(clock.elapsed());
    return {answer && !*answer ? std::optional(answer->error()) : std::nullopt, duration};
}

// zlib's own format, which HTTP calls "deflate"; qCompress() puts the length before it.
QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4);
}

} // namespace

void TestLimits::F4_silence()
{
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{}; });
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 300ms, .idle = 5s, .total = 5s, .bytes = 1 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(duration >= 280ms);
    QVERIFY(duration < 1500ms);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLimits::F5_headThenSilence()
{
    const ByteServer server(
        QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"));
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 5s, .idle = 300ms, .total = 5s, .bytes = 1 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QCOMPARE(error->httpStatus, 200);
    QVERIFY(duration < 1500ms);
}

void TestLimits::F6_dripEndsAtTheTotalLimit()
{
    // the bytes keep the idle limit away
    const ByteServer drip([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n[" + QByteArray(2000, ' '),
                .pause = 50ms,
                .pieceSize = 10};
    });
    const auto [error, duration] =
        timedErrorOf(drip, {.firstByte = 5s, .idle = 400ms, .total = 1s, .bytes = 1 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(duration >= 900ms);
    QVERIFY(duration < 2500ms);
}

void TestLimits::aSlowAnswerWithinTheLimitsIsRead()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = jsonAnswer('[' + QByteArray(30, ' ') + ']'), .pause = 30ms, .pieceSize = 5};
    });
    ApiClient client(endpointAt(server.address()), testKey());
    const auto answer =
        answerTo(client, anything(u"/company"_s, {.firstByte = 5s, .idle = 1s, .total = 0s, .bytes = 100}));
    QVERIFY(answer && *answer);
}

void TestLimits::F14_moreThanDeclaredIsLeftOut()
{
    const ByteServer server(jsonAnswer("{}") + "{\"more\":1}" + jsonAnswer("[]"));
    ApiClient client(endpointAt(server.address()), testKey());
    for (int i = 0; i < 3; ++i) {
        const auto answer = answerTo(client, anything());
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->toJson(QJsonDocument::Compact), "{}");
    }
}

void TestLimits::F15_anEndlessAnswerIsStopped()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[",
                .filler = QByteArray(64 << 10, ' '),
                .fillerTimes = 1LL << 40};
    });
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 5s, .idle = 5s, .total = 20s, .bytes = 8 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TooLarge);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLimits::F16_aBombIsRefused()
{
    const ByteServer server(httpAnswer(200, "application/json", deflated(QByteArray(64 << 20, ' ')),
                                       {"Content-Encoding: deflate"}));
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 5s, .idle = 5s, .total = 20s, .bytes = 4 << 20});
    QVERIFY(error);
    // the library stops at the bomb before a byte of it is handed on, and does not say why it could not decode it
    QCOMPARE(error->kind, ErrorKind::Unreadable);
    QVERIFY(duration < 3s);
}

void TestLimits::F17_honestCompressionIsRead()
{
    // larger than the 10 MiB that the library would let pass when they are packed better than 40:1
    const QByteArray json = "[\"" + QByteArray("Acme is online. ").repeated(1'000'000) + "\"]";
    const ByteServer server(
        httpAnswer(200, "application/json", deflated(json), {"Content-Encoding: deflate"}));
    ApiClient client(endpointAt(server.address()), testKey());
    ReadRequest<QJsonDocument> request = anything();
    request.limits.bytes = 64 << 20;
    const auto answer = answerTo(client, request);
    QVERIFY(answer);
    QVERIFY2(*answer, qPrintable(answer->error().quotation()));
    QVERIFY((*answer)->isArray());
}

void TestLimits::F19_endlessHeadersEndAtTheLimit()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n",
                .pause = 20ms,
                .filler = QByteArray("X-More: and more\r\n").repeated(10),
                .fillerTimes = 1LL << 40};
    });
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 500ms, .idle = 5s, .total = 5s, .bytes = 1 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(duration < 3s);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLimits::F19_manyHeadersEndAtALimit()
{
    // beyond 100 headers the library forgets them all, the length too, and waits for the end of the connection
    const ByteServer server("HTTP/1.1 200 OK\r\n" + QByteArray("X-More: and more\r\n").repeated(10'000)
                            + "X-Long: " + QByteArray(200'000, 'x') + "\r\nContent-Length: 2\r\n\r\n{}");
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 1s, .idle = 300ms, .total = 10s, .bytes = 1 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(duration < 5s);
}

void TestLimits::anEndlessRefusalIsStillThatRefusal()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 403 No\r\nContent-Type: application/json\r\n\r\n{",
                .filler = QByteArray(64 << 10, ' '),
                .fillerTimes = 1LL << 40};
    });
    const auto [error, duration] =
        timedErrorOf(server, {.firstByte = 5s, .idle = 5s, .total = 20s, .bytes = 64 << 20});
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Refused);
    QVERIFY(duration < 5s);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
