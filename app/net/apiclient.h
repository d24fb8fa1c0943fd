// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/base/secret.h"
#include "app/net/endpoint.h"
#include "app/net/jsonbody.h"
#include "app/net/readrequest.h"
#include "app/net/requesthandle.h"
#include "app/net/wirecall.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <any>
#include <functional>
#include <memory>
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
    ApiClient(Endpoint endpoint, Secret key, QObject *parent = nullptr);
    /// Ends everything under way; no handler is called any more.
    ~ApiClient() override;

    const Endpoint &endpoint() const { return m_endpoint; }

    /// Reads a small answer. \a handler stays on this thread; the answer is read on the client's.
    template <typename T>
    [[nodiscard]] RequestHandle send(const ReadRequest<T> &request, QObject *context,
                                     std::type_identity_t<std::function<void(Result<T>)>> handler)
    {
        const auto body = std::make_shared<JsonBody>();
        const auto read = [body, read = request.read,
                           host = m_endpoint.hostText()](const Result<ListEnd> &end) {
            Result<T> answer = end ? read(body->document()) : Result<T>(tl::unexpect, end.error());
            if (!answer)
                answer.error().host = host;
            return std::any(std::move(answer));
        };
        const auto handle = [handler = std::move(handler)](std::any answer) {
            handler(std::any_cast<Result<T>>(std::move(answer)));
        };
        return start({.path = request.path,
                      .query = request.query,
                      .limits = request.limits,
                      .body = body,
                      .answer = read},
                     context, handle);
    }

    /// The list's bytes go to \a sink, on the client's thread, while they arrive.
    [[nodiscard]] RequestHandle send(const ListRequest &request, std::shared_ptr<BodySink> sink,
                                     QObject *context, std::function<void(Result<ListEnd>)> handler);

private:
    friend class RequestHandle;

    // What stays on this thread while its call is away.
    struct Pending
    {
        QMetaObject::Connection contextGone;
        std::function<void(std::any)> handle;
    };

    RequestHandle start(WireCall call, QObject *context, std::function<void(std::any)> handle);
    bool isPending(quint64 id) const { return m_pending.contains(id); }
    Pending takePending(quint64 id);
    void cancel(quint64 id);
    void deliver();

    Endpoint m_endpoint;
    QHash<quint64, Pending> m_pending;
    quint64 m_lastId = 0;
    std::shared_ptr<Channel<WireDelivery>> m_deliveries;
    std::shared_ptr<Channel<WireCommand>> m_commands;
    QThread m_thread;
};
