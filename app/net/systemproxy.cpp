// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/systemproxy.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

QList<QNetworkProxy> SystemProxy::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    const bool isThisComputer = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    if (isThisComputer)
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}
