// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/writedoor.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    return {.verb = verb,
            .path = u"/company"_s,
            .query = {{u"company_id"_s, u"1"_s}},
            .body = {{u"name"_s, u"Bäckerei"_s}},
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
        QVERIFY(request.head.startsWith("POST /api/msp/company?company_id=1 HTTP/1.1\r\n"));
        QCOMPARE(request.headers("Content-Type"), QByteArrayList{"application/json"});
        QCOMPARE(request.headers("Content-Length"), QByteArrayList{QByteArray::number(request.body.size())});
        QVERIFY(request.headers("Transfer-Encoding").isEmpty());
        QCOMPARE(request.body, R"({"name":"Bäckerei"})");
    }

    void F7_closedBeforeTheAnswerIsSentOnce()
    {
        const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.then = Then::Close}; });
        ApiClient client(endpointAt(server.address()), testKey());
        const auto outcome = outcomeOf(client, creation());
        QVERIFY(outcome);
        QCOMPARE(outcome->end(), WriteEnd::Unknown);
        QCOMPARE(server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWriteDoor)
#include "tst_writedoor.moc"
