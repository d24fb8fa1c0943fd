// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteconnection.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace {

constexpr qint64 mostUnsent = 1 << 20;

// The part of \a bytes that belongs to the first request, whole or not.
ReceivedRequest requestIn(const QByteArray &bytes)
{
    const qsizetype blankLine = bytes.indexOf("\r\n\r\n");
    const qsizetype headLength = blankLine < 0 ? bytes.size() : blankLine + 4;
    ReceivedRequest request{.head = bytes.first(headLength)};
    const qsizetype declared = request.headers("Content-Length").value(0).toLongLong();
    request.body = bytes.sliced(headLength, std::min(declared, bytes.size() - headLength));
    return request;
}

bool isWhole(const ReceivedRequest &request)
{
    return request.head.endsWith("\r\n\r\n")
        && request.body.size() == request.headers("Content-Length").value(0).toLongLong();
}

// The other side gets a reset at once, in place of an end. (Closing the socket could say goodbye over TLS first.)
void resetConnection(qintptr descriptor)
{
    const sockaddr nobody{.sa_family = AF_UNSPEC, .sa_data = {}};
    ::connect(static_cast<int>(descriptor), &nobody, sizeof nobody);
}

} // namespace

ByteConnection::ByteConnection(QTcpSocket *socket, Callbacks callbacks, QObject *parent)
    : QObject(parent), m_socket(socket), m_callbacks(std::move(callbacks)), m_pause(this)
{
    m_socket->setParent(this);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_hasPaused = true;
        proceed();
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &ByteConnection::readRequests);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ByteConnection::proceed);
    if (const QSslSocket *encrypted = qobject_cast<QSslSocket *>(m_socket))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &ByteConnection::proceed);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

ByteConnection::~ByteConnection()
{
    m_socket->disconnect(this);
    m_callbacks.closed();
}

void ByteConnection::readRequests()
{
    const QByteArray bytes = m_socket->readAll();
    m_callbacks.received(bytes);
    if (m_readsNoMore)
        return;
    m_buffer += bytes;
    while (!m_buffer.isEmpty() && !answerEarly()) {
        ReceivedRequest request = requestIn(m_buffer);
        if (!isWhole(request))
            break;
        m_buffer.remove(0, request.head.size() + request.body.size());
        request.index = m_requests++;
        m_answers.enqueue(m_callbacks.answerFor(request));
    }
    proceed();
}

bool ByteConnection::answerEarly()
{
    ReceivedRequest request = requestIn(m_buffer);
    request.index = m_requests;
    if (const std::optional<ByteAnswer> answer = m_callbacks.earlyAnswerFor(request)) {
        m_answers.enqueue(*answer);
        m_readsNoMore = true;
    }
    return m_readsNoMore;
}

void ByteConnection::proceed()
{
    while (!m_answers.isEmpty() && !m_pause.isActive() && m_socket->state() == QTcpSocket::ConnectedState
           && unsent() < mostUnsent) {
        const ByteAnswer &answer = m_answers.head();
        if (waitsAtGate(answer))
            return;
        if (answer.pause.count() > 0 && !std::exchange(m_hasPaused, false)) {
            m_pause.start(answer.pause);
            return;
        }
        sendPiece();
    }
}

bool ByteConnection::waitsAtGate(const ByteAnswer &answer) const
{
    return !answer.gate.isEmpty() && m_sent >= answer.gateAt && !m_callbacks.isOpen(answer.gate);
}

qint64 ByteConnection::unsent() const
{
    const QSslSocket *encrypted = qobject_cast<QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

void ByteConnection::sendPiece()
{
    const ByteAnswer &answer = m_answers.head();
    const qsizetype end =
        answer.cutAt < 0 ? answer.bytes.size() : std::min(answer.cutAt, answer.bytes.size());
    const bool stopsAtGate = !answer.gate.isEmpty() && m_sent < answer.gateAt;
    const qsizetype left = (stopsAtGate ? std::min(end, answer.gateAt) : end) - m_sent;
    if (left > 0) {
        const qsizetype size = answer.pieceSize > 0 ? std::min(answer.pieceSize, left) : left;
        m_sent += m_socket->write(answer.bytes.constData() + m_sent, size);
    } else if (m_fillersSent < answer.fillerTimes) {
        ++m_fillersSent;
        m_socket->write(answer.filler);
    }
    if (m_sent == end && m_fillersSent == answer.fillerTimes && !waitsAtGate(answer))
        endAnswer();
}

void ByteConnection::endAnswer()
{
    const ByteAnswer answer = m_answers.dequeue();
    m_socket->write(answer.ending);
    m_sent = 0;
    m_fillersSent = 0;
    m_hasPaused = false;
    end(answer.then);
}

void ByteConnection::end(ByteAnswer::Then how)
{
    switch (how) {
    case ByteAnswer::Then::KeepOpen:
        break;
    case ByteAnswer::Then::Close:
        m_socket->disconnectFromHost();
        break;
    case ByteAnswer::Then::Vanish:
        m_socket->flush();
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_RDWR);
        break;
    case ByteAnswer::Then::Reset:
        m_socket->flush();
        resetConnection(m_socket->socketDescriptor());
        m_socket->abort();
        break;
    }
}
