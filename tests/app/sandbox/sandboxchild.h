// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTcpSocket>

/// An answer as it came over the wire.
struct HttpAnswer
{
    int status = 0; ///< 0: no whole answer came
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    /// Null when the body is not valid JSON.
    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

/// A kept connection to 127.0.0.1 that sends exactly the bytes it is given.
class RawConnection
{
public:
    explicit RawConnection(quint16 port);

    /// Sends \a request and reads one answer by its Content-Length.
    HttpAnswer ask(const QByteArray &request);
    bool isEndedByServer();

private:
    QTcpSocket m_socket;
};

/// The program steward-sandbox as a child, listening.
class SandboxChild
{
public:
    explicit SandboxChild(const QStringList &arguments = {});
    ~SandboxChild();

    /// 0: it did not say one in time.
    quint16 port() const { return m_port; }
    QProcess &process() { return m_process; }

    /// GET of \a pathAndQuery below the base path, with the key, on a connection of its own.
    HttpAnswer get(const QByteArray &pathAndQuery) const;
    /// \a method with a JSON body; \a pathAndQuery is the whole one, as "/api/msp/company".
    HttpAnswer send(const QByteArray &method, const QByteArray &pathAndQuery, const QByteArray &json) const;
    /// GET /sandbox/counters.
    QJsonObject counters() const;
    /// The bytes of such a request; \a headers end with a line break each.
    static QByteArray request(const QByteArray &target, const QByteArray &headers,
                              const QByteArray &method = "GET");

    static constexpr const char *authorization = "Authorization: Bearer sandbox-key\r\n";

private:
    QProcess m_process;
    quint16 m_port = 0;
};
