// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"
#include "tests/support/fakeretryclock.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ByteAnswer)

using Then = ByteAnswer::Then;

namespace {

ByteAnswer refusal(int status, const QByteArray &body = "{}", const QByteArrayList &headers = {})
{
    return {.bytes = httpAnswer(status, "application/json", body, headers)};
}

ByteAnswer envelope(int status, const QByteArray &base, const QByteArray &inner)
{
    return refusal(status,
                   R"({"ok":false,"type":")" + base + R"(","code":)" + QByteArray::number(status)
                       + R"(,"errors":[{"type":")" + inner + R"("}]})");
}

// Counts how often an answer began, and breaks off or ends.
class CountingSink final : public BodySink
{
public:
    void begin(qint64 /*declaredBytes*/) override { ++begins; }
    Result<bool> take(QByteArrayView bytes) override
    {
        taken += bytes.size();
        return true;
    }
    Result<void> end() override { return {}; }
    void breakOff() override { }

    std::atomic<int> begins = 0;
    std::atomic<qint64> taken = 0;
};

} // namespace

/// Reads are sent again as the policy says, seen from the server; with a clock on which nobody waits.
class TestRetries : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fake = FakeRetries(); }

    void F23_F24_F26_theServerIsAskedSoOften_data()
    {
        QTest::addColumn<ByteAnswer>("answer");
        QTest::addColumn<int>("times");

        const auto row = [](const char *name, const ByteAnswer &answer, int times) {
            QTest::newRow(name) << answer << times;
        };
        row("closed", {.then = Then::Close}, 3);
        row("reset", {.then = Then::Reset}, 3);
        row("body cut", {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", .then = Then::Close}, 3);
        row("408", refusal(408), 3);
        row("429", refusal(429), 3);
        row("429 dependency", envelope(429, "dependency_exception", "dependency_exception"), 3);
        row("502", {.bytes = httpAnswer(502, "text/html", "<html>")}, 3);
        row("503", refusal(503), 3);
        row("504", refusal(504), 3);
        row("500 internal_error", envelope(500, "internal_error", "internal_error"), 2);
        row("500 entity_creation_failed", envelope(500, "internal_error", "entity_creation_failed"), 2);
        row("500 processing_fault", envelope(500, "processing_fault", "processing_fault"), 1);
        row("400", envelope(400, "invalid_parameter", "invalid_parameter"), 1);
        row("401", refusal(401), 1);
        row("401 insufficient_privileges", envelope(401, "authentication_failed", "insufficient_privileges"),
            1);
        row("403", refusal(403), 1);
        row("400 without its body", {.bytes = "HTTP/1.1 400 No\r\nContent-Length: 9\r\n\r\n"}, 1);
        row("503 without its body", {.bytes = "HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n"}, 3);
        row("silence", {}, 3);
        row("302", refusal(302), 1);
        row("web page", {.bytes = httpAnswer(200, "text/html", "<html>")}, 1);
        row("bad JSON", {.bytes = jsonAnswer("{]")}, 1);
        row("204", {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"}, 1);
    }
    void F23_F24_F26_theServerIsAskedSoOften()
    {
        QFETCH(const ByteAnswer, answer);
        QFETCH(const int, times);
        const ByteServer server([&](const ReceivedRequest &) { return answer; });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        const auto end = answerTo(
            client, anything(u"/company"_s, {.firstByte = 1s, .idle = 300ms, .total = 5s, .bytes = 1000}));
        QVERIFY(end && !*end);
        QCOMPARE(client.log().records().size(), size_t(times));
        QCOMPARE(m_fake.clock->waits.size(), times - 1);
        QCOMPARE(server.requests().size(), times);
    }

    // The library's network access would send such a read again by itself, below the policy.
    void G11_F7_aReadWithoutAnswerIsSentAsOftenAsThePolicySays_data()
    {
        QTest::addColumn<ByteAnswer>("end");
        QTest::addColumn<bool>("isConnectionKept");
        QTest::addColumn<bool>("isList");

        const QByteArray closing = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
        const QList<std::pair<const char *, ByteAnswer>> ends{
            {"closed", {.then = Then::Close}},
            {"reset", {.then = Then::Reset}},
            {"closed a moment later", {.bytes = "H", .pause = 20ms, .cutAt = 0, .then = Then::Close}},
            {"half a head, closed", {.bytes = closing, .then = Then::Close}},
            {"half a head, reset", {.bytes = closing, .pause = 20ms, .then = Then::Reset}},
        };
        for (const auto &[name, end] : ends) {
            for (const bool isConnectionKept : {false, true}) {
                for (const bool isList : {false, true})
                    QTest::addRow("%s, %s connection, %s", name, isConnectionKept ? "kept" : "fresh",
                                  isList ? "list" : "small read")
                        << end << isConnectionKept << isList;
            }
        }
    }
    void G11_F7_aReadWithoutAnswerIsSentAsOftenAsThePolicySays()
    {
        QFETCH(const ByteAnswer, end);
        QFETCH(const bool, isConnectionKept);
        QFETCH(const bool, isList);
        for (const bool hasRetries : {false, true}) {
            const ByteServer server([&](const ReceivedRequest &request) {
                return request.target().endsWith("=first") ? ByteAnswer{.bytes = jsonAnswer("{}")} : end;
            });
            ApiClient client(endpointAt(server.address()), testKey(), hasRetries ? m_fake.retries : nullptr);
            if (isConnectionKept)
                QVERIFY(answerTo(client, named(u"first"_s)).value());
            const std::optional<ApiError> error = isList ? errorOfList(client) : errorOfRead(client);
            QVERIFY(error);
            QCOMPARE(error->kind, ErrorKind::CutShort);
            QCOMPARE(error->fate, Fate::Unknown);
            QCOMPARE(server.requests().size(), (isConnectionKept ? 1 : 0) + (hasRetries ? 3 : 1));
            if (isConnectionKept)
                QCOMPARE(server.requests().at(1).connection, 0);
        }
    }

    void aConnectionThatTheServerHasLeftCostsOneRetry()
    {
        std::atomic<int> asked = 0;
        const ByteServer server([&](const ReceivedRequest &) {
            return ++asked == 2 ? ByteAnswer{.then = Then::Close} : ByteAnswer{.bytes = jsonAnswer("{}")};
        });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        QVERIFY(answerTo(client, anything()).value());
        QVERIFY(answerTo(client, anything()).value());
        QCOMPARE(asked, 3);
        QCOMPARE(server.connections(), 2);
        QCOMPARE(m_fake.clock->waits.size(), 1);
    }

    void F1_nothingListensIsTriedThreeTimes()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        ApiClient client(endpointAt(u"http://127.0.0.1:%1"_s.arg(port)), testKey(), m_fake.retries);
        const auto end = answerTo(client, anything());
        QVERIFY(end && !*end);
        QCOMPARE(end->error().fate, Fate::NotSent);
        QCOMPARE(client.log().records().size(), 3U);
    }

    void withoutRetriesOneAttempt()
    {
        const ByteServer server(refusal(503).bytes);
        ApiClient client(endpointAt(server.address()), testKey());
        QVERIFY(answerTo(client, anything()));
        QCOMPARE(server.requests().size(), 1);
    }

    void theAnswerOfALaterAttemptIsTheAnswer()
    {
        std::atomic<int> asked = 0;
        const ByteServer server([&](const ReceivedRequest &) {
            switch (++asked) {
            case 1:
                return refusal(503);
            case 2: // leaves half a document behind
                return ByteAnswer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"old\":1,",
                                  .then = Then::Close};
            default:
                return ByteAnswer{.bytes = jsonAnswer(R"({"n":7})")};
            }
        });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        int calls = 0;
        QJsonObject got;
        const RequestHandle handle = client.send(anything(), this, [&](Result<QJsonDocument> answer) {
            ++calls;
            got = answer->object();
        });
        QTRY_COMPARE(calls, 1);
        QCOMPARE(got, (QJsonObject{{u"n"_s, 7}}));
        QVERIFY(!handle.isActive());
        QCOMPARE(asked, 3);
    }

    void F25_theServersWaitIsKept()
    {
        m_fake.clock->nextChance = 0;
        const ByteServer server(refusal(429, "{}", {"Retry-After: 2"}).bytes);
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        const auto end = answerTo(client, anything());
        QVERIFY(end && !*end);
        QCOMPARE(m_fake.clock->waits, (QList<std::chrono::milliseconds>{2s, 2s}));
        QCOMPARE(end->error().retryAfter, std::optional(2s));
    }

    void G12_aReadThatWaitsCanBeCancelled_data()
    {
        QTest::addColumn<QString>("how");
        for (const QString &how : {u"handle"_s, u"context"_s, u"client"_s})
            QTest::newRow(qPrintable(how)) << how;
    }
    void G12_aReadThatWaitsCanBeCancelled()
    {
        QFETCH(const QString, how);
        m_fake.clock->isHolding = true;
        const ByteServer server(refusal(503).bytes);
        auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey(), m_fake.retries);
        auto context = std::make_unique<QObject>();
        RequestHandle handle = client->send(anything(), context.get(),
                                            [](const Result<QJsonDocument> &) { QFAIL("cancelled"); });
        QTRY_COMPARE(m_fake.clock->held.size(), 1);
        QVERIFY(handle.isActive());
        if (how == u"handle")
            handle.cancel();
        else if (how == u"context")
            context.reset();
        else
            client.reset();
        QVERIFY(!handle.isActive());
        m_fake.clock->release();
        // what was released runs before a read that is sent after it
        m_fake.clock->isHolding = false;
        ApiClient after(endpointAt(server.address()), testKey());
        QVERIFY(answerTo(client ? *client : after, named(u"other"_s)));
        const auto toCompany = std::ranges::count_if(server.requests(), [](const ReceivedRequest &request) {
            return request.target().endsWith("/company");
        });
        QCOMPARE(toCompany, 1);
    }

    void aListIsSentAgainUntilItsAnswerBegan()
    {
        std::atomic<int> asked = 0;
        const ByteServer server([&](const ReceivedRequest &) {
            return ++asked < 3 ? refusal(503) : ByteAnswer{.bytes = jsonAnswer("[{},{}]")};
        });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        const auto sink = std::make_shared<CountingSink>();
        std::optional<Result<ListEnd>> end;
        const RequestHandle handle = client.send(ListRequest{.path = u"/device/summary"_s}, sink, this,
                                                 [&](Result<ListEnd> came) { end = std::move(came); });
        QTRY_VERIFY(end);
        QVERIFY(*end);
        QCOMPARE(asked, 3);
        QCOMPARE(sink->begins, 1);
        QCOMPARE(sink->taken, 7);
    }

    void aListThatBreaksAfterItsAnswerBeganIsNot()
    {
        const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
            return {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{},", .then = Then::Close};
        });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        const auto sink = std::make_shared<CountingSink>();
        std::optional<Result<ListEnd>> end;
        const RequestHandle handle = client.send(ListRequest{.path = u"/device/summary"_s}, sink, this,
                                                 [&](Result<ListEnd> came) { end = std::move(came); });
        QTRY_VERIFY(end);
        QCOMPARE(end->error().kind, ErrorKind::CutShort);
        QCOMPARE(sink->begins, 1);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(m_fake.clock->waits.isEmpty());
    }

    void G11_allClientsShareTenRetriesAMinute()
    {
        const ByteServer server(refusal(503).bytes);
        ApiClient one(endpointAt(server.address()), testKey(), m_fake.retries);
        ApiClient other(endpointAt(server.address()), testKey(), m_fake.retries);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(answerTo(one, anything()));
            QVERIFY(answerTo(other, anything()));
        }
        QCOMPARE(server.requests().size(), 8 + 10);
        m_fake.clock->time += 62s;
        QVERIFY(answerTo(one, anything()));
        QCOMPARE(server.requests().size(), 8 + 10 + 3);
    }

    void everyAttemptIsRecorded()
    {
        std::atomic<int> asked = 0;
        const ByteServer server([&](const ReceivedRequest &) {
            return ++asked < 2 ? refusal(503, R"({"a":1})") : ByteAnswer{.bytes = jsonAnswer("{}")};
        });
        ApiClient client(endpointAt(server.address()), testKey(), m_fake.retries);
        QSignalSpy recorded(&client.log(), &CallLog::recorded);
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QVERIFY(answerTo(client, named(u"a+b"_s)).value());
        QCOMPARE(recorded.size(), 2);
        const CallRecord &failed = client.log().records().front();
        QCOMPARE(failed.attempt, 1);
        QCOMPARE(failed.verb, "GET");
        QCOMPARE(failed.target, "/company/name?name=a%2Bb");
        QCOMPARE(failed.httpStatus, 503);
        QCOMPARE(failed.bytesReceived, 7);
        QCOMPARE(failed.bytesSent, 0);
        QCOMPARE(failed.error, std::optional(ErrorKind::Unavailable));
        QCOMPARE(failed.againAfter, std::optional(250ms));
        QVERIFY(failed.startedAt >= before && failed.startedAt <= QDateTime::currentDateTimeUtc());
        QCOMPARE(failed.startedAt.timeSpec(), Qt::UTC);
        QVERIFY(failed.duration >= 0ms);
        const CallRecord &good = client.log().records().back();
        QCOMPARE(good.call, failed.call);
        QCOMPARE(good.attempt, 2);
        QCOMPARE(good.httpStatus, 200);
        QCOMPARE(good.bytesReceived, 2);
        QVERIFY(!good.error && !good.againAfter);
    }

    void whatIsReadWronglyIsRecordedAsAnError()
    {
        const ByteServer server(jsonAnswer("{}"));
        ApiClient client(endpointAt(server.address()), testKey());
        ReadRequest<QJsonDocument> request = anything();
        request.read = [](const QJsonDocument &) -> Result<QJsonDocument> {
            return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable});
        };
        QVERIFY(answerTo(client, request));
        QCOMPARE(client.log().records().front().httpStatus, 200);
        QCOMPARE(client.log().records().front().error, std::optional(ErrorKind::Unreadable));
    }

    void theLogIsBounded()
    {
        CallLog log;
        for (quint64 call = 1; call <= CallLog::mostRecords + 5; ++call)
            log.add({.call = call});
        QCOMPARE(log.records().size(), CallLog::mostRecords);
        QCOMPARE(log.records().front().call, 6U);
        QCOMPARE(log.records().back().call, CallLog::mostRecords + 5);
    }

private:
    static std::optional<ApiError> errorOfRead(ApiClient &client)
    {
        const auto end = answerTo(client, anything());
        return end && !*end ? std::optional(end->error()) : std::nullopt;
    }
    static std::optional<ApiError> errorOfList(ApiClient &client)
    {
        QObject context;
        std::optional<Result<ListEnd>> end;
        const RequestHandle handle =
            client.send(ListRequest{.path = u"/device/summary"_s}, std::make_shared<CountingSink>(), &context,
                        [&](Result<ListEnd> came) { end = std::move(came); });
        (void)QTest::qWaitFor([&] { return end.has_value(); }, 15'000);
        return end && !*end ? std::optional(end->error()) : std::nullopt;
    }

    FakeRetries m_fake;
};

QTEST_GUILESS_MAIN(TestRetries)
#include "tst_retries.moc"
