// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/writefixture.h"
#include "tests/support/fault.h"
#include "tests/support/fullbacklog.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Leaf = TestAuthority::Leaf;
using Then = ByteAnswer::Then;

/// Changes at a bad server: on the wire once, whatever happens (I11), and told as what is really known about them.
class TestWriteFaults : public QObject
{
    Q_OBJECT

private slots:
    void aFaultAfterSendingIsToldRightly_data();
    void aFaultAfterSendingIsToldRightly();
    void aSlowServerLeavesItUnknown_data();
    void aSlowServerLeavesItUnknown();
    void F11_anAnswerCutAnywhereLeavesItUnknown_data() { overBoth(); }
    void F11_anAnswerCutAnywhereLeavesItUnknown();
    void F1_F2_F3_withoutAConnectionItWasNotSent();
    void F53_aDoubtfulServerGetsNoChange();
    void F4_aHandshakeWithoutEndIsNotSent();
    void F10_aKeptConnectionEndedWhileIdleCostsNothing_data();
    void F10_aKeptConnectionEndedWhileIdleCostsNothing();
    void F10_aKeptConnectionThatEndsUnderTheChangeIsToldRightly_data() { overBoth(); }
    void F10_aKeptConnectionThatEndsUnderTheChangeIsToldRightly();
    void aRequestCutOnItsWayIsNeverDone_data() { overBoth(); }
    void aRequestCutOnItsWayIsNeverDone();
    void F20_aRedirectGetsNeitherKeyNorBody_data() { overBoth(); }
    void F20_aRedirectGetsNeitherKeyNorBody();

private:
    static void overBoth()
    {
        QTest::addColumn<Over>("over");
        QTest::newRow("plain") << Over::Tcp;
        QTest::newRow("TLS") << Over::Tls;
    }
    static void addLostAnswers();
    static void addStatuses();
    static void addOddAnswers();
};

namespace {

void addFault(const char *name, const ByteAnswer &answer, WriteEnd end, ErrorKind kind)
{
    QTest::newRow(name) << answer << end << kind;
}

QByteArray refusal(int status, const QByteArray &type, const QByteArray &innerType)
{
    return httpAnswer(status, "application/json",
                      R"({"ok":false,"type":")" + type + R"(","code":)" + QByteArray::number(status)
                          + R"(,"message":"m","errors":[{"type":")" + innerType
                          + R"(","field":"name","message":"m"}]})");
}

} // namespace

void TestWriteFaults::aFaultAfterSendingIsToldRightly_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<WriteEnd>("end");
    QTest::addColumn<ErrorKind>("kind");

    addLostAnswers();
    addStatuses();
    addOddAnswers();
}

void TestWriteFaults::addLostAnswers()
{
    const auto lost = [](const char *name, const ByteAnswer &answer) {
        addFault(name, answer, WriteEnd::Unknown, ErrorKind::CutShort);
    };
    lost("F7 F8 closed", Fault::noAnswer(Then::Close));
    lost("F7 F8 gone without a goodbye", Fault::noAnswer(Then::Vanish));
    lost("F9 reset", Fault::noAnswer(Then::Reset));
    lost("F11 status line alone", Fault::cut(created().bytes, 22, Then::Close));
    lost("F12 short body with a valid JSON prefix",
         {.bytes = "HTTP/1.1 201 Created\r\nContent-Length: 60\r\n\r\n{\"id\":7}", .then = Then::Close});
    lost("F13 chunks without end",
         {.bytes = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"id\":7\r\n",
          .then = Then::Close});
    lost("F65 100, then closed", {.bytes = "HTTP/1.1 100 Continue\r\n\r\n", .then = Then::Close});
    lost("F65 another protocol", Fault::http09("SSH-2.0-OpenSSH_9.2\r\n"));
}

