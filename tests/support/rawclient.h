// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>
#include <memory>

/// A client that knows neither HTTP nor Qt: it sends bytes, reads bytes, and sees how the other side ends. It waits in its calls.
class RawClient
{
public:
    /// How a connection stands after reading.
    enum class End {
        Open, ///< As much came as was asked for, or nothing for a while.
        Closed, ///< The end of the stream; over TLS after a goodbye (close_notify).
        Vanished, ///< The end of the stream, over TLS without a goodbye.
        Reset,
    };
    struct Read
    {
        QByteArray bytes;
        End end = End::Open;
    };
    enum class Over { Tcp, Tls };

    /// Connects to 127.0.0.1; over TLS without a look at the certificate.
    explicit RawClient(quint16 port, Over over = Over::Tcp);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isConnected() const;
    void send(const QByteArray &bytes);
    /// Reads up to \a most bytes; fewer when the connection ends, or nothing came for \a patience.
    Read read(qsizetype most, std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// What comes after all that was to come: an end, or nothing for a moment.
    Read readMore(End expected);

private:
    struct Tls;

    int m_socket;
    std::unique_ptr<Tls> m_tls;
};
