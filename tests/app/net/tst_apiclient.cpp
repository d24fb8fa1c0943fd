// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QElapsedTimer>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What is asked for the name n is answered with {"n": "n"} once the gate of that name is open.
ByteAnswer answerBehindGate(const ReceivedRequest &request)
{
    const QByteArray name = request.target().split('=').constLast();
    return {.bytes = jsonAnswer(R"({"n":")" + name + R"("})"), .gate = name};
}

ByteAnswer never(const ReceivedRequest &)
{
    return {.gate = "never"};
}

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void aGoodAnswerComesOnceAndLater();
    void anErrorOfTheReaderSaysWhereItCameFrom();
    void F40_answersMayComeOutOfOrder();
    void F40_aReplacedRequestCallsNobody();
    void aHandlerMaySendAgain();
    void aContextThatIsGoneIsNotCalled();
    void aHandlerMayDestroyTheClient();
    void aHandlerMayHoldItsOwnHandle();
    void F42_theClientMayGoAtAnyMoment();
    void G12_cancelTakesTheRequestOffTheWire();
    void fourAtATimeAndTheRestWait();
    void aWaitingRequestCanBeCancelled();
    void connectionsAreKept();
    void queriesReachTheWireAsGiven_data();
    void queriesReachTheWireAsGiven();
    void theRequestOnTheWireIsTheOneWeMean();
    void anAnswerMayComeCompressed();
    void F56_cookiesAndChallengesOfTheServerAreIgnored();
    void I18_F52_aKeyWithALineBreakIsNeverSent();
};

void TestApiClient::aGoodAnswerComesOnceAndLater()
{
    const ByteServer server(jsonAnswer(R"({"name":"default","company_id":15020})"));
    ApiClient client(endpointAt(server.address()), testKey());
    int calls = 0;
    QJsonDocument got;
    RequestHandle handle = client.send(anything(), this, [&](Result<QJsonDocument> answer) {
        QCOMPARE(QThread::currentThread(), thread());
        ++calls;
        got = answer.value();
    });
    QVERIFY(handle.isActive());
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
    QVERIFY(!handle.isActive());
    QCOMPARE(got.object().value("company_id"_L1).toInteger(), 15020);
    QVERIFY(answerTo(client, anything())); // whatever else was coming has come by now
    QCOMPARE(calls, 1);
}

void TestApiClient::anErrorOfTheReaderSaysWhereItCameFrom()
{
    const ByteServer server(jsonAnswer("{}"));
    ApiClient client(endpointAt(server.address()), testKey());
    ReadRequest<QJsonDocument> request = anything();
    request.read = [](const QJsonDocument &) -> Result<QJsonDocument> {
        return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
    };
    const auto answer = answerTo(client, request);
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, ErrorKind::Unreadable);
    QCOMPARE(answer->error().host, endpointAt(server.address()).hostText());
}

void TestApiClient::F40_answersMayComeOutOfOrder()
{
    ByteServer server(answerBehindGate);
    ApiClient client(endpointAt(server.address()), testKey());
    QStringList order;
    const auto note = [&](Result<QJsonDocument> answer) {
        order << answer->object().value("n"_L1).toString();
    };
    const RequestHandle slow = client.send(named(u"slow"_s), this, note);
    const RequestHandle fast = client.send(named(u"fast"_s), this, note);
    server.open("fast");
    QTRY_COMPARE(order, QStringList{u"fast"_s});
    server.open("slow");
    QTRY_COMPARE(order, (QStringList{u"fast"_s, u"slow"_s}));
}

void TestApiClient::F40_aReplacedRequestCallsNobody()
{
    ByteServer server(answerBehindGate);
    ApiClient client(endpointAt(server.address()), testKey());
    QStringList order;
    const auto note = [&](Result<QJsonDocument> answer) {
        order << (answer ? answer->object().value("n"_L1).toString() : answer.error().what());
    };
    RequestHandle handle = client.send(named(u"old"_s), this, note);
    QTRY_COMPARE(server.requests().size(), 1);
    server.open(
        "old"); // its answer may be anywhere by now: on the wire, being read, or waiting to be handed over
    handle = client.send(named(u"new"_s), this, note);
    server.open("new");
    QTRY_COMPARE(order, QStringList{u"new"_s});

    // delivered to this thread already, but not handed over yet
    RequestHandle ready = client.send(named(u"old"_s), this, note);
    QThread::msleep(100);
    ready.cancel();
    QVERIFY(!ready.isActive());
    {
        const RequestHandle dropped = client.send(named(u"old"_s), this, note);
    }
    QVERIFY(answerTo(client, named(u"new"_s)));
    QCOMPARE(order, QStringList{u"new"_s});
}

