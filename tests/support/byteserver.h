// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "tests/support/byteanswer.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

/// A server on this computer that logs every byte it gets and answers with any bytes at all, on a thread of its own, plain
/// or over TLS. It knows just enough HTTP to see where a request ends, and holds each to the API document.
class ByteServer
{
public:
    /// Called on the server's thread, once for each request.
    using Script = std::function<ByteAnswer(const ReceivedRequest &)>;
    /// Called on the server's thread whenever something of a request came, whole or not. An answer is sent at once: the
    /// request does not count as one, and nothing more of the connection is looked at.
    using EarlyScript = std::function<std::optional<ByteAnswer>(const ReceivedRequest &)>;

    /// What is not usual about a server.
    struct Setup
    {
        QHostAddress address = QHostAddress::LocalHost;
        std::optional<QSslConfiguration> tls{}; ///< See TestAuthority::server().
        EarlyScript early{};
        /// Whether each request is held to the API document, and ends the test program when it does not keep to it. Not where
        /// a test sends what no console would.
        bool isApi = true;
    };

    explicit ByteServer(Script script);
    ByteServer(Script script, Setup setup);
    /// Answers every request with the same bytes.
    explicit ByteServer(const QByteArray &bytes);
    ~ByteServer();
    Q_DISABLE_COPY_MOVE(ByteServer)

    quint16 port() const { return m_port; }
    /// "http://127.0.0.1:<port>/api/msp", or with https and localhost where the server speaks TLS.
    QString address() const;

    /// Lets the answers go that wait for \a gate, now and later.
    void open(const QByteArray &gate);
    /// Ends every connection that is open by now, whatever it is doing.
    void endConnections(ByteAnswer::Then how);

    QList<ReceivedRequest> requests() const;
    /// Every byte that came (over TLS: after decryption), connection after connection.
    QByteArrayList received() const;
    int connections() const;
    int openConnections() const;

private:
    class Listener;
    struct Log;

    std::shared_ptr<Log> m_log;
    std::shared_ptr<Channel<std::function<void(Listener &)>>> m_tasks;
    QThread m_thread;
    QString m_origin; // without the port
    quint16 m_port = 0;
};
