// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/faults/faultfixture.h"
#include "tests/support/fault.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Then = ByteAnswer::Then;

/// Answers that are not what they should be: none is taken for data, none crashes, each has words of its own.
class TestAnswerFaults : public QObject
{
    Q_OBJECT

private slots:
    void aBadAnswerIsAnError_data();
    void aBadAnswerIsAnError();
    void anOddAnswerIsReadRightly_data();
    void anOddAnswerIsReadRightly();
    void F11_anAnswerCutAnywhereIsNoAnswer_data();
    void F11_anAnswerCutAnywhereIsNoAnswer();
    void F14_whatFollowsAnAnswerIsNotTheNextOne();
    void F20_noRedirectIsFollowed_data();
    void F20_noRedirectIsFollowed();
    void F65_twoLengthsAreNeverReadAsMore();

private:
    static void addBadCodes();
    static void addBadLengths();
    static void addBadStatuses();
};

namespace {

// One row for plain, one for TLS.
void addBad(const char *name, const ByteAnswer &answer, ErrorKind kind, const QString &says,
            const QString &advises)
{
    for (const Over over : {Over::Tcp, Over::Tls})
        QTest::addRow("%s, %s", name, over == Over::Tls ? "TLS" : "plain")
            << over << answer << kind << says << advises;
}

void addCutShort(const char *name, const ByteAnswer &answer)
{
    addBad(name, answer, ErrorKind::CutShort, u"ended before the answer was whole"_s,
           u"nothing was taken away"_s);
}

void addUnreadable(const char *name, const ByteAnswer &answer)
{
    addBad(name, answer, ErrorKind::Unreadable, u"is not valid JSON"_s, u"What was read before stays"_s);
}

void addPage(const char *name, const ByteAnswer &answer)
{
    addBad(name, answer, ErrorKind::NotTheApi, u"A web page answered"_s, u"Sign in to this network"_s);
}

void addServerFailed(const char *name, const ByteAnswer &answer, int status)
{
    addBad(name, answer, ErrorKind::ServerFailed, u"failed while answering (status %1)"_s.arg(status),
           u"The fault is at the service"_s);
}

} // namespace

void TestAnswerFaults::aBadAnswerIsAnError_data()
{
    QTest::addColumn<Over>("over");
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("advises");

    addBadLengths();
    addBadCodes();
    addBadStatuses();
}

void TestAnswerFaults::addBadLengths()
{
    const QByteArray json = R"({"a":1})";
    addCutShort("F12 short body with a valid JSON prefix", Fault::wrongLength(json, 50));
    const QByteArray blanksBehind = jsonAnswer(json + "  ");
    addCutShort("F12 the same, reset", Fault::cut(blanksBehind, blanksBehind.size() - 1, Then::Reset));
    // Qt does not always tell that the last chunk is missing; what is missing of the JSON tells it then.
    addCutShort("F13 chunks without end", Fault::unfinishedChunks(json.chopped(1)));
    addCutShort("F65 100, then closed", Fault::cut("HTTP/1.1 100 Continue\r\n\r\n", 25, Then::Close));
    addCutShort("F65 another protocol", Fault::http09("SSH-2.0-OpenSSH_9.2\r\n"));
    addCutShort("F65 HTTP/0.9", Fault::http09(json));
    addCutShort("F65 HTTP/1.0, cut", Fault::http10(R"({"a":[1)"));
    addUnreadable("F14 body longer than its length", Fault::wrongLength(json, -2));
    addUnreadable("F32 200 without a body", {.bytes = jsonAnswer("")});
    addUnreadable("F32 200 with blanks alone", {.bytes = jsonAnswer(" \r\n")});
}

void TestAnswerFaults::addBadCodes()
{
    const QByteArray json = R"({"name":"plain text"})";
    addUnreadable("F18 gzip by its label only",
                  {.bytes = httpAnswer(200, "application/json", json, {"Content-Encoding: gzip"})});
    addUnreadable("F18 br by its label only",
                  {.bytes = httpAnswer(200, "application/json", json, {"Content-Encoding: br"})});
    addUnreadable("F18 unknown coding of other bytes", Fault::coded("x-no-such", "\x01\x02\x03"));
    addUnreadable("F16 gzip in a gzip, declared once", Fault::nestedGzip(json, 1));
}

