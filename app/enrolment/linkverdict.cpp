// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/linkverdict.h"

#include "app/base/visibletext.h"
#include "app/enrolment/setuplink.h"

#include <QCoreApplication>

namespace {

struct LinkVerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(LinkVerdict)
};

} // namespace

LinkVerdict linkVerdict(const QString &link, const Endpoint &endpoint)
{
    const SetupLink parts = readSetupLink(link);
    if (parts.host.isEmpty())
        return {.sentence = LinkVerdictWords::tr("This is no address of a web page, so it is not opened.")};
    if (!parts.isHttps)
        return {.host = parts.host,
                .sentence = LinkVerdictWords::tr("The link is not encrypted (https), so it is not opened.")};
    if (!parts.isPlain)
        return {.host = parts.host,
                .sentence = LinkVerdictWords::tr(
                    "The link holds a user name or an unusual port, as forged links do. It is not opened.")};
    const bool isOfApi = parts.host == endpoint.url().host(QUrl::FullyEncoded).toLower()
        || (endpoint.isIdrive() && parts.isOfKnownHost);
    if (isOfApi)
        return {.opening = LinkOpening::Open, .host = parts.host};
    return {.opening = LinkOpening::AskFirst,
            .host = parts.host,
            .sentence = LinkVerdictWords::tr("The link leads to %1, which is not the host of this account’s "
                                             "API. Open it only if you know that host.")
                            .arg(visibleText(parts.host))};
}