void TestWriteFaults::addStatuses()
{
    for (const int status : {502, 503, 504})
        addFault(qPrintable(u"F23 %1 with a page"_s.arg(status)), Fault::webPage(status), WriteEnd::Unknown,
                 ErrorKind::Unavailable);
    addFault("F24 429", {.bytes = httpAnswer(429, "application/json", "{}")}, WriteEnd::Unknown,
             ErrorKind::TooManyRequests);
    addFault("408", {.bytes = httpAnswer(408, "application/json", "{}")}, WriteEnd::Unknown,
             ErrorKind::TimedOut);
    addFault("F26 500 internal_error", {.bytes = refusal(500, "internal_error", "internal_error")},
             WriteEnd::Unknown, ErrorKind::ServerFailed);
    addFault("F26 500 entity_creation_failed",
             {.bytes = refusal(500, "internal_error", "entity_creation_failed")}, WriteEnd::Unknown,
             ErrorKind::NotCreated);
    addFault("F26 500 processing_fault", {.bytes = refusal(500, "internal_error", "processing_fault")},
             WriteEnd::Refused, ErrorKind::NotUnderstood);
    addFault("400", {.bytes = refusal(400, "invalid_request", "invalid_parameter")}, WriteEnd::Refused,
             ErrorKind::WrongValue);
    addFault("400 same_state", {.bytes = refusal(400, "invalid_state", "same_state")}, WriteEnd::Refused,
             ErrorKind::WasSoAlready);
    addFault("401", {.bytes = refusal(401, "authentication_failed", "authentication_failed")},
             WriteEnd::Refused, ErrorKind::KeyRefused);
    addFault("F28 401 insufficient_privileges",
             {.bytes = refusal(401, "authentication_failed", "insufficient_privileges")}, WriteEnd::Refused,
             ErrorKind::NotAllowed);
}

