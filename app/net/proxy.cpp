// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxy.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace {

/// The library asks it for each connection, on whatever thread that is made, under a lock of its own.
class ChosenProxy : public QNetworkProxyFactory
{
public:
    ChosenProxy(const std::optional<ProxyAddress> &own, const std::optional<ProxyLogin> &login)
    {
        if (own)
            m_own = QNetworkProxy(QNetworkProxy::HttpProxy, own->host, own->port);
        if (login) {
            m_name = login->name;
            m_password = QString::fromUtf8(login->password.reveal());
        }
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        const bool isThisComputer = host == "localhost"_L1 || QHostAddress(host).isLoopback();
        if (isThisComputer)
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        QList<QNetworkProxy> proxies = m_own ? QList<QNetworkProxy>{*m_own} : systemProxyForQuery(query);
        for (QNetworkProxy &proxy : proxies)
            signIn(proxy);
        return proxies;
    }

private:
    // A login that the proxy does not take is tried once and no second time, because nobody answers the library's question for another.
    void signIn(QNetworkProxy &proxy) const
    {
        if (m_name.isEmpty() || proxy.type() == QNetworkProxy::NoProxy || !proxy.user().isEmpty())
            return;
        proxy.setUser(m_name);
        proxy.setPassword(m_password);
    }

    std::optional<QNetworkProxy> m_own;
    QString m_name;
    QString m_password;
};

} // namespace

void useProxy(const std::optional<ProxyAddress> &own, const std::optional<ProxyLogin> &login)
{
    QNetworkProxyFactory::setApplicationProxyFactory(new ChosenProxy(own, login)); // the library owns it
}

bool goesThroughProxy(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.constFirst().type() != QNetworkProxy::NoProxy
        && proxies.constFirst().type() != QNetworkProxy::DefaultProxy;
}
