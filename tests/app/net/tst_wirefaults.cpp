// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QEventLoop>
#include <QTcpServer>

#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ErrorKind)
Q_DECLARE_METATYPE(ByteAnswer)

namespace {

/// Takes every connection and resets it, each a little later than the one before: at some time that is right when a request is
/// about to be written.
class ResettingServer : public QTcpServer
{
protected:
    void incomingConnection(qintptr descriptor) override
    {
        std::this_thread::sleep_until(std::chrono::steady_clock::now() + m_delay);
        m_delay = (m_delay + 1us) % 300us;
        const auto socket = static_cast<int>(descriptor);
        const linger none{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
        ::close(socket);
    }

private:
    std::chrono::microseconds m_delay{0};
};

} // namespace

/// Each fault of the wire ends a request once, with the error that fits it.
class TestWireFaults : public QObject
{
    Q_OBJECT

private slots:
    void F1_nothingListens();
    void F2_theHostIsNotKnown();
    void aConnectionResetBeforeTheRequestEndsIt();
    void F53_aServerWithoutTlsGetsNoKey();
    void I2_I3_F20_redirectIsNeverFollowed_data();
    void I2_I3_F20_redirectIsNeverFollowed();
    void eachFaultEndsWithItsError_data();
    void eachFaultEndsWithItsError();
    void F11_anAnswerCutAnywhereIsNoAnswer();
    void F29_theServersWordsArriveWhole();
    void positionsOfUnreadableJson();
    void F32_nullStandsForNone();
    void eachErrorHasASentenceOfItsOwn();
};

void TestWireFaults::F1_nothingListens()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    const auto error = errorOf(u"http://127.0.0.1:%1/api/msp"_s.arg(port));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotConnected);
    QCOMPARE(error->httpStatus, 0);
    QCOMPARE(error->host, u"127.0.0.1:%1"_s.arg(port));
    QVERIFY(!error->serverMessage.isEmpty());
}

void TestWireFaults::F2_theHostIsNotKnown()
{
    const auto error = errorOf(u"https://no.such.invalid/api/msp"_s);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::HostNotFound);
    QVERIFY(error->what().contains(u"no.such.invalid"_s));
}

void TestWireFaults::aConnectionResetBeforeTheRequestEndsIt()
{
    ResettingServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ApiClient client(endpointAt(u"http://127.0.0.1:%1/api/msp"_s.arg(server.serverPort())), testKey());
    for (int i = 0; i < 2000; ++i) {
        QEventLoop waiting;
        const RequestHandle handle =
            client.send(anything(), &waiting, [&](const Result<QJsonDocument> &came) {
                waiting.exit(came || came.error().kind == ErrorKind::TimedOut ? 1 : 0);
            });
        QCOMPARE(waiting.exec(), 0); // it ends when the connection does
    }
}

void TestWireFaults::F53_aServerWithoutTlsGetsNoKey()
{
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{}; });
    Limits limits = roomyLimits();
    limits.firstByte = 1s; // it waits for the rest of what it takes for a request
    const auto error =
        errorOf(u"https://127.0.0.1:%1/api/msp"_s.arg(server.port()), anything(u"/company"_s, limits));
    QVERIFY(error);
    QVERIFY(server.connections() >= 1);
    for (const QByteArray &bytes : server.received())
        QVERIFY(!bytes.contains("canary") && !bytes.contains("GET"));
}

void TestWireFaults::I2_I3_F20_redirectIsNeverFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 301, 302, 303, 304, 305, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestWireFaults::I2_I3_F20_redirectIsNeverFollowed()
{
    QFETCH(const int, status);
    const ByteServer target(jsonAnswer("{}"));
    const QByteArray port = QByteArray::number(target.port());
    const QByteArrayList locations{"http://127.0.0.1:" + port + "/api/msp/company",
                                   "http://localhost:" + port + "/", "/api/msp/elsewhere",
                                   "/api/msp/company"};
    for (const QByteArray &location : locations) {
        const ByteServer server(httpAnswer(status, "application/json", "{}", {"Location: " + location}));
        const auto error = errorOf(server.address());
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Redirected);
        QCOMPARE(error->httpStatus, status);
        QCOMPARE(server.requests().size(), 1);
    }
    QCOMPARE(target.connections(), 0);
}

