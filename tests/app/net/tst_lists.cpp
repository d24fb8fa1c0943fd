// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <mutex>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A sink that writes down what it is told. A row ends with ';' or '}'.
class NotingSink final : public BodySink
{
public:
    struct Notes
    {
        QStringList calls; // begin N, end, breakOff
        QByteArray bytes;
        bool isOnWindowThread = false;
    };

    Notes notes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_notes;
    }
    void failAt(const QByteArray &word) { m_failAt = word; }

    void begin(qint64 declaredBytes) override { note(u"begin %1"_s.arg(declaredBytes)); }
    Result<bool> take(QByteArrayView bytes) override
    {
        const std::lock_guard lock(m_mutex);
        m_notes.bytes.append(bytes);
        if (!m_failAt.isEmpty() && m_notes.bytes.contains(m_failAt))
            return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 7});
        return bytes.contains(';') || bytes.contains('}');
    }
    Result<void> end() override
    {
        note(u"end"_s);
        return {};
    }
    void breakOff() override { note(u"breakOff"_s); }

private:
    void note(const QString &call)
    {
        const std::lock_guard lock(m_mutex);
        m_notes.calls << call;
        m_notes.isOnWindowThread |= QThread::currentThread() == QCoreApplication::instance()->thread();
    }

    mutable std::mutex m_mutex;
    Notes m_notes;
    QByteArray m_failAt;
};

// Takes nothing more until it is let go, and holds the client's thread meanwhile.
class BusySink final : public BodySink
{
public:
    void letGo() { m_gate.release(1000); }

    void begin(qint64 /*declaredBytes*/) override { }
    Result<bool> take(QByteArrayView /*bytes*/) override
    {
        m_gate.acquire();
        return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable});
    }
    Result<void> end() override { return {}; }
    void breakOff() override { }

private:
    std::counting_semaphore<> m_gate{0};
};

// Answers one request with a list of so many bytes, as fast as the other side takes them.
class Torrent
{
public:
    explicit Torrent(qint64 bytes) : m_whole(bytes) { m_server.listen(QHostAddress::LocalHost); }

    quint16 port() const { return m_server.serverPort(); }
    qint64 poured() const { return m_poured; }

