// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteconnection.h"

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace {

constexpr qint64 mostUnsent = 1 << 20;

// The length of the first whole request in \a bytes; 0 when it is not whole yet.
qsizetype requestLength(const QByteArray &bytes)
{
    const qsizetype blankLine = bytes.indexOf("\r\n\r\n");
    if (blankLine < 0)
        return 0;
    const qsizetype headLength = blankLine + 4;
    const ReceivedRequest request{.head = bytes.first(headLength)};
    const qsizetype length = headLength + request.headers("Content-Length").value(0).toLongLong();
    return bytes.size() >= length ? length : 0;
}

// The other side gets a reset in place of an end.
void resetConnection(QTcpSocket &socket)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket.abort();
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
    m_buffer += bytes;
    while (const qsizetype length = requestLength(m_buffer)) {
        const qsizetype headLength = m_buffer.indexOf("\r\n\r\n") + 4;
        m_answers.enqueue(m_callbacks.answerFor(
            {.head = m_buffer.first(headLength), .body = m_buffer.sliced(headLength, length - headLength)}));
        m_buffer.remove(0, length);
    }
    proceed();
}

void ByteConnection::proceed()
{
    while (!m_answers.isEmpty() && !m_pause.isActive() && m_socket->state() == QTcpSocket::ConnectedState
           && m_socket->bytesToWrite() < mostUnsent) {
        const ByteAnswer &answer = m_answers.head();
        if (!answer.gate.isEmpty() && !m_callbacks.isOpen(answer.gate))
            return;
        if (answer.pause.count() > 0 && !std::exchange(m_hasPaused, false)) {
            m_pause.start(answer.pause);
            return;
        }
        sendPiece();
    }
}

void ByteConnection::sendPiece()
{
    const ByteAnswer &answer = m_answers.head();
    const qsizetype end =
        answer.cutAt < 0 ? answer.bytes.size() : std::min(answer.cutAt, answer.bytes.size());
    const qsizetype left = end - m_sent;
    if (left > 0) {
        const qsizetype size = answer.pieceSize > 0 ? std::min(answer.pieceSize, left) : left;
        m_sent += m_socket->write(answer.bytes.constData() + m_sent, size);
    } else if (m_fillersSent < answer.fillerTimes) {
        ++m_fillersSent;
        m_socket->write(answer.filler);
    }
    if (m_sent == end && m_fillersSent == answer.fillerTimes)
        endAnswer();
}

void ByteConnection::endAnswer()
{
    const ByteAnswer::Then then = m_answers.dequeue().then;
    m_sent = 0;
    m_fillersSent = 0;
    m_hasPaused = false;
    if (then == ByteAnswer::Then::Close)
        m_socket->disconnectFromHost();
    else if (then == ByteAnswer::Then::Reset)
        resetConnection(*m_socket);
}