void TestAnswerFaults::addBadStatuses()
{
    addPage("F21 a page", Fault::webPage(200));
    addPage("F21 a page by a label in capitals", Fault::webPage(200, "TEXT/HTML"));
    addPage("F21 511", Fault::webPage(511));
    addPage("F22 a page labelled as JSON", Fault::webPage(200, "application/json"));
    addPage("F22 a page without a label", Fault::webPage(200, ""));
    for (const int status : {502, 503, 504})
        addBad(qPrintable(u"F23 %1 with a page"_s.arg(status)), Fault::webPage(status),
               ErrorKind::Unavailable, u"status %1"_s.arg(status), u"What was read before stays"_s);
    addServerFailed("F65 999", {.bytes = httpAnswer(999, "application/json", "{}")}, 999);
    // the library knows no interim answer but 100: it takes the hint for the end
    addServerFailed("F65 103 before the answer", Fault::afterInterim(jsonAnswer("{}")), 103);
    addServerFailed("F65 205", {.bytes = httpAnswer(205, "application/json", "{}")}, 205);
    addServerFailed("F32 201", {.bytes = httpAnswer(201, "application/json", "")}, 201);
    addServerFailed("F32 204", {.bytes = "HTTP/1.1 204 No Content\r\n\r\n"}, 204);
    addBad("F24 429", {.bytes = httpAnswer(429, "application/json", "{}")}, ErrorKind::TooManyRequests,
           u"received too many requests"_s, u"Wait"_s);
    addBad("F28 401 insufficient_privileges",
           {.bytes = httpAnswer(
                401, "application/json",
                R"({"type":"authentication_failed","errors":[{"type":"insufficient_privileges"}]})")},
           ErrorKind::NotAllowed, u"This API key may not do that."_s, u"The key itself is good"_s);
    addBad("F31 an envelope under 200",
           {.bytes = jsonAnswer(R"({"ok":false,"type":"entity_not_found","code":400,"errors":[]})")},
           ErrorKind::NotFound, u"does not know what was asked for"_s, u"Refresh"_s);
    addBad("F31 ok: false and nothing else", {.bytes = jsonAnswer(R"({"ok":false})")}, ErrorKind::Refused,
           u"refused the request"_s, u"Trying again unchanged will not help"_s);
    addBad("F56 401 with challenges", Fault::demands(401), ErrorKind::KeyRefused, u"refused the API key"_s,
           u"The key was not deleted"_s);
}

void TestAnswerFaults::aBadAnswerIsAnError()
{
    QFETCH(const Over, over);
    QFETCH(const ByteAnswer, answer);
    QFETCH(const QString, says);
    QFETCH(const QString, advises);

    const ByteServer server([&](const ReceivedRequest &) { return answer; }, reachedOver(over));
    const SeenRead seen = readAt(server.address());
    QCOMPARE(seen.calls, 1);
    QVERIFY(seen.error);
    QTEST(seen.error->kind, "kind");
    QCOMPARE(seen.error->host, endpointAt(server.address()).hostText());
    QVERIFY2(seen.error->what().contains(says), qPrintable(seen.error->what()));
    QVERIFY2(seen.error->advice().contains(advises), qPrintable(seen.error->advice()));
    QVERIFY(seen.duration < roomyLimits().total + slack);
    for (const ReceivedRequest &request : server.requests())
        QCOMPARE(request.verb() + ' ' + request.target(), "GET /api/msp/company");
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestAnswerFaults::anOddAnswerIsReadRightly_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    const QByteArray json = R"({"a":1})";
    const auto row = [](const char *name, const ByteAnswer &answer) {
        QTest::newRow(name) << answer;
    };
    row("F14 a second answer behind the first", {.bytes = jsonAnswer(json) + jsonAnswer(R"({"b":2})")});
    row("F18 gzip", Fault::coded("gzip", json));
    row("F18 deflate", Fault::coded("deflate", json));
    row("F18 br", Fault::coded("br", json));
    row("F18 zstd", Fault::coded("zstd", json));
    row("F18 identity", Fault::coded("identity", json));
    row("F56 cookies, challenges and preloads", [&] {
        ByteAnswer answer = Fault::demands(200);
        answer.bytes.replace("Content-Length: 2\r\n\r\n{}", QByteArray("Content-Length: 7\r\n\r\n" + json));
        return answer;
    }());
    row("F65 HTTP/1.0", Fault::http10(json));
    row("F65 100 before it", {.bytes = "HTTP/1.1 100 Continue\r\n\r\n" + jsonAnswer(json)});
    row("slow, byte by byte", Fault::drip(jsonAnswer(json), 1, 1ms));
    row("closed after it", Fault::closedAfter(jsonAnswer(json)));
}

