// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteanswer.h"

#include <QObject>
#include <QQueue>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

/// One connection of a ByteServer, on its thread: cuts what comes in into requests and sends the answers, one after the
/// other, byte for byte.
class ByteConnection : public QObject
{
    Q_OBJECT

public:
    struct Callbacks
    {
        std::function<void(QByteArrayView)> received; ///< Every byte, as it comes.
        std::function<ByteAnswer(const ReceivedRequest &)> answerFor; ///< A whole request came.
        std::function<bool(const QByteArray &gate)> isOpen;
        std::function<void()> closed;
    };

    /// Takes \a socket over, which may be a TLS socket. Deletes itself when it is closed.
    ByteConnection(QTcpSocket *socket, Callbacks callbacks, QObject *parent);
    ~ByteConnection() override;

    /// Goes on sending, as far as gates, pauses and the other side let it.
    void proceed();

private:
    void readRequests();
    void sendPiece();
    void endAnswer();

    QTcpSocket *m_socket;
    Callbacks m_callbacks;
    QTimer m_pause;
    QByteArray m_buffer;
    QQueue<ByteAnswer> m_answers;
    qsizetype m_sent = 0; // of the first answer's bytes
    qint64 m_fillersSent = 0;
    bool m_hasPaused = false;
};
