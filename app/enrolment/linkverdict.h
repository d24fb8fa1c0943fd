// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoint.h"

#include <QString>

enum class LinkOpening {
    Open,
    AskFirst, ///< Another host than the API's: once, naming it.
    Never,
};

/// Whether a setup link may be opened in the browser.
struct LinkVerdict
{
    LinkOpening opening = LinkOpening::Never;
    QString host{}; ///< In lower case, ASCII; empty when the text is no address.
    QString sentence{}; ///< Why it is not opened at once; empty for Open.

    friend bool operator==(const LinkVerdict &, const LinkVerdict &) = default;
};

/// \a link comes from a server or a mail: only https, without a user name, on the usual port, is ever opened; at once only at the host
/// of \a endpoint, and at IDrive's own while that is IDrive's.
/// Source: API.md, row 28.
LinkVerdict linkVerdict(const QString &link, const Endpoint &endpoint);