    /// Returns when all is out, or when nothing more went out for a while.
    void pour()
    {
        constexpr int whileInMs = 1000;
        const QByteArray piece(256 << 10, '1');
        if (!m_server.waitForNewConnection(15'000))
            return;
        const std::unique_ptr<QTcpSocket> socket(m_server.nextPendingConnection());
        if (!socket->waitForReadyRead(15'000))
            return;
        socket->write("HTTP/1.1 200 OK\r\n\r\n[");
        while (m_poured < m_whole) {
            socket->write(piece);
            if (!socket->waitForBytesWritten(whileInMs))
                return;
            m_poured += piece.size();
        }
    }

private:
    QTcpServer m_server;
    qint64 m_whole;
    qint64 m_poured = 0;
};

} // namespace

/// Lists: their bytes go to a sink while they arrive, and only those of a list.
class TestLists : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_sink = std::make_shared<NotingSink>(); }

    void bytesArriveWhileTheAnswerDoes();
    void anAnswerWithoutLengthIsDeclaredUnknown();
    void anAnswerWithoutLengthEndsWithItsConnection_data();
    void anAnswerWithoutLengthEndsWithItsConnection();
    void compressedBytesAreDeclaredUnknown();
    void F21_F22_aWebPageNeverReachesTheSink_data();
    void F21_F22_aWebPageNeverReachesTheSink();
    void refusalsNeverReachTheSink();
    void F31_anEnvelopeUnder200NeverReachesTheSink();
    void aSingleObjectIsLetThrough_data();
    void aSingleObjectIsLetThrough();
    void F12_aCutListIsBrokenOff();
    void anErrorOfTheSinkEndsTheRequest();
    void F5_rowsKeepTheIdleLimitAway();
    void F6_bytesWithoutRowsDoNot();
    void F15_aRowWithoutEndIsStopped();
    void aSinkThatIsBusyHoldsTheServerBack();
    void droppingTheHandleBreaksTheSinkOff();
    void F42_destroyingTheClientBreaksTheSinkOff();

private:
    std::optional<Result<ListEnd>> listFrom(const ByteServer &server, const Limits &limits = roomyLimits())
    {
        ApiClient client(endpointAt(server.address()), testKey());
        std::optional<Result<ListEnd>> end;
        const RequestHandle handle =
            client.send(ListRequest{.path = u"/device/summary"_s, .limits = limits}, m_sink, this,
                        [&](Result<ListEnd> came) { end = std::move(came); });
        (void)QTest::qWaitFor([&] { return end.has_value(); }, 15'000);
        return end;
    }
    std::optional<ErrorKind> errorFrom(const ByteServer &server, const Limits &limits = roomyLimits())
    {
        const auto end = listFrom(server, limits);
        return end && !*end ? std::optional(end->error().kind) : std::nullopt;
    }

    std::shared_ptr<NotingSink> m_sink;
};

void TestLists::bytesArriveWhileTheAnswerDoes()
{
    ByteServer server([](const ReceivedRequest &request) -> ByteAnswer {
        return request.target().endsWith("summary")
            ? ByteAnswer{.bytes = jsonAnswer("[1;2;3]"), .cutAt = jsonAnswer("[1;2;3]").size() - 4}
            : ByteAnswer{};
    });
    ApiClient client(endpointAt(server.address()), testKey());
    const RequestHandle handle =
        client.send(ListRequest{.path = u"/device/summary"_s}, m_sink, this, [](const Result<ListEnd> &) { });
    QTRY_COMPARE(m_sink->notes().bytes, "[1;");
    QCOMPARE(m_sink->notes().calls, QStringList{u"begin 7"_s});
    QVERIFY(!m_sink->notes().isOnWindowThread);
}

void TestLists::anAnswerWithoutLengthIsDeclaredUnknown()
{
    const ByteServer closing(ByteServer::Script([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n\r\n[1;]", .then = ByteAnswer::Then::Close};
    }));
    const auto end = listFrom(closing);
    QVERIFY(end && *end);
    QCOMPARE((*end)->bytes, 4);
    QCOMPARE(m_sink->notes().calls, (QStringList{u"begin -1"_s, u"end"_s}));

    init();
    const ByteServer chunked(
        QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[1\r\n2\r\n;]\r\n0\r\n\r\n"));
    QVERIFY(listFrom(chunked).value());
    QCOMPARE(m_sink->notes().bytes, "[1;]");
    QCOMPARE(m_sink->notes().calls, (QStringList{u"begin -1"_s, u"end"_s}));
}

void TestLists::anAnswerWithoutLengthEndsWithItsConnection_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("short") << QByteArray("[1;]");
    QTest::newRow("long") << '[' + QByteArray("12345;").repeated(100'000) + ']';
}

// The library takes the same closing now for the end and now for a reason to send again: hence so many times.
void TestLists::anAnswerWithoutLengthEndsWithItsConnection()
{
    QFETCH(const QByteArray, list);
    constexpr int times = 30;
    const ByteServer server(ByteServer::Script([&](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n\r\n" + list, .then = ByteAnswer::Then::Close};
    }));
    for (int i = 0; i < times; ++i) {
        init();
        const auto end = listFrom(server);
        QVERIFY(end && *end);
        QCOMPARE(m_sink->notes().bytes, list);
    }
    QCOMPARE(server.requests().size(), times);
}

void TestLists::compressedBytesAreDeclaredUnknown()
{
    const QByteArray json = '[' + QByteArray("12345;").repeated(1000) + ']';
    const ByteServer server(
        httpAnswer(200, "application/json", qCompress(json).sliced(4), {"Content-Encoding: deflate"}));
    const auto end = listFrom(server);
    QVERIFY(end && *end);
    QCOMPARE((*end)->bytes, json.size());
    QCOMPARE(m_sink->notes().bytes, json);
    QCOMPARE(m_sink->notes().calls, (QStringList{u"begin -1"_s, u"end"_s}));
}

void TestLists::F21_F22_aWebPageNeverReachesTheSink_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("labelled") << httpAnswer(200, "text/html", "<html>");
    QTest::newRow("labelled as JSON") << jsonAnswer("<html>");
    QTest::newRow("after blanks") << jsonAnswer("\r\n  \t" + QByteArray(100'000, ' ') + "<html>");
    QTest::newRow("after a byte order mark") << jsonAnswer("\xEF\xBB\xBF<html>");
}

void TestLists::F21_F22_aWebPageNeverReachesTheSink()
{
    QFETCH(const QByteArray, bytes);
    const ByteServer server(bytes);
    QCOMPARE(errorFrom(server), ErrorKind::NotTheApi);
    QVERIFY(!m_sink->notes().bytes.contains('<'));
    QVERIFY(!m_sink->notes().calls.contains(u"end"_s));
}

void TestLists::refusalsNeverReachTheSink()
{
    for (const int status : {201, 204, 302, 400, 401, 429, 500}) {
        init();
        const ByteServer server(httpAnswer(status, "application/json", "[1;2]"));
        QVERIFY(errorFrom(server));
        QCOMPARE(m_sink->notes().calls, QStringList());
        QCOMPARE(m_sink->notes().bytes, "");
    }
}

void TestLists::F31_anEnvelopeUnder200NeverReachesTheSink()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = jsonAnswer(R"( {"ok":false,"type":"authentication_failed","code":401,
                                         "errors":[{"type":"insufficient_privileges"}]})"),
                .pause = 1ms,
                .pieceSize = 40};
    });
    QCOMPARE(errorFrom(server), ErrorKind::NotAllowed);
    QCOMPARE(m_sink->notes().bytes, "");
    QCOMPARE(m_sink->notes().calls.last(), u"breakOff"_s);
}

void TestLists::aSingleObjectIsLetThrough_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("small") << QByteArray(R"({"device_id":"A"})");
    QTest::newRow("not JSON") << QByteArray(R"({"device_id":A})");
    QTest::newRow("large") << R"({"ok":false,"code":1,"type":"x","name":")" + QByteArray(200'000, 'x')
            + "\"}";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n ");
    QTest::newRow("null") << QByteArray("null");
}

