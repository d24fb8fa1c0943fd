// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace {

constexpr auto idriveAddress = "https://api.idrive360.com/api/msp"_L1;

QString sentence(const char *text)
{
    return QCoreApplication::translate("Endpoint", text);
}

// By name and number only, never by asking a name server: "localhost.example.com" is somebody else's computer.
bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

int standardPort(const QUrl &url)
{
    return url.scheme() == "https"_L1 ? 443 : 80;
}

// What is wrong with it; empty when nothing is.
QString faultOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return sentence(QT_TRANSLATE_NOOP("Endpoint",
                                          "This is not a web address. An endpoint looks like "
                                          "https://api.idrive360.com/api/msp."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return sentence(QT_TRANSLATE_NOOP("Endpoint", "An endpoint begins with https://."));
    if (url.scheme() == "http"_L1 && !isThisComputer(url.host()))
        return sentence(QT_TRANSLATE_NOOP("Endpoint",
                                          "The API key would travel unencrypted. Use https://; http:// is "
                                          "accepted for this computer only (127.0.0.1, ::1, localhost)."));
    if (!url.userInfo().isEmpty())
        return sentence(QT_TRANSLATE_NOOP("Endpoint", "An endpoint holds no user name and no password."));
    if (url.hasQuery() || url.hasFragment())
        return sentence(
            QT_TRANSLATE_NOOP("Endpoint", "An endpoint ends with its path: nothing may follow a ? or #."));
    return {};
}

} // namespace

Endpoint Endpoint::idrive()
{
    return Endpoint(QUrl(idriveAddress));
}

tl::expected<Endpoint, QString> Endpoint::parse(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (const QString fault = faultOf(url); !fault.isEmpty())
        return tl::make_unexpected(fault);

    if (url.port() == standardPort(url))
        url.setPort(-1);
    url = url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    if (url.path() == "/"_L1)
        url.setPath(QString());
    return Endpoint(url);
}

QString Endpoint::hostText() const
{
    const QString host = m_url.host().contains(u':') ? u'[' % m_url.host() % u']' : m_url.host();
    return m_url.port() < 0 ? host : host % u':' % QString::number(m_url.port());
}

bool Endpoint::isIdrive() const
{
    return isEncrypted() && hostText() == idrive().hostText();
}

bool Endpoint::isEncrypted() const
{
    return m_url.scheme() == "https"_L1;
}
