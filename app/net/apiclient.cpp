// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/apiclient.h"

#include "app/net/listbody.h"
#include "app/net/wire.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

ApiClient::ApiClient(Endpoint endpoint, Secret key, QObject *parent)
    : QObject(parent), m_endpoint(std::move(endpoint)),
      m_deliveries(Channel<WireDelivery>::create(this, [this] { deliver(); }))
{
    auto *wire = new Wire(m_endpoint, std::move(key), m_deliveries);
    m_commands = wire->commands();
    wire->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, wire, &QObject::deleteLater);
    m_thread.setObjectName(u"wire"_s);
    m_thread.start();
}

ApiClient::~ApiClient()
{
    m_thread.quit();
    m_thread.wait();
    // what a handler holds may hold a handle of this client: it finds nothing to cancel any more
    const auto forgotten = std::exchange(m_pending, {});
}

RequestHandle ApiClient::send(const ListRequest &request, std::shared_ptr<BodySink> sink, QObject *context,
                              std::function<void(Result<ListEnd>)> handler)
{
    const auto pass = [](const Result<ListEnd> &end) {
        return std::any(end);
    };
    const auto handle = [handler = std::move(handler)](std::any answer) {
        handler(std::any_cast<Result<ListEnd>>(std::move(answer)));
    };
    return start({.path = request.path,
                  .query = request.query,
                  .limits = request.limits,
                  .body = std::make_shared<ListBody>(std::move(sink)),
                  .answer = pass},
                 context, handle);
}

RequestHandle ApiClient::start(WireCall call, QObject *context, std::function<void(std::any)> handle)
{
    const quint64 id = ++m_lastId;
    call.id = id;
    const auto contextGone = connect(context, &QObject::destroyed, this, [this, id] { cancel(id); });
    m_pending.insert(id, {contextGone, std::move(handle)});
    m_commands->push(std::move(call));
    return RequestHandle(this, id);
}

ApiClient::Pending ApiClient::takePending(quint64 id)
{
    Pending pending = m_pending.take(id);
    disconnect(pending.contextGone);
    return pending;
}

void ApiClient::cancel(quint64 id)
{
    if (!isPending(id))
        return;
    takePending(id);
    m_commands->push(WireCancel{id});
}

void ApiClient::deliver()
{
    const QPointer<ApiClient> self(this); // a handler may destroy the client
    for (WireDelivery &delivery : m_deliveries->takeAll()) {
        if (!self)
            return;
        if (isPending(delivery.id))
            takePending(delivery.id).handle(std::move(delivery.answer));
    }
}
