// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wire.h"

#include "app/base/log.h"
#include "app/net/wirereply.h"
#include "app/net/wirerequest.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>

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

} // namespace

Wire::Wire(Endpoint endpoint, Secret key, std::shared_ptr<Channel<WireDelivery>> deliveries)
    : m_endpoint(std::move(endpoint)), m_key(std::move(key)), m_deliveries(std::move(deliveries)),
      m_commands(Channel<WireCommand>::create(this, [this] { obey(); })), m_manager(this)
{
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setAutoDeleteReplies(false);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Wire::~Wire() = default;

void Wire::obey()
{
    for (WireCommand &command : m_commands->takeAll()) {
        if (WireCall *call = std::get_if<WireCall>(&command))
            m_waiting.push_back(std::move(*call));
        else
            cancel(std::get<WireCancel>(command).id);
    }
    startNext();
}

void Wire::cancel(quint64 id)
{
    std::erase_if(m_waiting, [id](const WireCall &call) { return call.id == id; });
    m_underWay.erase(id);
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
        deliver(call, tl::make_unexpected(request.error()));
        return;
    }
    const quint64 id = call.id;
    auto reply = std::make_unique<WireReply>(m_manager.get(*request), call.limits, call.body);
    connect(reply.get(), &WireReply::ended, this, [this, id] { finish(id); });
    m_underWay.emplace(id, UnderWay{std::move(call), std::move(reply)});
}

void Wire::finish(quint64 id)
{
    UnderWay ended = std::move(m_underWay.extract(id).mapped());
    deliver(ended.call, ended.reply->outcome());
    ended.reply.release()->deleteLater(); // it is just now emitting
    startNext();
}

void Wire::deliver(const WireCall &call, Result<ListEnd> end)
{
    if (!end)
        end.error().host = m_endpoint.hostText();
    qCDebug(lcNet) << call.path << (end ? u"read"_s : end.error().what());
    m_deliveries->push({.id = call.id, .answer = call.answer(end)});
}
