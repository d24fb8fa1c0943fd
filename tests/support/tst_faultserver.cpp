// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteserver.h"
#include "tests/support/codings.h"
#include "tests/support/fault.h"
#include "tests/support/fullbacklog.h"
#include "tests/support/rawclient.h"
#include "tests/support/testauthority.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTest>
#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using End = RawClient::End;
using Over = RawClient::Over;
using Then = ByteAnswer::Then;
using Leaf = TestAuthority::Leaf;

Q_DECLARE_METATYPE(ByteAnswer)
Q_DECLARE_METATYPE(End)
Q_DECLARE_METATYPE(Over)

namespace {

constexpr auto get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray post(const QByteArray &body)
{
    return "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

// What zlib makes of a gzip: only the number of bytes, and whether its checksum was right.
struct Unpacked
{
    quint64 bytes = 0;
    bool isWhole = false;
};

class GzipCounter
{
public:
    GzipCounter() { inflateInit2(&m_stream, 15 + 16); }
    ~GzipCounter() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipCounter)

    void add(QByteArray packed)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_in = static_cast<uInt>(packed.size());
        while (m_stream.avail_in > 0 && !m_result.isWhole) {
            m_stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
            m_stream.avail_out = static_cast<uInt>(m_out.size());
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            m_result.isWhole = status == Z_STREAM_END;
            if (status != Z_OK && status != Z_STREAM_END)
                return;
        }
        m_result.bytes = m_stream.total_out;
    }
    const Unpacked &result() const { return m_result; }

private:
    z_stream m_stream{};
    QByteArray m_out = QByteArray(4 << 20, Qt::Uninitialized);
    Unpacked m_result;
};

} // namespace

/// Each fault really happens on the wire, as a client sees it that knows neither Qt nor HTTP.
class TestFaultServer : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreLoggedByteForByte_data() { overBoth(); }
    void requestsAreLoggedByteForByte();
    void endsLookAsTheyAreNamed_data();
    void endsLookAsTheyAreNamed();
    void answersAreCutAtAnyByte_data() { overBoth(); }
    void answersAreCutAtAnyByte();
    void aGateStopsAnAnswerAtItsByte();
    void dripComesPieceByPiece();
    void anEndlessAnswerGoesOnAndHoldsLittle_data() { overBoth(); }
    void anEndlessAnswerGoesOnAndHoldsLittle();
    void anEarlyAnswerEndsTheReading();
    void keptConnectionsAreEndedFromOutside_data() { overBoth(); }
    void keptConnectionsAreEndedFromOutside();
    void bytesStandAsTheyAreNamed_data();
    void bytesStandAsTheyAreNamed();
    void headersAreManyOrLong();
    void aBombIsAnHonestGzip();
    void codingsUnpackToWhatWentIn();
    void aFullBacklogTakesNoConnection();
    void certificatesAreWhatTheyAreNamed_data();
    void certificatesAreWhatTheyAreNamed();
    void nobodyTrustsTheAuthorityUnasked();

private:
    void overBoth()
    {
        QTest::addColumn<Over>("over");
        QTest::newRow("plain") << Over::Tcp;
        QTest::newRow("TLS") << Over::Tls;
    }
    ByteServer::Setup setup(Over over) const
    {
        // what these tests send is no business of the API
        return {.tls = over == Over::Tls ? std::optional(m_authority.server()) : std::nullopt,
                .isApi = false};
    }

    TestAuthority m_authority;
};

void TestFaultServer::requestsAreLoggedByteForByte()
{
    QFETCH(const Over, over);
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                            setup(over));
    RawClient first(server.port(), over);
    QVERIFY(first.isConnected());
    first.send(QByteArray(get) + post("body\r\n\r\n"));
    QCOMPARE(first.read(2 * jsonAnswer("{}").size()).bytes, jsonAnswer("{}") + jsonAnswer("{}"));
    RawClient second(server.port(), over);
    second.send(post("x"));
    QCOMPARE(second.read(jsonAnswer("{}").size()).bytes, jsonAnswer("{}"));

    const QList<ReceivedRequest> requests = server.requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests[0].verb(), "GET");
    QCOMPARE(requests[1].body, "body\r\n\r\n");
    QCOMPARE(requests[1].index, 1);
    QCOMPARE(requests[2].connection, 1);
    QCOMPARE(requests[2].index, 0);
    QCOMPARE(server.received(), (QByteArrayList{QByteArray(get) + post("body\r\n\r\n"), post("x")}));
}