void TestApiClient::aHandlerMaySendAgain()
{
    const ByteServer server(jsonAnswer("{}"));
    ApiClient client(endpointAt(server.address()), testKey());
    int calls = 0;
    RequestHandle handle;
    std::function<void(Result<QJsonDocument>)> again = [&](const Result<QJsonDocument> &) {
        if (++calls < 5)
            handle = client.send(anything(), this, again);
    };
    handle = client.send(anything(), this, again);
    QTRY_COMPARE(calls, 5);
    QVERIFY(!handle.isActive());
}

void TestApiClient::aContextThatIsGoneIsNotCalled()
{
    ByteServer server(answerBehindGate);
    ApiClient client(endpointAt(server.address()), testKey());
    bool wasCalled = false;
    auto context = std::make_unique<QObject>();
    const RequestHandle handle =
        client.send(named(u"a"_s), context.get(), [&](const Result<QJsonDocument> &) { wasCalled = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    context.reset();
    QVERIFY(!handle.isActive());
    QTRY_COMPARE(server.openConnections(), 0);
    server.open("a");
    server.open("b");
    QVERIFY(answerTo(client, named(u"b"_s)));
    QVERIFY(!wasCalled);
}

void TestApiClient::aHandlerMayDestroyTheClient()
{
    const ByteServer server(jsonAnswer("{}"));
    auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
    int calls = 0;
    const auto destroy = [&](const Result<QJsonDocument> &) {
        ++calls;
        client.reset();
    };
    const RequestHandle first = client->send(anything(), this, destroy);
    const RequestHandle second = client->send(anything(), this, destroy);
    QThread::msleep(100); // both are ready to be handed over at once
    QTRY_COMPARE(calls, 1);
    QVERIFY(!client);
    QVERIFY(!second.isActive());
}

void TestApiClient::aHandlerMayHoldItsOwnHandle()
{
    const ByteServer server(never);
    auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
    for (int i = 0; i < 3; ++i) {
        const auto handle = std::make_shared<RequestHandle>();
        *handle = client->send(anything(), this, [handle](const Result<QJsonDocument> &) { QFAIL("gone"); });
    }
    client.reset(); // takes the handlers along, and with them the last owners of the handles
}

void TestApiClient::F42_theClientMayGoAtAnyMoment()
{
    const QByteArray bytes = jsonAnswer('[' + QByteArray(200'000, ' ') + ']');
    const ByteServer server([&](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = bytes, .pause = 1ms, .pieceSize = 5000};
    });
    int calls = 0;
    for (int moment = 0; moment <= 50; ++moment) {
        auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
        std::vector<RequestHandle> handles;
        for (int i = 0; i < 6; ++i)
            handles.push_back(
                client->send(anything(), this, [&](const Result<QJsonDocument> &) { ++calls; }));
        QThread::msleep(static_cast<unsigned long>(moment));

        QElapsedTimer duration;
        duration.start();
        client.reset();
        QVERIFY2(duration.elapsed() < 500, qPrintable(QString::number(duration.elapsed())));
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(calls, 0);
}

void TestApiClient::G12_cancelTakesTheRequestOffTheWire()
{
    const ByteServer server(never);
    ApiClient client(endpointAt(server.address()), testKey());
    RequestHandle handle =
        client.send(anything(), this, [](const Result<QJsonDocument> &) { QFAIL("cancelled"); });
    QTRY_COMPARE(server.requests().size(), 1);
    QElapsedTimer duration;
    duration.start();
    handle.cancel();
    QVERIFY(duration.elapsed() < 100);
    QVERIFY(QTest::qWaitFor([&] { return server.openConnections() == 0; }, 500));
}

void TestApiClient::fourAtATimeAndTheRestWait()
{
    ByteServer server(answerBehindGate);
    ApiClient client(endpointAt(server.address()), testKey());
    // the clock starts when a request is sent: the limit of those that wait does not pass
    Limits limits = roomyLimits();
    limits.firstByte = 2s;
    int answers = 0;
    std::vector<RequestHandle> handles;
    for (int i = 1; i <= 6; ++i)
        handles.push_back(
            client.send(named(u"%1"_s.arg(i), limits), this,
                        [&](const Result<QJsonDocument> &answer) { answers += answer.has_value(); }));
    QTRY_COMPARE(server.requests().size(), 4);
    server.open("2");
    QTRY_COMPARE(server.requests().size(), 5);
    QTRY_COMPARE(answers, 1); // it comes by another thread than the fifth request
    for (const char *gate : {"1", "3", "4", "5", "6"})
        server.open(gate);
    QTRY_COMPARE(answers, 6);
    QStringList targets;
    for (const ReceivedRequest &request : server.requests())
        targets << QString::fromLatin1(request.target());
    QCOMPARE(targets.mid(4),
             (QStringList{u"/api/msp/company/name?name=5"_s, u"/api/msp/company/name?name=6"_s}));
}

void TestApiClient::aWaitingRequestCanBeCancelled()
{
    ByteServer server(answerBehindGate);
    ApiClient client(endpointAt(server.address()), testKey());
    std::vector<RequestHandle> handles;
    for (int i = 1; i <= 5; ++i)
        handles.push_back(client.send(named(u"%1"_s.arg(i)), this, [](const Result<QJsonDocument> &) { }));
    QTRY_COMPARE(server.requests().size(), 4);
    handles.pop_back();
    for (const char *gate : {"1", "2", "3", "4", "6"})
        server.open(gate);
    QVERIFY(answerTo(client, named(u"6"_s)));
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.requests().constLast().target(), "/api/msp/company/name?name=6");
}

void TestApiClient::connectionsAreKept()
{
    const ByteServer server(jsonAnswer("{}"));
    ApiClient client(endpointAt(server.address()), testKey());
    for (int i = 0; i < 5; ++i)
        QVERIFY(answerTo(client, anything()).value());
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.connections(), 1);
}

void TestApiClient::queriesReachTheWireAsGiven_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("onTheWire");

    QTest::newRow("plain") << u"Acme"_s << QByteArray("Acme");
    QTest::newRow("plus") << u"a+b"_s << QByteArray("a%2Bb");
    QTest::newRow("ampersand and more") << u"a&b=c;d#e?f/g"_s << QByteArray("a%26b%3Dc%3Bd%23e%3Ff%2Fg");
    QTest::newRow("blank") << u"a b"_s << QByteArray("a%20b");
    QTest::newRow("umlauts") << u"Bäckerei Öz"_s << QByteArray("B%C3%A4ckerei%20%C3%96z");
    QTest::newRow("emoji") << u"\U0001F600"_s << QByteArray("%F0%9F%98%80");
    QTest::newRow("looks encoded") << u"%41%2B"_s << QByteArray("%2541%252B");
    QTest::newRow("percent") << u"100%"_s << QByteArray("100%25");
    QTest::newRow("unreserved") << u"a-b.c_d~e"_s << QByteArray("a-b.c_d~e");
    QTest::newRow("quotes and brackets") << u"\"<'{[|\\^`"_s << QByteArray("%22%3C%27%7B%5B%7C%5C%5E%60");
    QTest::newRow("line break") << u"a\r\nX: y"_s << QByteArray("a%0D%0AX%3A%20y");
    QTest::newRow("NUL") << QString(QChar(0)) << QByteArray("%00");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestApiClient::queriesReachTheWireAsGiven()
{
    QFETCH(const QString, value);
    QFETCH(const QByteArray, onTheWire);

    const ByteServer server(
        [](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
        {.isApi = !value.isEmpty()}); // the API takes no empty text, and is never sent one
    ApiClient client(endpointAt(server.address()), testKey());
    ReadRequest<QJsonDocument> request = anything(u"/company/name"_s);
    request.query = {{u"name"_s, value}, {u"exact"_s, true}, {u"case_sensitive"_s, false}};
    QVERIFY(answerTo(client, request).value());
    const QByteArray line = server.received().constFirst().split('\r').constFirst();
    QCOMPARE(line,
             "GET /api/msp/company/name?name=" + onTheWire + "&exact=true&case_sensitive=false HTTP/1.1");
}

void TestApiClient::theRequestOnTheWireIsTheOneWeMean()
{
    const ByteServer server(jsonAnswer("{}"));
    ApiClient client(endpointAt(server.address()), testKey());
    QVERIFY(answerTo(client, anything()).value());
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.target(), "/api/msp/company");
    QCOMPARE(request.headers("Authorization"), QByteArrayList{"Bearer canary-0123456789abcdef"});
    QCOMPARE(request.headers("Accept"), QByteArrayList{"application/json"});
    QCOMPARE(request.headers("Accept-Language"), QByteArrayList{"en"});
    QCOMPARE(request.headers("User-Agent"), QByteArrayList{"Steward/" STEWARD_VERSION});
    QCOMPARE(request.headers("Host"), QByteArrayList{"127.0.0.1:" + QByteArray::number(server.port())});
    for (const char *header :
         {"Cookie", "Upgrade", "HTTP2-Settings", "Referer", "Content-Type", "If-None-Match"})
        QVERIFY2(request.headers(header).isEmpty(), header);
    QCOMPARE(request.headers("Content-Length"), QByteArrayList{"0"});
    QVERIFY(request.headers("Transfer-Encoding").isEmpty() && request.headers("Expect").isEmpty());
    QCOMPARE(server.received().constFirst(), request.head); // and no body
}

void TestApiClient::anAnswerMayComeCompressed()
{
    const QByteArray gzip = QByteArray::fromHex("1f8b0800000000000203ab56ca53b232af0500f89c118207000000");
    const ByteServer server(httpAnswer(200, "application/json", gzip, {"Content-Encoding: gzip"}));
    ApiClient client(endpointAt(server.address()), testKey());
    const auto answer = answerTo(client, anything());
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->object(), (QJsonObject{{u"n"_s, 7}}));
    QVERIFY(server.requests().constFirst().headers("Accept-Encoding").value(0).contains("gzip"));
}

