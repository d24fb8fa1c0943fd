// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A setup link taken apart. It is the server's text: nothing in it is trusted. The API key never goes there, and what mayBeOpened() does
/// not pass is not opened (it may still be shown and copied).
/// Source: API document, "Fetch Company Summary" (setup_link); API.md, row 28.
struct SetupLink
{
    QString host; ///< In lower case; empty when \a text is no address.
    QString token; ///< The last part of its path.
    bool isHttps = false;
    bool isOfKnownHost = false; ///< idrive360.com or a host below it.
    bool isPlain = false; ///< Without a user name, and on the usual port.

    bool mayBeOpened() const { return isHttps && isOfKnownHost && isPlain; }

    friend bool operator==(const SetupLink &, const SetupLink &) = default;
};

SetupLink readSetupLink(const QString &text);