void TestFaultServer::endsLookAsTheyAreNamed_data()
{
    QTest::addColumn<Over>("over");
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<End>("end");

    const QByteArray whole = jsonAnswer("{}");
    for (const Over over : {Over::Tcp, Over::Tls}) {
        const bool isTls = over == Over::Tls;
        const auto row = [&](const char *name, const ByteAnswer &answer, const QByteArray &bytes, End end) {
            QTest::addRow("%s, %s", name, isTls ? "TLS" : "plain") << over << answer << bytes << end;
        };
        row("silence", Fault::silence(), {}, End::Open);
        row("close", Fault::noAnswer(Then::Close), {}, End::Closed);
        row("vanish", Fault::noAnswer(Then::Vanish), {}, isTls ? End::Vanished : End::Closed);
        row("reset", Fault::noAnswer(Then::Reset), {}, End::Reset);
        row("cut, closed", Fault::cut(whole, 20, Then::Close), whole.first(20), End::Closed);
        row("cut, vanished", Fault::cut(whole, 20, Then::Vanish), whole.first(20),
            isTls ? End::Vanished : End::Closed);
        row("cut, reset", Fault::cut(whole, 20, Then::Reset), whole.first(20), End::Reset);
        row("stalled", Fault::stalled(whole, 20), whole.first(20), End::Open);
        row("closed after", Fault::closedAfter(whole), whole, End::Closed);
        row("HTTP/0.9", Fault::http09("{}"), "{}", End::Closed);
    }
}

void TestFaultServer::endsLookAsTheyAreNamed()
{
    QFETCH(const Over, over);
    QFETCH(const ByteAnswer, answer);
    QFETCH(const QByteArray, bytes);
    QFETCH(const End, end);

    const ByteServer server([&](const ReceivedRequest &) { return answer; }, setup(over));
    RawClient client(server.port(), over);
    QVERIFY(client.isConnected());
    client.send(get);
    QCOMPARE(client.read(bytes.size()).bytes, bytes);
    const RawClient::Read more = client.readMore(end);
    QCOMPARE(more.bytes, "");
    QCOMPARE(more.end, end);
}

void TestFaultServer::answersAreCutAtAnyByte()
{
    QFETCH(const Over, over);
    const QByteArray whole = jsonAnswer("{}");
    std::atomic<qsizetype> cutAt = 0;
    const ByteServer server([&](const ReceivedRequest &) { return Fault::cut(whole, cutAt, Then::Close); },
                            setup(over));
    for (; cutAt <= whole.size(); ++cutAt) {
        RawClient client(server.port(), over);
        client.send(get);
        const RawClient::Read read = client.read(whole.size() + 1);
        QCOMPARE(read.bytes, whole.first(cutAt));
        QCOMPARE(read.end, End::Closed);
    }
}

void TestFaultServer::aGateStopsAnAnswerAtItsByte()
{
    const QByteArray whole = jsonAnswer("{}");
    for (const qsizetype at : {qsizetype(0), qsizetype(1), whole.size() - 1, whole.size()}) {
        ByteServer server(
            [&](const ReceivedRequest &) -> ByteAnswer {
                return {.bytes = whole, .gate = "go", .gateAt = at, .then = Then::Close};
            },
            setup(Over::Tcp));
        RawClient client(server.port());
        client.send(get);
        QCOMPARE(client.read(at).bytes, whole.first(at));
        QCOMPARE(client.readMore(End::Open).bytes, "");
        server.open("go");
        const RawClient::Read after = client.readMore(End::Closed);
        QCOMPARE(after.bytes, whole.sliced(at));
        QCOMPARE(after.end, End::Closed);
    }
}

void TestFaultServer::dripComesPieceByPiece()
{
    const ByteServer server([](const ReceivedRequest &) { return Fault::drip("0123456789", 4, 100ms); },
                            setup(Over::Tcp));
    RawClient client(server.port());
    QElapsedTimer clock;
    clock.start();
    client.send(get);
    for (const char *piece : {"0123", "4567", "89"})
        QCOMPARE(client.read(static_cast<qsizetype>(std::strlen(piece))).bytes, piece);
    QVERIFY(clock.elapsed() >= 290); // never sooner than it says; later is the computer's matter
}

