// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/setuplink.h"

#include <QUrl>

using namespace Qt::StringLiterals;

SetupLink readSetupLink(const QString &text)
{
    // Strict: "https://a\@b" has another host in a browser than here.
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return {};
    SetupLink link;
    link.host = url.host(QUrl::FullyEncoded).toLower();
    link.isHttps = url.scheme() == "https"_L1;
    link.isOfKnownHost = link.host == "idrive360.com"_L1 || link.host.endsWith(".idrive360.com"_L1);
    link.isPlain = url.userInfo().isEmpty() && !url.authority().contains(u'@') && url.port(443) == 443;
    QString path = url.path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    link.token = path.section(u'/', -1);
    return link;
}
