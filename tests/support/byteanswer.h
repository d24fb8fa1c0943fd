// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>

/// One request as its bytes came in.
struct ReceivedRequest
{
    int connection = 0; ///< The first connection is 0.
    int index = 0; ///< On its connection; the first is 0.
    QByteArray head; ///< Request line and headers, with the blank line.
    QByteArray body;

    /// E.g. "GET".
    QByteArray verb() const;
    /// Path and query exactly as they were on the wire, e.g. "/api/msp/company?name=a%2Bb".
    QByteArray target() const;
    /// The values of each header line of that name, in any case.
    QByteArrayList headers(QByteArrayView name) const;
};

/// What the server does with one request: waits, sends bytes as they stand, and ends in some way or not at all.
/// Named ones are in tests/support/fault.h.
struct ByteAnswer
{
    enum class Then {
        KeepOpen,
        Close, ///< The end of the stream; over TLS after its goodbye (close_notify).
        Vanish, ///< The end of the stream; over TLS without a goodbye.
        Reset, ///< RST. What was sent before it has arrived.
    };

    QByteArray bytes{}; ///< Head and body; see httpAnswer().
    QByteArray gate{}; ///< Not empty: waits until ByteServer::open(gate),
    qsizetype gateAt = 0; ///< before this byte.
    std::chrono::milliseconds pause{0}; ///< Before each piece.
    qsizetype pieceSize = 0; ///< 0: all in one piece.
    qsizetype cutAt = -1; ///< Sends only so many bytes; -1: all of them.
    QByteArray filler{}; ///< After `bytes`, again and again,
    qint64 fillerTimes = 0; ///< so many times.
    QByteArray ending{}; ///< After that.
    Then then = Then::KeepOpen;
};

/// A whole answer: status line, Content-Type, Content-Length, \a headers (each "Name: value"), and \a body.
QByteArray httpAnswer(int status, const QByteArray &contentType, const QByteArray &body,
                      const QByteArrayList &headers = {});
/// The usual one: status 200, application/json.
QByteArray jsonAnswer(const QByteArray &body);