void TestApiClient::F56_cookiesAndChallengesOfTheServerAreIgnored()
{
    const ByteServer server([](const ReceivedRequest &request) -> ByteAnswer {
        const bool isFirst = request.target().endsWith("=first");
        return {.bytes = httpAnswer(isFirst ? 401 : 200, "application/json", "{}",
                                    {"Set-Cookie: session=1; Path=/", "WWW-Authenticate: Basic realm=\"x\"",
                                     "Strict-Transport-Security: max-age=99999999",
                                     "Link: </other>; rel=preload"})};
    });
    ApiClient client(endpointAt(server.address()), testKey());
    const auto refused = answerTo(client, named(u"first"_s));
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().kind, ErrorKind::KeyRefused);
    QVERIFY(answerTo(client, named(u"second"_s)).value());
    QVERIFY(answerTo(client, named(u"third"_s)).value());
    QCOMPARE(server.requests().size(), 3);
    for (const ReceivedRequest &request : server.requests()) {
        QVERIFY(request.headers("Cookie").isEmpty());
        QCOMPARE(request.headers("Authorization"), QByteArrayList{"Bearer canary-0123456789abcdef"});
    }
}

void TestApiClient::I18_F52_aKeyWithALineBreakIsNeverSent()
{
    const ByteServer server(jsonAnswer("{}"));
    for (const char *key : {"canary-key\r\nX-Injected: 1", "canary key", "short", "canary-k\xc3\xa4y"}) {
        ApiClient client(endpointAt(server.address()), Secret(key));
        const auto answer = answerTo(client, anything());
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, ErrorKind::KeyRefused);
        QVERIFY(!answer->error().quotation().isEmpty());
        QVERIFY(!answer->error().quotation().contains(u"canary"_s));
    }
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
