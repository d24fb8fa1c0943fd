// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wire.h"

#include "app/base/log.h"
#include "app/net/readoncebody.h"
#include "app/net/wirereply.h"
#include "app/net/wirerequest.h"

#include <QCoreApplication>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostUnderWay = 4;

// Each request says already that it wants no cookies; this jar has nowhere to put one.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

// The application's proxies; but where there is none, plain HTTP is to have a buffer at its socket. Without one, which is the library's
// way to go when it is told of no proxy, it takes no notice when the head of a request cannot be written because the connection was
// reset a moment ago, and the request would never end. The socket asks again, and connects directly.
class BufferedProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QList<QNetworkProxy> proxies = proxyForQuery(query);
        const bool isDirect = proxies.isEmpty() || proxies.constFirst().type() == QNetworkProxy::NoProxy;
        if (!isDirect || query.protocolTag() != "http"_L1)
            return proxies;
        QNetworkProxy whateverTheSocketFinds(QNetworkProxy::DefaultProxy);
        whateverTheSocketFinds.setCapabilities(QNetworkProxy::TunnelingCapability);
        return {whateverTheSocketFinds};
    }
};

QByteArray verbOf(const WireCall &call)
{
    if (!call.upload)
        return "GET";
    return call.upload->verb == WriteVerb::Post ? "POST" : "PUT";
}

CallRecord recordOf(const WireCall &call, const WireAnswer &answer, const Result<ListEnd> &end)
{
    return {.call = call.id,
            .attempt = call.attempt,
            .verb = verbOf(call),
            .target = wireTarget(call),
            .httpStatus = end ? end->httpStatus : end.error().httpStatus,
            .error = answer.error ? std::optional(answer.error->kind) : std::nullopt};
}

// What becomes of a change whose turn did not come.
ApiError leftBehind()
{
    return {.kind = ErrorKind::NotConnected,
            .fate = Fate::NotSent,
            .serverMessage =
                QCoreApplication::translate("ApiError", "The account was closed before its turn came.")};
}

} // namespace

Wire::Wire(Endpoint endpoint, Secret key, std::shared_ptr<Channel<WireDelivery>> deliveries)
    : m_endpoint(std::move(endpoint)), m_key(std::move(key)), m_deliveries(std::move(deliveries)),
      m_commands(Channel<WireCommand>::create(this, [this] { obey(); })), m_manager(this)
{
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setProxyFactory(new BufferedProxies);
    m_manager.setAutoDeleteReplies(false);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Wire::~Wire() = default;

void Wire::obey()
{
    for (WireCommand &command : m_commands->takeAll()) {
        if (WireCall *call = std::get_if<WireCall>(&command))
            m_waiting.push_back(std::move(*call));
        else if (const WireCancel *unwanted = std::get_if<WireCancel>(&command))
            cancel(unwanted->id);
        else if (WireKey *other = std::get_if<WireKey>(&command))
            m_key = std::move(other->key);
        else
            leave();
    }
    startNext();
}

void Wire::cancel(quint64 id)
{
    std::erase_if(m_waiting, [id](const WireCall &call) { return call.id == id; });
    m_underWay.erase(id);
}

void Wire::leave()
{
    m_isLeaving = true;
    for (WireCall &call : std::exchange(m_waiting, {})) {
        if (call.upload)
            deliver({.call = std::move(call)}, tl::make_unexpected(leftBehind()));
    }
    std::erase_if(m_underWay, [](const auto &entry) { return !entry.second.call.upload; });
    endIfLeft();
}

void Wire::endIfLeft()
{
    if (m_isLeaving && m_underWay.empty())
        thread()->quit();
}

void Wire::startNext()
{
    while (m_underWay.size() < mostUnderWay && !m_waiting.empty()) {
        WireCall call = std::move(m_waiting.front());
        m_waiting.pop_front();
        start(std::move(call));
    }
}

void Wire::start(WireCall call)
{
    const Result<QNetworkRequest> request = makeWireRequest(m_endpoint, m_key, call);
    if (!request) {
        deliver({.call = std::move(call)}, tl::make_unexpected(request.error()));
        return;
    }
    const quint64 id = call.id;
    auto reply = send(*request, call);
    connect(reply.get(), &WireReply::ended, this, [this, id] { finish(id); });
    m_underWay.emplace(id, UnderWay{.call = std::move(call), .reply = std::move(reply)});
}

// The one place where a request goes out.
std::unique_ptr<WireReply> Wire::send(const QNetworkRequest &request, const WireCall &call)
{
    if (!call.upload) {
        auto *nothing = new ReadOnceBody({});
        QNetworkReply *answer = m_manager.sendCustomRequest(request, verbOf(call), nothing);
        nothing->setParent(answer);
        return std::make_unique<WireReply>(answer, call.limits, call.body);
    }
    auto *body = new ReadOnceBody(call.upload->json);
    QNetworkReply *reply =
        call.upload->verb == WriteVerb::Post ? m_manager.post(request, body) : m_manager.put(request, body);
    return std::make_unique<WireReply>(reply, call.limits, call.body, body);
}

void Wire::finish(quint64 id)
{
    UnderWay ended = std::move(m_underWay.extract(id).mapped());
    const Result<ListEnd> outcome = ended.reply->outcome();
    deliver(std::move(ended), outcome);
    startNext();
    endIfLeft();
}

void Wire::deliver(UnderWay ended, const Result<ListEnd> &end)
{
    const WireCall &call = ended.call;
    WireAnswer answer = end ? call.answer(*end) : WireAnswer{.error = end.error()};
    if (answer.error) {
        answer.error->host = m_endpoint.hostText();
        answer.error->isWrite = call.upload.has_value();
        if (end)
            answer.error->httpStatus = end->httpStatus;
    }
    qCDebug(lcNet) << call.path << (answer.error ? answer.error->what() : u"read"_s);
    CallRecord record = recordOf(call, answer, end);
    record.startedAt = ended.startedAt;
    record.duration = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
                                                                            - ended.startedBy);
    bool mayBeSentAgain = !call.upload;
    std::optional<std::chrono::seconds> clockAhead;
    if (ended.reply) {
        clockAhead = ended.reply->clockAhead();
        record.bytesSent = ended.reply->bytesSent();
        record.bytesReceived = ended.reply->bytesReceived();
        mayBeSentAgain &= call.bodyMayBeginAgain || !ended.reply->hasBodyBegun();
        ended.reply.release()->deleteLater(); // it is just now emitting
    }
    m_deliveries->push({.id = call.id,
                        .answer = std::move(answer),
                        .mayBeSentAgain = mayBeSentAgain,
                        .clockAhead = clockAhead,
                        .record = std::move(record)});
}