void TestAnswerFaults::anOddAnswerIsReadRightly()
{
    QFETCH(const ByteAnswer, answer);
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const ByteServer server([&](const ReceivedRequest &) { return answer; }, reachedOver(over));
        const SeenRead seen = readAt(server.address());
        QCOMPARE(seen.calls, 1);
        QVERIFY2(seen.answer, seen.error ? qPrintable(seen.error->what() + seen.error->quotation()) : "");
        QCOMPARE(seen.answer->toJson(QJsonDocument::Compact), R"({"a":1})");
        // where the end of the connection is the end of the answer, the library may ask again by itself
        QVERIFY(server.requests().size() <= 2);
    }
}

void TestAnswerFaults::F11_anAnswerCutAnywhereIsNoAnswer_data()
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

void TestAnswerFaults::F11_anAnswerCutAnywhereIsNoAnswer()
{
    QFETCH(const Over, over);
    QFETCH(const int, how);
    // most beginnings of this body are whole JSON: only the length tells that they are cut
    const QByteArray whole = jsonAnswer("[7]      ");
    std::atomic<qsizetype> cutAt = 0;
    const ByteServer server(
        [&](const ReceivedRequest &) { return Fault::cut(whole, cutAt, static_cast<Then>(how)); },
        reachedOver(over));
    ApiClient client(endpointAt(server.address()), testKey());
    // at each byte of the body, and each seventh before it
    const qsizetype body = whole.indexOf("\r\n\r\n") + 4;
    for (; cutAt < whole.size(); cutAt = cutAt + (cutAt < body - 8 ? 7 : 1)) {
        const SeenRead seen = readBy(client);
        QVERIFY2(seen.error, qPrintable(u"cut at %1"_s.arg(cutAt)));
        QCOMPARE(seen.error->kind, ErrorKind::CutShort);
    }
}

void TestAnswerFaults::F14_whatFollowsAnAnswerIsNotTheNextOne()
{
    const ByteServer server(
        [](const ReceivedRequest &request) -> ByteAnswer {
            return {.bytes = jsonAnswer('"' + request.target().split('=').constLast() + '"')
                        + jsonAnswer("\"smuggled\"")};
        },
        reachedOver(Over::Tcp));
    ApiClient client(endpointAt(server.address()), testKey());
    for (const char *name : {"first", "second", "third"}) {
        const SeenRead seen = readBy(client, named(QString::fromLatin1(name)));
        QCOMPARE(seen.calls, 1);
        QVERIFY(!seen.answer || !seen.answer->toJson().contains("smuggled"));
    }
}

void TestAnswerFaults::F20_noRedirectIsFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location"); // %1 is the port of another server
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *location :
             {"http://127.0.0.1:%1/api/msp/company", "//127.0.0.1:%1/", "/api/msp/elsewhere",
              "/api/msp/company", "http://elsewhere.invalid/", "?again", ""})
            QTest::addRow("%d %s", status, location) << status << QByteArray(location);
    }
}

void TestAnswerFaults::F20_noRedirectIsFollowed()
{
    QFETCH(const int, status);
    QFETCH(QByteArray, location);
    const ByteServer target(jsonAnswer("{}"));
    location.replace("%1", QByteArray::number(target.port()));
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const ByteServer server([&](const ReceivedRequest &) { return Fault::redirect(status, location); },
                                reachedOver(over));
        const SeenRead seen = readAt(server.address());
        QCOMPARE(seen.calls, 1);
        QVERIFY(seen.error);
        QCOMPARE(seen.error->kind, ErrorKind::Redirected);
        QCOMPARE(seen.error->httpStatus, status);
        QVERIFY(seen.error->what().contains(u"wanted to send Steward to another address"_s));
        QVERIFY(seen.error->advice().contains(u"the API key would go along"_s));
        QCOMPARE(server.requests().size(), 1);
    }
    QCOMPARE(target.connections(), 0);
}

void TestAnswerFaults::F65_twoLengthsAreNeverReadAsMore()
{
    // whichever of them the library believes: never the bytes beyond the longer one, and never a hang
    const QByteArrayList lengths{"2,2", "2,9", "9,2", "-1", "2x", "99999999999999999999"};
    for (const QByteArray &values : lengths) {
        const ByteServer server(
            [&](const ReceivedRequest &) { return Fault::lengths("{}       [1]", values.split(',')); });
        const SeenRead seen = readAt(server.address(), idleWithin(300ms));
        QCOMPARE(seen.calls, 1);
        if (seen.answer)
            QCOMPARE(seen.answer->toJson(QJsonDocument::Compact), "{}");
        QVERIFY(seen.duration < roomyLimits().total);
    }
}

QTEST_GUILESS_MAIN(TestAnswerFaults)
#include "tst_answerfaults.moc"
