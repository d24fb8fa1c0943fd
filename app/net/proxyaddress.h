// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/proxy.h"

#include <QJsonValue>

/// What the person wrote as a proxy: an address, or what is wrong with which field, a sentence each.
struct ProxyReading
{
    std::optional<ProxyAddress> address;
    QString hostFault;
    QString portFault;
};

/// \a host may be a whole address that was pasted ("http://proxy.example:3128/"): its port then counts where \a port is empty. Name and
/// password in it are a fault: they do not belong into a file.
ProxyReading readProxyAddress(const QString &host, const QString &port);

/// {"host": "proxy.example", "port": 3128}; null: none.
QJsonValue proxyToJson(const std::optional<ProxyAddress> &proxy);
std::optional<ProxyAddress> proxyFromJson(const QJsonValue &json);

/// "proxy.example:3128", "[::1]:3128".
QString proxyText(const ProxyAddress &proxy);