void TestFaultServer::anEndlessAnswerGoesOnAndHoldsLittle()
{
    QFETCH(const Over, over);
    std::atomic<int> answers = 0;
    const ByteServer server(
        [&](const ReceivedRequest &) {
            ++answers;
            return Fault::endlessBody("[", QByteArray(64 << 10, ' '));
        },
        setup(over));
    {
        RawClient client(server.port(), over);
        client.send(get);
        constexpr qsizetype many = 32 << 20;
        QCOMPARE(client.read(many).bytes.size(), many);
        QCOMPARE(server.openConnections(), 1);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(answers, 1);
}

void TestFaultServer::anEarlyAnswerEndsTheReading()
{
    const auto early = [](const ReceivedRequest &request) {
        return request.body.size() >= 3 ? std::optional(Fault::noAnswer(Then::Reset)) : std::nullopt;
    };
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                            {.early = early, .isApi = false});
    RawClient small(server.port());
    small.send(post("12"));
    QCOMPARE(small.read(jsonAnswer("{}").size()).bytes, jsonAnswer("{}"));
    RawClient large(server.port());
    large.send(post("123456").chopped(2));
    QCOMPARE(large.readMore(End::Reset).end, End::Reset);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.received().constLast(), post("123456").chopped(2));
}

void TestFaultServer::keptConnectionsAreEndedFromOutside()
{
    QFETCH(const Over, over);
    for (const Then how : {Then::Close, Then::Vanish, Then::Reset}) {
        ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                          setup(over));
        RawClient client(server.port(), over);
        client.send(get);
        QCOMPARE(client.read(jsonAnswer("{}").size()).end, End::Open);
        server.endConnections(how);
        const End end = client.readMore(End::Closed).end;
        QCOMPARE(end,
                 how == Then::Reset                             ? End::Reset
                     : how == Then::Vanish && over == Over::Tls ? End::Vanished
                                                                : End::Closed);
        QTRY_COMPARE(server.openConnections(), 0);
    }
}

void TestFaultServer::bytesStandAsTheyAreNamed_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    QTest::newRow("too long") << Fault::wrongLength("{}", -1) << ok + "Content-Length: 1\r\n\r\n{}";
    QTest::newRow("too short") << Fault::wrongLength("{}", 7) << ok + "Content-Length: 9\r\n\r\n{}";
    QTest::newRow("two lengths") << Fault::lengths("{}", {"2", "9"})
                                 << ok + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}";
    QTest::newRow("unfinished chunks") << Fault::unfinishedChunks("0123456789abcdef")
                                       << ok + "Transfer-Encoding: chunked\r\n\r\n10\r\n0123456789abcdef\r\n";
    QTest::newRow("HTTP/1.0") << Fault::http10("{}")
                              << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{}");
    QTest::newRow("redirect") << Fault::redirect(307, "/there")
                              << httpAnswer(307, "application/json", "{}", {"Location: /there"});
    QTest::newRow("web page") << Fault::webPage(
        502) << httpAnswer(502, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>");
    QTest::newRow("interim") << Fault::afterInterim(jsonAnswer("{}"))
                             << "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n"
                                "Link: </other>; rel=preload\r\n\r\n"
            + jsonAnswer("{}");
    QTest::newRow("unknown coding") << Fault::coded(
        "x-no-such", "{}") << httpAnswer(200, "application/json", "{}", {"Content-Encoding: x-no-such"});
}

void TestFaultServer::bytesStandAsTheyAreNamed()
{
    QFETCH(const ByteAnswer, answer);
    QFETCH(const QByteArray, bytes);
    const ByteServer server([&](const ReceivedRequest &) { return answer; }, setup(Over::Tcp));
    RawClient client(server.port());
    client.send(get);
    QCOMPARE(client.read(bytes.size()).bytes, bytes);
    QCOMPARE(client.readMore(End::Open).bytes, "");
}

