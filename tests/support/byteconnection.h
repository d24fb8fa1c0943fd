// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteanswer.h"

#include <QObject>
#include <QQueue>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <optional>

/// One connection of a ByteServer, on its thread: cuts what comes in into requests and sends the answers, one after the
/// other, byte for byte.
class ByteConnection : public QObject
{
    Q_OBJECT

public:
    struct Callbacks
    {
        std::function<void(QByteArrayView)> received; ///< Every byte, as it comes.
        /// Something of a request came. An answer is sent at once, and nothing more is read.
        std::function<std::optional<ByteAnswer>(const ReceivedRequest &)> earlyAnswerFor;
        std::function<ByteAnswer(const ReceivedRequest &)> answerFor; ///< A whole request came.
        std::function<bool(const QByteArray &gate)> isOpen;
        std::function<void()> closed;
    };

    /// Takes \a socket over, which may be a TLS socket. Deletes itself when it is closed.
    ByteConnection(QTcpSocket *socket, Callbacks callbacks, QObject *parent);
    ~ByteConnection() override;

    /// Goes on sending, as far as gates, pauses and the other side let it.
    void proceed();
    /// Ends the connection in the way of \a how, whatever it was doing.
    void end(ByteAnswer::Then how);

private:
    void readRequests();
    bool answerEarly();
    bool waitsAtGate(const ByteAnswer &answer) const;
    qint64 unsent() const;
    void sendPiece();
    void endAnswer();

    QTcpSocket *m_socket;
    Callbacks m_callbacks;
    QTimer m_pause;
    QByteArray m_buffer;
    QQueue<ByteAnswer> m_answers;
    int m_requests = 0; // whole ones
    qsizetype m_sent = 0; // of the first answer's bytes
    qint64 m_fillersSent = 0;
    bool m_hasPaused = false;
    bool m_readsNoMore = false;
};