void TestLists::aSingleObjectIsLetThrough()
{
    QFETCH(const QByteArray, body);
    const ByteServer server(jsonAnswer(body));
    const auto end = listFrom(server);
    QVERIFY(end && *end);
    QCOMPARE(m_sink->notes().bytes, body);
    QCOMPARE(m_sink->notes().calls.last(), u"end"_s);
}

void TestLists::F12_aCutListIsBrokenOff()
{
    const ByteServer server(ByteServer::Script([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[1;2;]",
                .then = ByteAnswer::Then::Close};
    }));
    QCOMPARE(errorFrom(server), ErrorKind::CutShort);
    QCOMPARE(m_sink->notes().bytes, "[1;2;]");
    QCOMPARE(m_sink->notes().calls, (QStringList{u"begin 99"_s, u"breakOff"_s}));
}

void TestLists::anErrorOfTheSinkEndsTheRequest()
{
    m_sink->failAt("bad");
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n\r\n[1;bad", .filler = "more;", .fillerTimes = 1LL << 40};
    });
    const auto end = listFrom(server);
    QVERIFY(end && !*end);
    QCOMPARE(end->error().position, 7);
    QCOMPARE(end->error().host, endpointAt(server.address()).hostText());
    QCOMPARE(m_sink->notes().calls.last(), u"breakOff"_s);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLists::F5_rowsKeepTheIdleLimitAway()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {
            .bytes = jsonAnswer('[' + QByteArray("1;").repeated(20) + ']'), .pause = 50ms, .pieceSize = 10};
    });
    const auto end = listFrom(server, {.firstByte = 5s, .idle = 400ms, .total = 0s, .bytes = 1 << 20});
    QVERIFY(end && *end);
}

void TestLists::F6_bytesWithoutRowsDoNot()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n[1;" + QByteArray(4000, ' '),
                .pause = 30ms,
                .pieceSize = 30};
    });
    QCOMPARE(errorFrom(server, {.firstByte = 5s, .idle = 400ms, .total = 0s, .bytes = 1 << 20}),
             ErrorKind::TimedOut);
    QCOMPARE(m_sink->notes().calls.last(), u"breakOff"_s);
}

void TestLists::F15_aRowWithoutEndIsStopped()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n\r\n[1;",
                .filler = QByteArray(256 << 10, 'x'),
                .fillerTimes = 1LL << 40};
    });
    QCOMPARE(errorFrom(server, {.firstByte = 5s, .idle = 10s, .total = 0s, .bytes = 2LL << 30}),
             ErrorKind::TooLarge);
    QVERIFY(m_sink->notes().bytes.size() <= 65 << 20);
}

// What the reader has no time for stays with the server: neither ours nor the library's buffers take a whole list.
void TestLists::aSinkThatIsBusyHoldsTheServerBack()
{
    constexpr qint64 whole = 256LL << 20;
    constexpr qint64 mostUnderWay = 64LL << 20; // our buffer is 1 MiB, those of the system a few more
    Torrent torrent(whole);
    const auto sink = std::make_shared<BusySink>();
    ApiClient client(endpointAt(u"http://127.0.0.1:%1/api/msp"_s.arg(torrent.port())), testKey());
    const RequestHandle handle =
        client.send(ListRequest{.path = u"/device/summary"_s}, sink, this, [](const Result<ListEnd> &) { });
    torrent.pour();
    sink->letGo();
    QVERIFY2(torrent.poured() > 0 && torrent.poured() < mostUnderWay,
             qPrintable(QString::number(torrent.poured())));
}

void TestLists::droppingTheHandleBreaksTheSinkOff()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {
            .bytes = "HTTP/1.1 200 OK\r\n\r\n[1;", .pause = 1ms, .filler = "1;", .fillerTimes = 1LL << 40};
    });
    ApiClient client(endpointAt(server.address()), testKey());
    RequestHandle handle = client.send(ListRequest{.path = u"/device/summary"_s}, m_sink, this,
                                       [](const Result<ListEnd> &) { QFAIL("cancelled"); });
    QTRY_VERIFY(m_sink->notes().bytes.size() > 10);
    handle.cancel();
    QTRY_COMPARE(m_sink->notes().calls.last(), u"breakOff"_s);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLists::F42_destroyingTheClientBreaksTheSinkOff()
{
    const ByteServer server([](const ReceivedRequest &) -> ByteAnswer {
        return {.bytes = "HTTP/1.1 200 OK\r\n\r\n[1;", .filler = "1;", .fillerTimes = 1LL << 40};
    });
    auto client = std::make_unique<ApiClient>(endpointAt(server.address()), testKey());
    const RequestHandle handle = client->send(ListRequest{.path = u"/device/summary"_s}, m_sink, this,
                                              [](const Result<ListEnd> &) { QFAIL("gone"); });
    QTRY_VERIFY(m_sink->notes().bytes.size() > 10);
    client.reset();
    QCOMPARE(m_sink->notes().calls, (QStringList{u"begin -1"_s, u"breakOff"_s}));
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
