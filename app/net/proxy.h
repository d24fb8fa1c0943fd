// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QString>

#include <optional>

class QUrl;

/// Where a proxy of the person's own listens. It speaks HTTP, and is asked to CONNECT: what goes through it is encrypted.
struct ProxyAddress
{
    QString host;
    quint16 port = 0;

    friend bool operator==(const ProxyAddress &, const ProxyAddress &) = default;
};

/// What a proxy wants to know of whoever goes through it.
struct ProxyLogin
{
    QString name;
    Secret password;
};

/// Every call of this process that begins from now on goes through \a own, or without it through what the system says; in either case
/// signed in by \a login, unless the system's settings hold a name of their own. Never through one to this computer itself: the sandbox is
/// not reached through the office. From any thread.
void useProxy(const std::optional<ProxyAddress> &own, const std::optional<ProxyLogin> &login);

/// True when a call to \a url goes through a proxy as things are. From any thread.
bool goesThroughProxy(const QUrl &url);
