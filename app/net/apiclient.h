// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/base/secret.h"
#include "app/net/calllog.h"
#include "app/net/endpoint.h"
#include "app/net/jsonbody.h"
#include "app/net/readrequest.h"
#include "app/net/readretries.h"
#include "app/net/requesthandle.h"
#include "app/net/wirecall.h"
#include "app/net/writepass.h"

#include <QHash>
#include <QJsonDocument>
#include <QObject>
#include <QThread>

#include <any>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

/// Sends requests to one endpoint with one key: at most four at a time, each within its limits, on a thread of its own.
/// Follows no redirect, keeps no cookie, speaks HTTP/1.1 only, and gives the key to the endpoint's origin alone.
///
/// A handler is called once or never, on the caller's thread, never before send() returns; never once its handle or its
/// context is gone. It may drop its handle, send again, or destroy the client.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    /// Reads that fail are sent again as \a retries says; without it each call has one attempt.
    ApiClient(Endpoint endpoint, Secret key, std::shared_ptr<ReadRetries> retries = {},
              QObject *parent = nullptr);
    /// Ends every read; its handler is not called any more. A change that is on the wire is waited for, up to its limits, and its
    /// handler is called from here; one that still waits for its turn ends as not sent. Whoever does not want to wait
    /// lets the client go after writesEnded().
    ~ApiClient() override;

    const Endpoint &endpoint() const { return m_endpoint; }
    /// Everything that is sent from now on carries \a key; what is on the wire already goes on with the one before.
    void setKey(Secret key);
    /// The server's last word about the key was a refusal.
    bool isKeyRefused() const { return m_isKeyRefused; }
    /// How far the server's clock is ahead of this computer's, where the two differ by clocksMayDiffer or more; else 0.
    std::chrono::seconds clockAhead() const { return m_clockAhead; }
    /// Every attempt that ended.
    const CallLog &log() const { return m_log; }

    /// Reads a small answer. \a handler stays on this thread; the answer is read on the client's.
    template <typename T>
    [[nodiscard]] RequestHandle send(const ReadRequest<T> &request, QObject *context,
                                     std::type_identity_t<std::function<void(Result<T>)>> handler)
    {
        const auto body = std::make_shared<JsonBody>();
        return start({.path = request.path,
                      .query = request.query,
                      .limits = request.limits,
                      .body = body,
                      .bodyMayBeginAgain = true,
                      .answer = reading<T>(body, request.read)},
                     context, typed<T>(std::move(handler)));
    }

    /// The list's bytes go to \a sink, on the client's thread, while they arrive. A list that breaks after its answer began is
    /// not sent again: its rows are with the sink already, and those of another answer need not be the same.
    [[nodiscard]] RequestHandle send(const ListRequest &request, std::shared_ptr<BodySink> sink,
                                     QObject *context, std::function<void(Result<ListEnd>)> handler);

    /// Sends a change, once: for WriteDoor alone. Nothing takes it back: if \a context goes, the change goes on and nobody is
    /// called.
    template <typename T>
    void sendWrite(WritePass /*pass*/, const WriteRequest<T> &request, QObject *context,
                   std::type_identity_t<std::function<void(Result<T>)>> handler)
    {
        const auto body = std::make_shared<JsonBody>();
        startWrite(
            {.path = request.path,
             .query = request.query,
             .limits = request.limits,
             .upload = WireUpload{request.verb, QJsonDocument(request.body).toJson(QJsonDocument::Compact)},
             .body = body,
             .answer = reading<T>(body, request.read)},
            context, typed<T>(std::move(handler)));
    }

    /// How many changes were handed over and have not come to their end.
    int writesUnderWay() const { return m_writes; }

signals:
    /// The server began to refuse the key, or takes it (again). Said once for any number of calls.
    void keyRefusedChanged(bool isRefused);
    /// The clocks began to differ, or agree again; see clockAhead().
    void clockAheadChanged();
    /// No change is under way any more: the client can go without waiting.
    void writesEnded();

private:
    friend class RequestHandle;

    // What stays on this thread while its call is away.
    struct Pending
    {
        QMetaObject::Connection contextGone;
        std::function<void(WireAnswer)> handle;
        bool isWrite = false;
        std::optional<WireCall> call{}; // of a read that may be sent again
    };

    // Reads, on the client's thread, what \a body has collected.
    template <typename T>
    static std::function<WireAnswer(const ListEnd &)> reading(std::shared_ptr<JsonBody> body,
                                                              Result<T> (*read)(const QJsonDocument &))
    {
        return [body = std::move(body), read](const ListEnd &) -> WireAnswer {
            Result<T> answer = read(body->document());
            if (!answer)
                return {.error = std::move(answer.error())};
            if constexpr (std::is_void_v<T>)
                return {};
            else
                return {.value = std::move(*answer)};
        };
    }
    template <typename T>
    static std::function<void(WireAnswer)> typed(std::function<void(Result<T>)> handler)
    {
        return [handler = std::move(handler)](WireAnswer answer) {
            if (answer.error)
                handler(tl::make_unexpected(std::move(*answer.error)));
            else if constexpr (std::is_void_v<T>)
                handler({});
            else
                handler(std::any_cast<T>(std::move(answer.value)));
        };
    }

    RequestHandle start(WireCall call, QObject *context, std::function<void(WireAnswer)> handle);
    void startWrite(WireCall call, QObject *context, std::function<void(WireAnswer)> handle);
    bool isPending(quint64 id) const { return m_pending.contains(id); }
    Pending takePending(quint64 id);
    void cancel(quint64 id);
    void deliver();
    void handOver(WireDelivery &delivery);
    std::optional<std::chrono::milliseconds> waitToSendAgain(const WireDelivery &delivery);
    void sendAgain(quint64 id);
    void noteKey(const WireDelivery &delivery);
    void noteClock(std::chrono::seconds ahead);

    Endpoint m_endpoint;
    std::shared_ptr<ReadRetries> m_retries;
    CallLog m_log;
    QHash<quint64, Pending> m_pending;
    quint64 m_lastId = 0;
    int m_writes = 0;
    quint64 m_firstWithKey = 1; // calls before this one carry an earlier key
    bool m_isKeyRefused = false;
    std::chrono::seconds m_clockAhead{0};
    std::shared_ptr<Channel<WireDelivery>> m_deliveries;
    std::shared_ptr<Channel<WireCommand>> m_commands;
    QThread m_thread;
};
