// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

/// A proxy on this computer, on the thread of the test: it is asked to CONNECT to a host, and whatever host that is, tunnels to one port of
/// this computer. What it is told before a tunnel stands is kept.
class ConnectProxy : public QObject
{
    Q_OBJECT

public:
    explicit ConnectProxy(quint16 target);

    quint16 port() const { return m_server.serverPort(); }
    /// From now on it lets nobody through who does not say this ("Basic", RFC 7617).
    void setLogin(const QByteArray &name, const QByteArray &password);
    /// Nobody listens there any more.
    void close();

    /// Every head that came, oldest first.
    const QByteArrayList &heads() const { return m_heads; }
    int tunnels() const { return m_tunnels; }

private:
    void take(QTcpSocket *client);
    void readHead(QTcpSocket *client);
    void refuse(QTcpSocket *client);
    void tunnel(QTcpSocket *client);

    QTcpServer m_server;
    const quint16 m_target;
    QByteArray m_login; // the line of the header; empty: everybody may
    QByteArrayList m_heads;
    int m_tunnels = 0;
};
