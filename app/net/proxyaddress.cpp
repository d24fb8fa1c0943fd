// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxyaddress.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65535;

QString words(const char *text)
{
    return QCoreApplication::translate("ProxyAddress", text);
}

/// \a host as the host of an address; empty when it is none.
QString hostOf(const QString &host)
{
    QUrl url;
    url.setHost(host, QUrl::StrictMode);
    return url.host();
}

std::optional<quint16> portOf(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    if (!isNumber || port < 1 || port > highestPort)
        return std::nullopt;
    return static_cast<quint16>(port);
}

/// Takes a whole address apart.
QString splitAddress(QString &host, QString &port)
{
    const QUrl url(host.contains("://"_L1) ? host : u"http://"_s + host, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    if (!url.userInfo().isEmpty())
        return words(QT_TRANSLATE_NOOP("ProxyAddress",
                                       "Write the name and the password below, not into the address."));
    if (url.scheme() != "http"_L1)
        return words(QT_TRANSLATE_NOOP("ProxyAddress", "Steward goes through HTTP proxies only."));
    host = url.host();
    if (port.isEmpty() && url.port() > 0)
        port = QString::number(url.port());
    return {};
}

} // namespace

ProxyReading readProxyAddress(const QString &host, const QString &port)
{
    QString name = host.trimmed();
    QString number = port.trimmed();
    ProxyReading reading;
    if (name.contains(u':') || name.contains(u'/'))
        reading.hostFault = splitAddress(name, number);
    const QString valid = hostOf(name);
    const std::optional<quint16> validPort = portOf(number);
    if (reading.hostFault.isEmpty() && name.isEmpty())
        reading.hostFault = words(QT_TRANSLATE_NOOP("ProxyAddress", "Write the name of the proxy's host."));
    else if (reading.hostFault.isEmpty() && valid.isEmpty())
        reading.hostFault = words(QT_TRANSLATE_NOOP("ProxyAddress", "This is no name of a host."));
    if (!validPort)
        reading.portFault =
            words(QT_TRANSLATE_NOOP("ProxyAddress", "Write its port, a number from 1 to 65535."));
    if (reading.hostFault.isEmpty() && validPort)
        reading.address = ProxyAddress{.host = valid, .port = *validPort};
    return reading;
}

QJsonValue proxyToJson(const std::optional<ProxyAddress> &proxy)
{
    return proxy ? QJsonValue(QJsonObject{{u"host"_s, proxy->host}, {u"port"_s, proxy->port}}) : QJsonValue();
}

std::optional<ProxyAddress> proxyFromJson(const QJsonValue &json)
{
    const QString port = QString::number(json[u"port"].toInt());
    return readProxyAddress(json[u"host"].toString(), port).address;
}

QString proxyText(const ProxyAddress &proxy)
{
    const QString host = proxy.host.contains(u':') ? u'[' + proxy.host + u']' : proxy.host;
    return host + u':' + QString::number(proxy.port);
}