void TestWriteFaults::addOddAnswers()
{
    const auto unknown = [](const char *name, const ByteAnswer &answer, ErrorKind kind) {
        addFault(name, answer, WriteEnd::Unknown, kind);
    };
    unknown("F21 a page", Fault::webPage(200), ErrorKind::NotTheApi);
    unknown("F21 a page under 201", Fault::webPage(201), ErrorKind::NotTheApi);
    unknown("F21 511", Fault::webPage(511), ErrorKind::NotTheApi);
    unknown("F22 a page labelled as JSON", Fault::webPage(201, "application/json"), ErrorKind::NotTheApi);
    unknown(
        "F31 a refusal under 201",
        {.bytes = httpAnswer(201, "application/json", R"({"ok":false,"type":"invalid_request","code":400})")},
        ErrorKind::Refused);
    for (const int status : {200, 201})
        unknown(qPrintable(u"F32 %1 without a body"_s.arg(status)),
                {.bytes = httpAnswer(status, "application/json", "")}, ErrorKind::Unreadable);
    unknown("F32 204", {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"}, ErrorKind::Unreadable);
    unknown("F32 201 with null", {.bytes = httpAnswer(201, "application/json", "null")},
            ErrorKind::Unreadable);
    unknown("F33 201 with broken JSON", {.bytes = httpAnswer(201, "application/json", "{\"id\":07x}")},
            ErrorKind::Unreadable);
    unknown("F18 201, gzip by its label only",
            {.bytes = httpAnswer(201, "application/json", R"({"id":7})", {"Content-Encoding: gzip"})},
            ErrorKind::Unreadable);
    unknown("F65 999", {.bytes = httpAnswer(999, "application/json", "{}")}, ErrorKind::ServerFailed);
    unknown("F65 103 before the answer", Fault::afterInterim(created().bytes), ErrorKind::ServerFailed);
    ByteAnswer endless = Fault::endlessBody("{", QByteArray(64 << 10, ' '));
    endless.bytes.replace("200 OK", "201 Created");
    unknown("F15 endless", endless, ErrorKind::TooLarge);
}

void TestWriteFaults::aFaultAfterSendingIsToldRightly()
{
    QFETCH(const ByteAnswer, answer);
    QFETCH(const WriteEnd, end);
    QFETCH(const ErrorKind, kind);
    const bool isLost = kind == ErrorKind::CutShort;
    Limits limits = roomyLimits();
    limits.bytes = 2 << 20;
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const ByteServer server(changesAnsweredBy(answer), reachedOver(over));
        for (const bool isKept : {false, true}) {
            for (const WriteVerb verb : {WriteVerb::Post, WriteVerb::Put}) {
                // what was answered is told by the answer alone: two of the eight ways to get it are enough
                const bool isOneOfTwo = isKept == (over == Over::Tls) && isKept == (verb == WriteVerb::Put);
                if (!isLost && !isOneOfTwo)
                    continue;
                const qsizetype before = changesAt(server).size();
                ApiClient client = retryingClientAt(server.address());
                if (isKept)
                    QVERIFY(readBy(client).answer);
                const WriteRequest<qint64> request = change(u"Acme"_s, verb, Written::Plan, limits);
                const SeenWrite seen = writeBy(client, request);
                QVERIFY(readBy(client).answer); // whatever was still to be sent would be sent by now
                QCOMPARE(seen.calls, 1);
                QCOMPARE(seen.end(), end);
                QCOMPARE(seen.outcome->error().kind, kind);
                QCOMPARE(seen.outcome->error().host, endpointAt(server.address()).hostText());

                const QList<ReceivedRequest> changes = changesAt(server);
                QCOMPARE(changes.size(), before + 1);
                QCOMPARE(changes.constLast().body,
                         QJsonDocument(request.body).toJson(QJsonDocument::Compact));
                QCOMPARE(changes.constLast().index, isKept ? 1 : 0);
            }
        }
        QCOMPARE(begunChangesAt(server), isLost ? 4 : 1);
    }
}

void TestWriteFaults::aSlowServerLeavesItUnknown_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<int>("firstByte"); // ms, and so on
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("total");
    constexpr int far = 20'000;
    const QByteArray whole = created().bytes;
    QTest::newRow("F4 silence") << Fault::silence() << 1000 << far << far;
    QTest::newRow("F5 headers, then silence")
        << Fault::stalled(whole, whole.indexOf("\r\n\r\n") + 4) << far << 300 << far;
    QTest::newRow("F6 drip") << Fault::drip(httpAnswer(201, "application/json", QByteArray(50'000, ' ')), 50,
                                            20ms)
                             << far << far << 500;
}

void TestWriteFaults::aSlowServerLeavesItUnknown()
{
    QFETCH(const ByteAnswer, answer);
    QFETCH(const int, firstByte);
    QFETCH(const int, idle);
    QFETCH(const int, total);
    const Limits limits{.firstByte = std::chrono::milliseconds(firstByte),
                        .idle = std::chrono::milliseconds(idle),
                        .total = std::chrono::milliseconds(total),
                        .bytes = 1 << 20};
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const ByteServer server(changesAnsweredBy(answer), reachedOver(over));
        ApiClient client = retryingClientAt(server.address());
        QElapsedTimer clock;
        clock.start();
        const SeenWrite seen = writeBy(client, change(u"Acme"_s, WriteVerb::Post, Written::Company, limits));
        QVERIFY(std::chrono::milliseconds(clock.elapsed()) < 1s + slack);
        QCOMPARE(seen.calls, 1);
        QCOMPARE(seen.outcome->error().kind, ErrorKind::TimedOut);
        QVERIFY(readBy(client).answer);
        // on a busy computer the limit may pass before the connection stands
        const qsizetype begun = begunChangesAt(server);
        QVERIFY(begun <= 1);
        QCOMPARE(seen.end(), begun == 1 ? WriteEnd::Unknown : WriteEnd::NotSent);
    }
}

void TestWriteFaults::F11_anAnswerCutAnywhereLeavesItUnknown()
{
    QFETCH(const Over, over);
    const QByteArray whole = created().bytes;
    std::atomic<qsizetype> cutAt = 0;
    std::atomic<Then> how = Then::Close;
    const ByteServer server([&](const ReceivedRequest &) { return Fault::cut(whole, cutAt, how); },
                            reachedOver(over));
    const auto write =
        [&] { // on a connection of its own: one that was just lost may be known to be so before anything is sent
            ApiClient client(endpointAt(server.address()), testKey());
            return writeBy(client, change(u"Acme"_s));
        };
    int sent = 0;
    for (const Then each : {Then::Close, Then::Vanish, Then::Reset}) {
        how = each;
        for (cutAt = 0; cutAt < whole.size(); ++cutAt) {
            const SeenWrite seen = write();
            QCOMPARE(seen.end(), WriteEnd::Unknown);
            QCOMPARE(seen.outcome->error().kind, ErrorKind::CutShort);
            QCOMPARE(changesAt(server).size(), ++sent);
        }
    }
    QCOMPARE(write().end(), WriteEnd::Done);
}

void TestWriteFaults::F1_F2_F3_withoutAConnectionItWasNotSent()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    const FullBacklog backlog;
    const QList<std::pair<QString, ErrorKind>> places{
        {u"http://127.0.0.1:%1/api/msp"_s.arg(port), ErrorKind::NotConnected},
        {u"https://127.0.0.1:%1/api/msp"_s.arg(port), ErrorKind::NotConnected},
        {u"https://no.such.invalid/api/msp"_s, ErrorKind::HostNotFound},
        {backlog.address(), ErrorKind::TimedOut}};
    for (const auto &[address, kind] : places) {
        for (const WriteVerb verb : {WriteVerb::Post, WriteVerb::Put}) {
            ApiClient client(endpointAt(address), testKey());
            const SeenWrite seen =
                writeBy(client, change(u"Acme"_s, verb, Written::Company, firstByteWithin(500ms)));
            QCOMPARE(seen.calls, 1);
            QCOMPARE(seen.end(), WriteEnd::NotSent);
            QCOMPARE(seen.outcome->error().kind, kind);
        }
    }
}