static void row(const char *name, const ByteAnswer &answer, ErrorKind kind)
{
    QTest::newRow(name) << answer << kind;
}

/// Answers that end before they are whole, and what does not speak HTTP.
static void addBrokenAnswers()
{
    using Then = ByteAnswer::Then;
    row("F7 closed before the answer", {.then = Then::Close}, ErrorKind::CutShort);
    row("F9 reset before the answer", {.then = Then::Reset}, ErrorKind::CutShort);
    row("F12 short body with a valid JSON prefix",
        {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"a\":1}", .then = Then::Close},
        ErrorKind::CutShort);
    row("F12 the same, reset",
        {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"a\":1}",
         .pause = 50ms,
         .pieceSize = 46,
         .then = Then::Reset},
        ErrorKind::CutShort);
    row("F13 chunked without end",
        {.bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":[1\r\n",
         .then = Then::Close},
        ErrorKind::CutShort);
    row("neither length nor whole", {.bytes = "HTTP/1.1 200 OK\r\n\r\n{\"a\":\"b", .then = Then::Close},
        ErrorKind::CutShort);
    row("its own length, but not whole", {.bytes = jsonAnswer("{\"a\":\"b")}, ErrorKind::Unreadable);
    row("400, cut", {.bytes = "HTTP/1.1 400 No\r\nContent-Length: 99\r\n\r\n{", .then = Then::Close},
        ErrorKind::Refused);
    row("F65 not HTTP", {.bytes = "SSH-2.0-OpenSSH_9.2\r\n\r\n"}, ErrorKind::CutShort);
    row("F65 not HTTP, then closed", {.bytes = "SSH-2.0-OpenSSH_9.2\r\n\r\n", .then = Then::Close},
        ErrorKind::CutShort);
    row("F65 status 999", {.bytes = httpAnswer(999, "application/json", "{}")}, ErrorKind::ServerFailed);
    row("F65 100, then closed", {.bytes = "HTTP/1.1 100 Continue\r\n\r\n", .then = Then::Close},
        ErrorKind::CutShort);
}

