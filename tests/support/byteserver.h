// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "tests/support/byteanswer.h"

#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

/// A server on 127.0.0.1 that logs every byte it gets and answers with any bytes at all, on a thread of its own. It knows
/// just enough HTTP to see where a request ends.
class ByteServer
{
public:
    /// Called on the server's thread, once for each request.
    using Script = std::function<ByteAnswer(const ReceivedRequest &)>;

    explicit ByteServer(Script script);
    /// Answers every request with the same bytes.
    explicit ByteServer(const QByteArray &bytes);
    ~ByteServer();
    Q_DISABLE_COPY_MOVE(ByteServer)

    quint16 port() const { return m_port; }
    /// "http://127.0.0.1:<port>/api/msp"
    QString address() const;

    /// Lets the answers go that wait for \a gate, now and later.
    void open(const QByteArray &gate);

    QList<ReceivedRequest> requests() const;
    /// Every byte that came, connection after connection.
    QByteArrayList received() const;
    int connections() const;
    int openConnections() const;

private:
    class Listener;
    struct Log;

    std::shared_ptr<Log> m_log;
    std::shared_ptr<Channel<std::function<void(Listener &)>>> m_tasks;
    QThread m_thread;
    quint16 m_port = 0;
};