void TestWriteFaults::F53_aDoubtfulServerGetsNoChange()
{
    for (const Leaf leaf : {Leaf::Expired, Leaf::WrongName, Leaf::SelfSigned, Leaf::UnknownAuthority}) {
        const ByteServer server(changesAnsweredBy(created()), {.tls = trustedAuthority().server(leaf)});
        ApiClient client(endpointAt(server.address()), testKey());
        const SeenWrite seen = writeBy(client, change(u"Acme"_s));
        QCOMPARE(seen.end(), WriteEnd::NotSent);
        QCOMPARE(seen.outcome->error().kind, ErrorKind::TlsRefused);
        QCOMPARE(server.received().join(), "");
    }
}

void TestWriteFaults::F4_aHandshakeWithoutEndIsNotSent()
{
    const ByteServer server([](const ReceivedRequest &) { return Fault::silence(); });
    ApiClient client(endpointAt(u"https://127.0.0.1:%1/api/msp"_s.arg(server.port())), testKey());
    const SeenWrite seen =
        writeBy(client, change(u"Acme"_s, WriteVerb::Post, Written::Company, firstByteWithin(300ms)));
    QCOMPARE(seen.end(), WriteEnd::NotSent);
    QCOMPARE(seen.outcome->error().kind, ErrorKind::TimedOut);
    QVERIFY(!hasKey(server));
}

void TestWriteFaults::F10_aKeptConnectionEndedWhileIdleCostsNothing_data()
{
    QTest::addColumn<Over>("over");
    QTest::addColumn<int>("how");
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const char *name = over == Over::Tls ? "TLS" : "plain";
        QTest::addRow("closed, %s", name) << over << static_cast<int>(Then::Close);
        QTest::addRow("gone without a goodbye, %s", name) << over << static_cast<int>(Then::Vanish);
        QTest::addRow("reset, %s", name) << over << static_cast<int>(Then::Reset);
    }
}