/// Whole answers that are not what was asked for.
static void addWrongAnswers()
{
    const QByteArray page = "<!DOCTYPE html><title>Sign in</title>";
    row("F21 web page", {.bytes = httpAnswer(200, "text/html; charset=utf-8", page)}, ErrorKind::NotTheApi);
    row("F21 web page of capital letters", {.bytes = httpAnswer(200, "Text/HTML", page)},
        ErrorKind::NotTheApi);
    row("F21 511", {.bytes = httpAnswer(511, "text/html", page)}, ErrorKind::NotTheApi);
    row("F22 web page labelled as JSON", {.bytes = jsonAnswer(page)}, ErrorKind::NotTheApi);
    row("F22 web page after a mark and blanks", {.bytes = jsonAnswer("\xEF\xBB\xBF \r\n" + page)},
        ErrorKind::NotTheApi);
    row("F23 502 with a page", {.bytes = httpAnswer(502, "text/html", page)}, ErrorKind::Unavailable);
    row("F24 429", {.bytes = httpAnswer(429, "application/json", "{}")}, ErrorKind::TooManyRequests);
    row("F27 401", {.bytes = httpAnswer(401, "application/json", R"({"type":"authentication_failed"})")},
        ErrorKind::KeyRefused);
    row("F28 401 insufficient_privileges",
        {.bytes =
             httpAnswer(401, "application/json",
                        R"({"type":"authentication_failed","errors":[{"type":"insufficient_privileges"}]})")},
        ErrorKind::NotAllowed);
    row("F31 envelope with 200",
        {.bytes = jsonAnswer(R"({"ok":false,"type":"entity_not_found","code":400})")}, ErrorKind::NotFound);
    row("F32 empty body", {.bytes = jsonAnswer("")}, ErrorKind::Unreadable);
    row("F32 204", {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"}, ErrorKind::ServerFailed);
    row("206", {.bytes = httpAnswer(206, "application/json", "{}")}, ErrorKind::ServerFailed);
    row("no JSON", {.bytes = jsonAnswer("{\"a\":tru}")}, ErrorKind::Unreadable);
    row("F33 rubbish after the end", {.bytes = jsonAnswer("{} x")}, ErrorKind::Unreadable);
    row("F33 nested too deep", {.bytes = jsonAnswer(QByteArray(100'000, '['))}, ErrorKind::Unreadable);
    row("F18 labelled gzip, plain text",
        {.bytes =
             httpAnswer(200, "application/json", R"({"name":"plain text"})", {"Content-Encoding: gzip"})},
        ErrorKind::Unreadable);
    row("404", {.bytes = httpAnswer(404, "application/json", "{}")}, ErrorKind::NotFound);
    row("404 page", {.bytes = httpAnswer(404, "text/html", page)}, ErrorKind::NotTheApi);
}

void TestWireFaults::eachFaultEndsWithItsError_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    addBrokenAnswers();
    addWrongAnswers();
}

void TestWireFaults::eachFaultEndsWithItsError()
{
    QFETCH(const ByteAnswer, answer);
    const ByteServer server([&](const ReceivedRequest &) { return answer; });
    const auto error = errorOf(server.address());
    QVERIFY(error);
    QTEST(error->kind, "kind");
    QCOMPARE(error->host, endpointAt(server.address()).hostText());
    QVERIFY(!error->serverMessage.contains(u"Unknown error"_s)); // nobody said that
    QCOMPARE(server.requests().size(), 1);
}

void TestWireFaults::F11_anAnswerCutAnywhereIsNoAnswer()
{
    const QByteArray whole = jsonAnswer(R"({"name":"x","sub_company_list":[]})");
    std::atomic<qsizetype> cutAt = 0;
    const ByteServer server([&](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = whole, .cutAt = cutAt, .then = ByteAnswer::Then::Close};
    });
    ApiClient client(endpointAt(server.address()), testKey());
    for (; cutAt < whole.size(); ++cutAt) {
        const auto answer = answerTo(client, anything());
        QVERIFY(answer);
        QVERIFY2(!*answer, qPrintable(u"cut at %1"_s.arg(cutAt)));
    }
    QVERIFY(answerTo(client, anything()).value());
}

void TestWireFaults::F29_theServersWordsArriveWhole()
{
    const ByteServer server(
        httpAnswer(400, "application/json",
                   R"({"ok":false,"type":"entity_not_found","message":"base words","code":400,
            "errors":[{"type":"entity_not_found","field":"company_id","message":"inner words"}]})"));
    const auto error = errorOf(server.address());
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QCOMPARE(error->serverMessage, u"base words"_s);
    QCOMPARE(error->errors, (QList<FieldError>{{u"entity_not_found"_s, u"company_id"_s, u"inner words"_s}}));
}

void TestWireFaults::positionsOfUnreadableJson()
{
    const ByteServer server(jsonAnswer(R"({"name":"x","device_id": AAA})"));
    const auto error = errorOf(server.address());
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Unreadable);
    QVERIFY(error->position >= 24 && error->position <= 26);
    QVERIFY(error->what().contains(QString::number(error->position)));

    const ByteServer empty(jsonAnswer(""));
    QCOMPARE(errorOf(empty.address())->position, 0);
}

void TestWireFaults::F32_nullStandsForNone()
{
    for (const char *none : {"null", " null\n", "\"\""}) {
        const ByteServer server(jsonAnswer(none));
        ApiClient client(endpointAt(server.address()), testKey());
        const auto answer = answerTo(client, anything());
        QVERIFY(answer && *answer);
        QVERIFY((*answer)->isNull());
    }
}

void TestWireFaults::eachErrorHasASentenceOfItsOwn()
{
    const ByteServer page(httpAnswer(200, "text/html", "<html>"));
    const ByteServer shortBody(ByteServer::Script([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}", .then = ByteAnswer::Then::Close};
    }));
    const ByteServer refusal(httpAnswer(401, "application/json", "{}"));
    const QStringList sentences{errorOf(page.address())->what(), errorOf(shortBody.address())->what(),
                                errorOf(refusal.address())->what(),
                                errorOf(u"http://127.0.0.1:1/"_s)->what()};
    QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), 4);
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
