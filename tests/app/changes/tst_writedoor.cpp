// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/writedoor.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"
#include "tests/support/fakeretryclock.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ByteAnswer)
Q_DECLARE_METATYPE(WriteEnd)

using Then = ByteAnswer::Then;

namespace {

// Reads the "id" of a good answer; an answer without one cannot be read.
Result<qint64> readId(const QJsonDocument &answer)
{
    if (const QJsonValue id = answer.object().value("id"_L1); id.isDouble())
        return id.toInteger();
    return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
}

WriteRequest<qint64> creation(WriteVerb verb = WriteVerb::Post, Limits limits = roomyLimits())
{
    const bool isPost = verb == WriteVerb::Post;
    return {.verb = verb,
            .path = isPost ? u"/company"_s : u"/device/backup_plan/email_notification"_s,
            .body = isPost ? QJsonObject{{u"name"_s, u"Bäckerei"_s}}
                           : QJsonObject{{u"device_id"_s, u"id1"_s},
                                         {u"backup_set"_s, u"DEFAULT"_s},
                                         {u"type"_s, u"NEVER"_s}},
            .limits = limits,
            .read = readId};
}

// Sends and waits for the outcome; nullopt when none came.
std::optional<WriteOutcome<qint64>> outcomeOf(ApiClient &client, const WriteRequest<qint64> &request)
{
    QObject context;
    std::optional<WriteOutcome<qint64>> outcome;
    WriteDoor(client).send(request, &context, [&](WriteOutcome<qint64> came) { outcome = std::move(came); });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 15'000);
    return outcome;
}

ByteAnswer json(int status, const QByteArray &body)
{
    return {.bytes = httpAnswer(status, "application/json", body)};
}

ByteAnswer page(int status)
{
    return {.bytes = httpAnswer(status, "text/html", "<html>Sign in</html>")};
}

ByteAnswer envelope(int status, const QByteArray &base, const QByteArray &inner, int code = 0)
{
    return json(status,
                R"({"ok":false,"type":")" + base + R"(","code":)" + QByteArray::number(code ? code : status)
                    + R"(,"errors":[{"type":")" + inner + R"("}]})");
}

qsizetype changesAt(const ByteServer &server)
{
    return std::ranges::count_if(server.requests(), [](const ReceivedRequest &request) {
        return request.head.startsWith("POST") || request.head.startsWith("PUT");
    });
}

quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

using NamedAnswers = std::vector<std::pair<const char *, ByteAnswer>>;

/// After these nobody knows whether the change was made.
NamedAnswers answersThatTellNothing()
{
    return {{"F32 201 empty", json(201, "")},
            {"F32 200 empty", json(200, "")},
            {"F32 204", {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"}},
            {"201 null", json(201, "null")},
            {"201 bad JSON", json(201, R"({"id":7)")},
            {"201 without what is due", json(201, "{}")},
            {"F21 201 page", page(201)},
            {"F22 200 page as JSON", json(200, "<html>")},
            {"201, but refused", envelope(201, "invalid_parameter", "invalid_parameter", 400)},
            {"200 not ok, no reason", json(200, R"({"ok":false})")},
            {"200 not ok, failed", envelope(200, "internal_error", "internal_error", 500)},
            {"400 page", page(400)},
            {"401 page", page(401)},
            {"403 of somebody", json(403, "{}")},
            {"404 of somebody", json(404, "")},
            {"405", json(405, "")},
            {"409", json(409, "")},
            {"413", json(413, "")},
            {"415", json(415, "")},
            {"422", json(422, "")},
            {"408", json(408, "{}")},
            {"408 of the API", envelope(408, "invalid_request", "invalid_request")},
            {"F24 429", json(429, "{}")},
            {"429 dependency", envelope(429, "dependency_exception", "dependency_exception")},
            {"400 dependency", envelope(400, "dependency_exception", "dependency_exception")},
            {"F26 500 internal_error", envelope(500, "internal_error", "internal_error")},
            {"F26 500 entity_creation_failed", envelope(500, "internal_error", "entity_creation_failed")},
            {"500 without words", json(500, "")},
            {"F23 502", page(502)},
            {"503", json(503, "{}")},
            {"504", page(504)},
            {"302", json(302, R"({"id":7})")},
            {"307", {.bytes = httpAnswer(307, "", "", {"Location: /api/msp/company"})}},
            {"308", {.bytes = httpAnswer(308, "", "", {"Location: /api/msp/company"})}},
            {"511", page(511)},
            {"F65 999", json(999, R"({"id":7})")}};
}

/// What ends before it is a whole answer.
NamedAnswers brokenAnswers()
{
    return {
        {"F65 100, then closed", {.bytes = "HTTP/1.1 100 Continue\r\n\r\n", .then = Then::Close}},
        {"F65 not HTTP", {.bytes = "SSH-2.0\r\n\r\n", .then = Then::Close}},
        {"F7 closed", {.then = Then::Close}},
        {"F9 reset", {.then = Then::Reset}},
        {"F12 cut", {.bytes = "HTTP/1.1 201 C\r\nContent-Length: 99\r\n\r\n{\"id\":7}", .then = Then::Close}},
        {"F13 chunked without end",
         {.bytes = "HTTP/1.1 201 C\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"id\":7\r\n",
          .then = Then::Close}}};
}

} // namespace

/// One request in, one outcome out, and one request on the wire.
class TestWriteDoor : public QObject
{
    Q_OBJECT

private slots:
    void aChangeIsSentAsItWasGiven()
    {
        const ByteServer server(httpAnswer(201, "application/json", R"({"id":7})"));
        ApiClient client(endpointAt(server.address()), testKey());
        const auto outcome = outcomeOf(client, creation());
        QVERIFY(outcome);
        QVERIFY(outcome->isDone());
        QCOMPARE(outcome->end(), WriteEnd::Done);
        QCOMPARE(outcome->value(), 7);
        QCOMPARE(server.requests().size(), 1);
        const ReceivedRequest request = server.requests().constFirst();
        QVERIFY(request.head.startsWith("POST /api/msp/company HTTP/1.1\r\n"));
        QCOMPARE(request.headers("Content-Type"), QByteArrayList{"application/json"});
        QCOMPARE(request.headers("Content-Length"), QByteArrayList{QByteArray::number(request.body.size())});
        QVERIFY(request.headers("Transfer-Encoding").isEmpty());
        QCOMPARE(request.body, R"({"name":"Bäckerei"})");
    }

    void aPutIsSentAsAPut()
    {
        const ByteServer server(jsonAnswer(R"({"id":7,"ok":true})"));
        ApiClient client(endpointAt(server.address()), testKey());
        const auto outcome = outcomeOf(client, creation(WriteVerb::Put));
        QVERIFY(outcome && outcome->isDone());
        QVERIFY(server.requests().constFirst().head.startsWith(
            "PUT /api/msp/device/backup_plan/email_notification HTTP/1.1\r\n"));
    }

    void answersWithoutAValueCanBeRead()
    {
        const ByteServer server(jsonAnswer(R"({"ok":true})"));
        ApiClient client(endpointAt(server.address()), testKey());
        const WriteRequest<void> request{.path = u"/company"_s,
                                         .body = creation().body,
                                         .limits = roomyLimits(),
                                         .read = [](const QJsonDocument &) {
                                             return Result<void>();
                                         }};
        bool isDone = false;
        WriteDoor(client).send(request, this,
                               [&](const WriteOutcome<void> &outcome) { isDone = outcome.isDone(); });
        QVERIFY(!isDone);
        QTRY_VERIFY(isDone);
    }

    void eachAnswerHasItsEnd_data()
    {
        QTest::addColumn<ByteAnswer>("answer");
        QTest::addColumn<WriteEnd>("end");

        const auto rows = [](WriteEnd end, const NamedAnswers &answers) {
            for (const auto &[name, answer] : answers)
                QTest::newRow(name) << answer << end;
        };
        const QByteArray good = R"({"id":7})";
        rows(WriteEnd::Done, {{"200", json(200, good)}, {"201", json(201, good)}, {"202", json(202, good)}});
        rows(WriteEnd::Refused,
             {{"F29 400", envelope(400, "invalid_parameter", "invalid_parameter")},
              {"F30 400 same_state", envelope(400, "same_state", "same_state")},
              {"400 without words", json(400, "")},
              {"F27 401", json(401, "{}")},
              {"F28 401", envelope(401, "authentication_failed", "insufficient_privileges")},
              {"403 of the API", envelope(403, "invalid_request", "access_restricted")},
              {"409 of the API", envelope(409, "invalid_request", "invalid_request")},
              {"F26 500 processing_fault", envelope(500, "processing_fault", "processing_fault")},
              {"F31 200, but refused", envelope(200, "invalid_parameter", "invalid_parameter", 400)}});
        rows(WriteEnd::Unknown, answersThatTellNothing());
        rows(WriteEnd::Unknown, brokenAnswers());
    }
    void eachAnswerHasItsEnd()
    {
        QFETCH(const ByteAnswer, answer);
        for (const WriteVerb verb : {WriteVerb::Post, WriteVerb::Put}) {
            const FakeRetries fake; // whatever is done for reads is not done for changes
            const ByteServer server([&](const ReceivedRequest &) { return answer; });
            ApiClient client(endpointAt(server.address()), testKey(), fake.retries);
            const auto outcome = outcomeOf(client, creation(verb));
            QVERIFY(outcome);
            QTEST(outcome->end(), "end");
            QCOMPARE(server.requests().size(), 1);
            if (!outcome->isDone()) {
                QVERIFY(outcome->error().isWrite);
                QCOMPARE(outcome->error().host, endpointAt(server.address()).hostText());
                QCOMPARE(outcome->error().advice().contains(u"not known"_s),
                         outcome->end() == WriteEnd::Unknown);
            }
        }
    }

    void F11_aCutAnswerIsNeverSuccess()
    {
        const QByteArray whole = httpAnswer(201, "application/json", R"({"id":7})");
        std::atomic<qsizetype> cutAt = 0;
        const ByteServer server([&](const ReceivedRequest &) -> ByteAnswer {
            return {.bytes = whole, .cutAt = cutAt, .then = Then::Close};
        });
        ApiClient client(endpointAt(server.address()), testKey());
        for (; cutAt < whole.size(); ++cutAt) {
            const auto outcome = outcomeOf(client, creation());
            QVERIFY(outcome);
            QVERIFY2(outcome->end() == WriteEnd::Unknown, qPrintable(u"cut at %1"_s.arg(cutAt)));
        }
        QVERIFY(outcomeOf(client, creation())->isDone());
        QCOMPARE(server.requests().size(), whole.size() + 1);
    }

    void F7_onAKeptConnectionItIsSentOnceToo()
    {
        for (const Then then : {Then::Close, Then::Reset}) {
            const ByteServer server([&](const ReceivedRequest &request) {
                return request.head.startsWith("GET") ? json(200, "{}") : ByteAnswer{.then = then};
            });
            ApiClient client(endpointAt(server.address()), testKey());
            QVERIFY(answerTo(client, anything()).value());
            const auto outcome = outcomeOf(client, creation());
            QVERIFY(outcome);
            QCOMPARE(outcome->end(), WriteEnd::Unknown);
            QCOMPARE(changesAt(server), 1);
        }
    }

    void F10_aKeptConnectionThatIsClosedWhileIdle()
    {
        const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
            return {.bytes = json(200, R"({"id":7})").bytes, .then = Then::Close};
        });
        ApiClient client(endpointAt(server.address()), testKey());
        qsizetype mayBeDone = 0;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(answerTo(client, anything()));
            const auto outcome = outcomeOf(client, creation(i % 2 ? WriteVerb::Put : WriteVerb::Post));
            QVERIFY(outcome);
            QVERIFY(outcome->end() != WriteEnd::Refused);
            mayBeDone += outcome->end() != WriteEnd::NotSent;
        }
        QVERIFY(changesAt(server) <= mayBeDone);
    }

    void F4_silenceEndsUnknown()
    {
        const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{}; });
        ApiClient client(endpointAt(server.address()), testKey());
        const auto outcome = outcomeOf(
            client, creation(WriteVerb::Post, {.firstByte = 300ms, .idle = 5s, .total = 5s, .bytes = 99}));
        QVERIFY(outcome);
        QCOMPARE(outcome->end(), WriteEnd::Unknown);
        QCOMPARE(outcome->error().kind, ErrorKind::TimedOut);
        QCOMPARE(server.requests().size(), 1);
    }

    void F1_F2_nothingReachedAnybody_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("kind");
        const QByteArray key = "0123456789";
        QTest::newRow("refused") << u"http://127.0.0.1:%1"_s.arg(closedPort()) << key
                                 << int(ErrorKind::NotConnected);
        QTest::newRow("DNS") << u"https://no.such.invalid"_s << key << int(ErrorKind::HostNotFound);
        QTest::newRow("key") << u"http://127.0.0.1:%1"_s.arg(closedPort()) << QByteArray("a b\r\nc: d")
                             << int(ErrorKind::KeyRefused);
    }
    void F1_F2_nothingReachedAnybody()
    {
        QFETCH(const QString, address);
        QFETCH(const QByteArray, key);
        ApiClient client(endpointAt(address), Secret(key));
        const auto outcome = outcomeOf(client, creation());
        QVERIFY(outcome);
        QCOMPARE(outcome->end(), WriteEnd::NotSent);
        QTEST(int(outcome->error().kind), "kind");
        QVERIFY(outcome->error().advice().startsWith(u"Nothing was sent"_s));
        QCOMPARE(client.log().records().front().bytesSent, 0);
    }

    void F53_aBodyThatWasNeverReadWasNotSent()
    {
        const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{}; }); // speaks no TLS
        ApiClient client(endpointAt(u"https://127.0.0.1:%1"_s.arg(server.port())), testKey());
        const auto outcome = outcomeOf(
            client, creation(WriteVerb::Post, {.firstByte = 500ms, .idle = 5s, .total = 5s, .bytes = 9}));
        QVERIFY(outcome);
        QCOMPARE(outcome->end(), WriteEnd::NotSent);
    }

    void aLargeBodyArrivesWhole()
    {
        const ByteServer server(httpAnswer(201, "application/json", R"({"id":7})"));
        ApiClient client(endpointAt(server.address()), testKey());
        WriteRequest<qint64> request = creation();
        request.body = {{u"name"_s, QString(2'000'000, u'x')}};
        QVERIFY(outcomeOf(client, request)->isDone());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().constFirst().body.size(), 2'000'011);
        QCOMPARE(client.log().records().front().bytesSent, 2'000'011);
        QCOMPARE(client.log().records().front().verb, "POST");
    }

    void aLargeBodyThatNobodyReadsToItsEndWasNotSent()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                socket->abort();
        });
        ApiClient client(endpointAt(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), testKey());
        WriteRequest<qint64> request = creation();
        request.body = {{u"name"_s, QString(20'000'000, u'x')}};
        const auto outcome = outcomeOf(client, request);
        QVERIFY(outcome);
        QCOMPARE(outcome->end(), WriteEnd::NotSent);
    }

    void anAuthenticationChallengeSendsNothingAgain()
    {
        const ByteServer server(
            httpAnswer(401, "application/json", "{}", {"WWW-Authenticate: Basic realm=\"x\""}));
        ApiClient client(endpointAt(server.address()), testKey());
        QCOMPARE(outcomeOf(client, creation())->end(), WriteEnd::Refused);
        QCOMPARE(server.requests().size(), 1);
    }

    void F42_nothingTakesBackWhatWasHandedOver()
    {
        ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
            return {.bytes = json(201, R"({"id":7})").bytes, .gate = "open"};
        });
        ApiClient client(endpointAt(server.address()), testKey());
        QSignalSpy ended(&client, &ApiClient::writesEnded);
        auto context = std::make_unique<QObject>();
        const auto held = std::make_shared<int>(0);
        WriteDoor(client).send(creation(), context.get(),
                               [held](const WriteOutcome<qint64> &) { QFAIL("its context is gone"); });
        QCOMPARE(client.writesUnderWay(), 1);
        QTRY_COMPARE(server.requests().size(), 1);
        context.reset();
        QCOMPARE(held.use_count(), 1); // what the handler held is let go
        QCOMPARE(client.writesUnderWay(), 1);
        server.open("open");
        QVERIFY(ended.wait());
        QCOMPARE(client.writesUnderWay(), 0);
        QCOMPARE(client.log().records().front().httpStatus, 201); // it was not cut
    }

    void aClientThatGoesWaitsForTheChangeOnTheWire()
    {
        const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
            return {.bytes = json(201, R"({"id":7})").bytes, .pause = 200ms};
        });
        auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
        QList<WriteEnd> ends;
        std::vector<RequestHandle> reads;
        for (int i = 0; i < 5; ++i) // four are on the wire, and the fifth waits for its turn
            WriteDoor(*client).send(creation(), this,
                                    [&](const WriteOutcome<qint64> &outcome) { ends << outcome.end(); });
        reads.push_back(
            client->send(anything(), this, [](const Result<QJsonDocument> &) { QFAIL("cancelled"); }));
        QTRY_COMPARE(server.requests().size(), 4);
        QCOMPARE(ends, QList<WriteEnd>());
        client.reset();
        QCOMPARE(ends.count(WriteEnd::Done), 4);
        QCOMPARE(ends.count(WriteEnd::NotSent), 1);
        QCOMPARE(server.requests().size(), 4);
    }

    void aHandlerMaySendTheNextAndDestroyTheClient()
    {
        const ByteServer server(httpAnswer(201, "application/json", R"({"id":7})"));
        auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
        int calls = 0;
        std::function<void(WriteOutcome<qint64>)> next = [&](const WriteOutcome<qint64> &) {
            if (++calls < 3)
                WriteDoor(*client).send(creation(), this, next);
            else
                client.reset();
        };
        WriteDoor(*client).send(creation(), this, next);
        QTRY_COMPARE(calls, 3);
        QVERIFY(!client);
        QCOMPARE(server.requests().size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestWriteDoor)
#include "tst_writedoor.moc"