void TestWriteFaults::F10_aKeptConnectionEndedWhileIdleCostsNothing()
{
    QFETCH(const Over, over);
    QFETCH(const int, how);
    for (const bool isOver : {true, false}) { // or the end and the change meet on the way
        ByteServer server(changesAnsweredBy(created()), reachedOver(over));
        ApiClient client = retryingClientAt(server.address());
        QVERIFY(readBy(client).answer);
        server.endConnections(static_cast<Then>(how));
        if (isOver)
            QTRY_COMPARE(server.openConnections(), 0);
        const SeenWrite seen = writeBy(client, change(u"Acme"_s));
        QVERIFY(readBy(client).answer);
        const qsizetype arrived = changesAt(server).size();
        QCOMPARE(seen.calls, 1);
        QVERIFY(arrived <= 1);
        if (seen.end() != WriteEnd::Unknown) // the client has not seen the end when it sends
            QCOMPARE(seen.end(), arrived == 1 ? WriteEnd::Done : WriteEnd::NotSent);
    }
}

void TestWriteFaults::F10_aKeptConnectionThatEndsUnderTheChangeIsToldRightly()
{
    QFETCH(const Over, over);
    for (const Then how : {Then::Close, Then::Vanish, Then::Reset}) {
        const ByteServer server(
            [&](const ReceivedRequest &request) {
                return request.index == 0 ? ByteAnswer{.bytes = jsonAnswer("{}")} : Fault::noAnswer(how);
            },
            reachedOver(over));
        ApiClient client = retryingClientAt(server.address());
        QVERIFY(readBy(client).answer);
        const SeenWrite seen = writeBy(client, change(u"Acme"_s));
        QCOMPARE(seen.end(), WriteEnd::Unknown);
        QVERIFY(readBy(client).answer);
        QCOMPARE(begunChangesAt(server), 1);
    }
}

void TestWriteFaults::aRequestCutOnItsWayIsNeverDone()
{
    QFETCH(const Over, over);
    for (const Then how : {Then::Close, Then::Vanish, Then::Reset}) {
        for (const qsizetype enough : {qsizetype(1), qsizetype(100), qsizetype(600'000)}) {
            const auto early = [&](const ReceivedRequest &request) {
                const bool isEnough = request.head.size() + request.body.size() >= enough;
                return request.verb() != "GET" && isEnough ? std::optional(Fault::noAnswer(how))
                                                           : std::nullopt;
            };
            const ByteServer server(changesAnsweredBy(created()), reachedOver(over, early));
            ApiClient client = retryingClientAt(server.address());
            WriteRequest<qint64> large = change(u"Acme"_s);
            large.body = companyNamed(QString(4'000'000, u'n'));
            const SeenWrite seen = writeBy(client, large);
            QCOMPARE(seen.calls, 1);
            QVERIFY(seen.end() == WriteEnd::Unknown || seen.end() == WriteEnd::NotSent);
            QVERIFY(readBy(client).answer);
            QCOMPARE(changesAt(server).size(), 0);
            QVERIFY(begunChangesAt(server) <= 1);
        }
    }
}

void TestWriteFaults::F20_aRedirectGetsNeitherKeyNorBody()
{
    QFETCH(const Over, over);
    const ByteServer target(created().bytes);
    const QByteArray elsewhere = "http://127.0.0.1:" + QByteArray::number(target.port()) + "/api/msp/company";
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const QByteArray &location : {elsewhere, QByteArray("/api/msp/company")}) {
            const ByteServer server(changesAnsweredBy(Fault::redirect(status, location)), reachedOver(over));
            ApiClient client = retryingClientAt(server.address());
            const SeenWrite seen = writeBy(client, change(u"Acme"_s));
            QCOMPARE(seen.end(), WriteEnd::Unknown);
            QCOMPARE(seen.outcome->error().kind, ErrorKind::Redirected);
            QVERIFY(readBy(client).answer);
            QCOMPARE(begunChangesAt(server), 1);
        }
    }
    QCOMPARE(target.connections(), 0);
}

QTEST_GUILESS_MAIN(TestWriteFaults)
#include "tst_writefaults.moc"