void TestFaultServer::headersAreManyOrLong()
{
    const ByteServer headers(
        [](const ReceivedRequest &request) {
            return request.index == 0 ? Fault::manyHeaders(100'000) : Fault::longHeader(1 << 20);
        },
        setup(Over::Tcp));
    RawClient curious(headers.port());
    curious.send(get);
    const qsizetype many = Fault::manyHeaders(100'000).bytes.size();
    QCOMPARE(curious.read(many).bytes.count("\r\nX-More: "), 100'000);
    curious.send(get);
    const qsizetype large = Fault::longHeader(1 << 20).bytes.size();
    QVERIFY(curious.read(large).bytes.contains(QByteArray(1 << 20, 'x')));
}

void TestFaultServer::aBombIsAnHonestGzip()
{
    constexpr int mebibytes = 2048;
    const GzipBomb bomb = makeGzipBomb(mebibytes);
    QVERIFY(bomb.again.size() < 2000);

    // one in two thousand of it, as it comes over the wire
    const ByteServer server([](const ReceivedRequest &) { return Fault::gzipBomb(1); }, setup(Over::Tcp));
    RawClient client(server.port());
    client.send(get);
    const RawClient::Read read = client.readMore(End::Closed);
    QCOMPARE(read.end, End::Closed);
    const qsizetype body = read.bytes.indexOf("\r\n\r\n") + 4;
    GzipCounter counter;
    counter.add(read.bytes.sliced(body));
    QVERIFY(counter.result().isWhole); // zlib has checked length and checksum
    QCOMPARE(counter.result().bytes, quint64((1 << 20) + 2));
}

void TestFaultServer::codingsUnpackToWhatWentIn()
{
    // each is read by the library that the console is built on
    const QByteArray text = R"([{"name":"Acme"}])";
    GzipCounter once;
    once.add(inCoding("gzip", text));
    QVERIFY(once.result().isWhole);
    QCOMPARE(once.result().bytes, quint64(text.size()));
    QByteArray deflated = inCoding("deflate", text);
    deflated.prepend(QByteArray("\0\0\0\x10", 4)); // qUncompress() wants to know the size
    QCOMPARE(qUncompress(deflated), text);
    QCOMPARE(inCoding("br", text), QByteArray("\x00\x01\x10", 3) + text + "\x03");
    QCOMPARE(inCoding("zstd", text), QByteArray("\x28\xB5\x2F\xFD\x20\x11\x89\x00\x00", 9) + text);
}

void TestFaultServer::aFullBacklogTakesNoConnection()
{
    const FullBacklog backlog;
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(QUrl(backlog.address()).port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), -1);
    QCOMPARE(errno, EINPROGRESS);
    pollfd knock{.fd = socket, .events = POLLOUT, .revents = 0};
    QCOMPARE(::poll(&knock, 1, 1000), 0);
    ::close(socket);
}

void TestFaultServer::certificatesAreWhatTheyAreNamed_data()
{
    QTest::addColumn<int>("leaf");
    QTest::addColumn<QList<QSslError::SslError>>("errors");

    using Errors = QList<QSslError::SslError>;
    const auto row = [](const char *name, Leaf leaf, const Errors &errors) {
        QTest::newRow(name) << static_cast<int>(leaf) << errors;
    };
    row("good", Leaf::Good, {});
    row("expired", Leaf::Expired, {QSslError::CertificateExpired});
    row("not yet valid", Leaf::NotYetValid, {QSslError::CertificateNotYetValid});
    row("wrong name", Leaf::WrongName, {QSslError::HostNameMismatch});
    row("self-signed", Leaf::SelfSigned, {QSslError::SelfSignedCertificate});
    row("unknown authority", Leaf::UnknownAuthority, {QSslError::SelfSignedCertificateInChain});
}

void TestFaultServer::certificatesAreWhatTheyAreNamed()
{
    QFETCH(const int, leaf);
    QFETCH(const QList<QSslError::SslError>, errors);

    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                            {.tls = m_authority.server(static_cast<Leaf>(leaf))});
    QSslSocket socket;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({m_authority.root()});
    socket.setSslConfiguration(trusting);
    socket.connectToHostEncrypted(u"localhost"_s, server.port());
    QCOMPARE(socket.waitForEncrypted(5000), errors.isEmpty());
    QList<QSslError::SslError> met;
    for (const QSslError &error : socket.sslHandshakeErrors())
        met << error.error();
    QCOMPARE(met, errors);
}

void TestFaultServer::nobodyTrustsTheAuthorityUnasked()
{
    const ByteServer server([](const ReceivedRequest &) { return ByteAnswer{.bytes = jsonAnswer("{}")}; },
                            {.tls = m_authority.server()});
    const auto isTrusted = [&] {
        QSslSocket socket;
        socket.connectToHostEncrypted(u"localhost"_s, server.port());
        return socket.waitForEncrypted(5000);
    };
    QVERIFY(!isTrusted());
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    m_authority.trustInThisProcess();
    QVERIFY(isTrusted());
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY(!isTrusted());
}

QTEST_GUILESS_MAIN(TestFaultServer)
#include "tst_faultserver.moc"
