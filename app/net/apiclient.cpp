// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/apiclient.h"

#include "app/net/listbody.h"
#include "app/net/serverclock.h"
#include "app/net/wire.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

ApiClient::ApiClient(Endpoint endpoint, Secret key, std::shared_ptr<ReadRetries> retries, QObject *parent)
    : QObject(parent), m_endpoint(std::move(endpoint)), m_retries(std::move(retries)),
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
    m_commands->push(WireLeave{});
    m_thread.wait();
    // what a handler holds may hold a handle of this client: it finds nothing to cancel any more
    auto pending = std::exchange(m_pending, {});
    for (auto [id, call] : pending.asKeyValueRange()) {
        if (call.isWrite)
            m_pending[id] = std::move(call);
    }
    pending.clear();
    deliver();
}

void ApiClient::setKey(Secret key)
{
    m_commands->push(WireKey{std::move(key)});
    m_firstWithKey = m_lastId + 1;
    if (std::exchange(m_isKeyRefused, false))
        emit keyRefusedChanged(false);
}

RequestHandle ApiClient::send(const ListRequest &request, std::shared_ptr<BodySink> sink, QObject *context,
                              std::function<void(Result<ListEnd>)> handler)
{
    const auto pass = [](const ListEnd &end) {
        return WireAnswer{.value = end};
    };
    return start({.path = request.path,
                  .query = request.query,
                  .limits = request.limits,
                  .body = std::make_shared<ListBody>(std::move(sink)),
                  .answer = pass},
                 context, typed<ListEnd>(std::move(handler)));
}

RequestHandle ApiClient::start(WireCall call, QObject *context, std::function<void(WireAnswer)> handle)
{
    const quint64 id = ++m_lastId;
    call.id = id;
    const auto contextGone = connect(context, &QObject::destroyed, this, [this, id] { cancel(id); });
    Pending pending{.contextGone = contextGone, .handle = std::move(handle)};
    if (m_retries)
        pending.call = call;
    m_pending[id] = std::move(pending);
    m_commands->push(std::move(call));
    return RequestHandle(this, id);
}

void ApiClient::startWrite(WireCall call, QObject *context, std::function<void(WireAnswer)> handle)
{
    const quint64 id = ++m_lastId;
    call.id = id;
    // the handler may hold what goes with its context; the change itself stays
    const auto contextGone = connect(context, &QObject::destroyed, this, [this, id] {
        const auto forgotten = std::exchange(m_pending[id].handle, {});
    });
    m_pending.insert(id, {.contextGone = contextGone, .handle = std::move(handle), .isWrite = true});
    ++m_writes;
    m_commands->push(std::move(call));
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
        delivery.record.againAfter = waitToSendAgain(delivery);
        m_log.add(delivery.record);
        if (self)
            noteKey(delivery);
        if (self && delivery.clockAhead)
            noteClock(*delivery.clockAhead);
        if (!self)
            return;
        if (!delivery.record.againAfter && isPending(delivery.id))
            handOver(delivery);
        if (!self)
            return;
    }
}

void ApiClient::handOver(WireDelivery &delivery)
{
    const QPointer<ApiClient> self(this);
    const Pending pending = takePending(delivery.id);
    const bool wasLastWrite = pending.isWrite && --m_writes == 0;
    if (pending.handle)
        pending.handle(std::move(delivery.answer));
    if (wasLastWrite && self && m_writes == 0)
        emit writesEnded();
}

// A call that waits to be sent again is pending as before: cancelling it, or its context's end, ends the waiting too.
std::optional<std::chrono::milliseconds> ApiClient::waitToSendAgain(const WireDelivery &delivery)
{
    const auto pending = m_pending.constFind(delivery.id);
    if (!delivery.answer.error || !delivery.mayBeSentAgain || pending == m_pending.cend() || !pending->call)
        return std::nullopt;
    const auto wait = m_retries->next(*delivery.answer.error, delivery.record.attempt);
    if (wait)
        m_retries->clock().callAfter(*wait, this, [this, id = delivery.id] { sendAgain(id); });
    return wait;
}

void ApiClient::sendAgain(quint64 id)
{
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    ++pending->call->attempt;
    m_commands->push(*pending->call);
}

// An answer to an earlier key says nothing about this one, and no answer says nothing about any.
void ApiClient::noteKey(const WireDelivery &delivery)
{
    const std::optional<ApiError> &error = delivery.answer.error;
    const bool isRefused = error && error->kind == ErrorKind::KeyRefused;
    const bool isTaken = !error || error->kind == ErrorKind::NotAllowed;
    if (delivery.id < m_firstWithKey || isRefused == m_isKeyRefused || !(isRefused || isTaken))
        return;
    m_isKeyRefused = isRefused;
    emit keyRefusedChanged(isRefused);
}

void ApiClient::noteClock(std::chrono::seconds ahead)
{
    const bool differs = std::chrono::abs(ahead) >= clocksMayDiffer;
    const bool did = m_clockAhead.count() != 0;
    m_clockAhead = differs ? ahead : std::chrono::seconds(0);
    if (differs != did)
        emit clockAheadChanged();
}
