// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/sandboxchild.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms, for machines that are busy building

} // namespace

RawConnection::RawConnection(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    m_socket.waitForConnected(patience);
}

HttpAnswer RawConnection::ask(const QByteArray &request)
{
    m_socket.write(request);
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return {};
        head += m_socket.read(1);
    }
    HttpAnswer answer;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype size = answer.headers.value("content-length").toLongLong();
    while (answer.body.size() < size) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return {};
        answer.body += m_socket.read(size - answer.body.size());
    }
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    return answer;
}

bool RawConnection::isEndedByServer()
{
    return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(patience);
}

SandboxChild::SandboxChild(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SANDBOX_PROGRAM), QStringList{u"--end-with-stdin"_s} + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) { }
    static const QRegularExpression expected(u"\\APORT (\\d+)\\n\\z"_s);
    m_port = expected.match(QString::fromUtf8(m_process.readLine())).captured(1).toUShort();
}

SandboxChild::~SandboxChild()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(patience);
}

HttpAnswer SandboxChild::get(const QByteArray &pathAndQuery) const
{
    return RawConnection(m_port).ask(request("/api/msp" + pathAndQuery, authorization));
}

HttpAnswer SandboxChild::send(const QByteArray &method, const QByteArray &pathAndQuery,
                              const QByteArray &json) const
{
    const QByteArray headers = authorization
        + QByteArray("Content-Type: application/json\r\nContent-Length: ") + QByteArray::number(json.size())
        + "\r\n";
    return RawConnection(m_port).ask(request(pathAndQuery, headers, method) + json);
}

QJsonObject SandboxChild::counters() const
{
    return RawConnection(m_port).ask(request("/sandbox/counters", authorization)).json().object();
}

QByteArray SandboxChild::request(const QByteArray &target, const QByteArray &headers,
                                 const QByteArray &method)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
}
