// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

/// A body that can be sent once and never again: it cannot be rewound. Qt's network access sends a request a second time by
/// itself when the peer closes early (two were counted over HTTP, four over TLS, whatever their verb), unless it has such a
/// body; then the reply ends with ContentReSendError. Goes with DoNotBufferUploadDataAttribute and a Content-Length.
///
/// A change must not reach the server twice, and a read only as often as ReadRetries says: reads go up with an empty one.
class ReadOnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit ReadOnceBody(QByteArray bytes, QObject *parent = nullptr);

    /// How many bytes were handed over for sending.
    qint64 handedOver() const { return m_at; }
    /// True once the last byte was handed over. Before that no server can have the whole request.
    bool isSpent() const { return m_at == m_bytes.size(); }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return isSpent(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    /// Never.
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};
