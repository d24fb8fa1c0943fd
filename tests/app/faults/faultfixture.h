// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"
#include "tests/support/fakeretryclock.h"
#include "tests/support/testauthority.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

/// How a test reaches its server.
enum class Over { Tcp, Tls };
Q_DECLARE_METATYPE(Over)
Q_DECLARE_METATYPE(ByteAnswer)
Q_DECLARE_METATYPE(ErrorKind)

/// The authority of this test program, which its process trusts.
inline const TestAuthority &trustedAuthority()
{
    static const TestAuthority authority;
    static const bool isTrusted = [] {
        authority.trustInThisProcess();
        return true;
    }();
    Q_UNUSED(isTrusted)
    return authority;
}

inline ByteServer::Setup reachedOver(Over over, ByteServer::EarlyScript early = {})
{
    return {.tls = over == Over::Tls ? std::optional(trustedAuthority().server()) : std::nullopt,
            .early = std::move(early)};
}

/// Waits for an answer, no longer than any limit of the tests. (QTest::qWaitFor() sleeps between its looks: too slow for a
/// thousand requests.)
class Waiting
{
public:
    void over() { m_loop.quit(); }
    void wait()
    {
        QTimer::singleShot(std::chrono::seconds(50), &m_loop, &QEventLoop::quit);
        m_loop.exec();
    }

private:
    QEventLoop m_loop;
};

/// A client that asks again for a read that failed, as the console's do, but without waiting. On a kept connection it takes that
/// to be sure of an answer: its end may meet the request on the way.
inline ApiClient retryingClientAt(const QString &address)
{
    return ApiClient(endpointAt(address), testKey(), FakeRetries().retries);
}

/// One read, seen by who asked for it.
struct SeenRead
{
    int calls = 0; ///< How often the handler was called.
    std::optional<QJsonDocument> answer;
    std::optional<ApiError> error;
    std::chrono::milliseconds duration{0};
};

/// Asks for \a request and waits for the end.
inline SeenRead readBy(ApiClient &client, const ReadRequest<QJsonDocument> &request = anything())
{
    SeenRead seen;
    QElapsedTimer clock;
    clock.start();
    QObject context;
    Waiting waiting;
    const RequestHandle handle = client.send(request, &context, [&](Result<QJsonDocument> came) {
        ++seen.calls;
        if (came)
            seen.answer = *came;
        else
            seen.error = came.error();
        waiting.over();
    });
    waiting.wait();
    seen.duration = std::chrono::milliseconds(clock.elapsed());
    QCoreApplication::processEvents(); // a second call would be waiting by now
    return seen;
}

/// Asks a new client for \a request, waits for the end, and lets the client go.
inline SeenRead readAt(const QString &address, const ReadRequest<QJsonDocument> &request = anything())
{
    ApiClient client(endpointAt(address), testKey());
    return readBy(client, request);
}

inline SeenRead readAt(const QString &address, const Limits &limits)
{
    return readAt(address, anything(QStringLiteral("/company"), limits));
}

/// How late an end may come after its limit: no promise of the console, but room for a busy computer.
inline constexpr std::chrono::seconds slack{5};

/// Limits of which one is to pass.
inline Limits firstByteWithin(std::chrono::milliseconds limit)
{
    Limits limits = roomyLimits();
    limits.firstByte = limit;
    return limits;
}
inline Limits idleWithin(std::chrono::milliseconds limit)
{
    Limits limits = roomyLimits();
    limits.idle = limit;
    return limits;
}
inline Limits totalWithin(std::chrono::milliseconds limit)
{
    Limits limits = roomyLimits();
    limits.total = limit;
    return limits;
}
inline Limits bytesWithin(qint64 bytes)
{
    Limits limits = roomyLimits();
    limits.bytes = bytes;
    return limits;
}

/// Where the key went: true when one of the bytes that \a server got are the key's.
inline bool hasKey(const ByteServer &server)
{
    const QByteArray key = testKey().reveal().toByteArray();
    const QByteArrayList received = server.received();
    return std::ranges::any_of(received, [&](const QByteArray &bytes) { return bytes.contains(key); });
}
