// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectproxy.h"

#include <QTcpSocket>

ConnectProxy::ConnectProxy(quint16 target) : m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            take(client);
    });
    m_server.listen(QHostAddress::LocalHost);
}

void ConnectProxy::setLogin(const QByteArray &name, const QByteArray &password)
{
    const QByteArray login = name + ':' + password;
    m_login = "\r\nProxy-Authorization: Basic " + login.toBase64() + "\r\n";
}

void ConnectProxy::close()
{
    m_server.close();
}

void ConnectProxy::take(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client] { readHead(client); });
}

void ConnectProxy::readHead(QTcpSocket *client)
{
    const QByteArray begin = client->peek(client->bytesAvailable());
    const qsizetype end = begin.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = client->read(end + 4);
    m_heads.append(head);
    if (m_login.isEmpty() || head.contains(m_login))
        tunnel(client);
    else
        refuse(client);
}

void ConnectProxy::refuse(QTcpSocket *client)
{
    client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                  "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
}

void ConnectProxy::tunnel(QTcpSocket *client)
{
    ++m_tunnels;
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server] {
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress::LocalHost, m_target);
}
