// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>

#include <chrono>
#include <deque>
#include <optional>

/// One attempt of one call, after its end. Holds nothing secret: no header and no body, and what stands in a query is no secret.
struct CallRecord
{
    quint64 call = 0; ///< The same for every attempt of a call.
    int attempt = 1;
    QDateTime startedAt{}; ///< When it left the queue; UTC.
    std::chrono::milliseconds duration{0};
    QByteArray verb{}; ///< GET, POST, PUT.
    QByteArray target{}; ///< Path and query below the endpoint, encoded as on the wire.
    int httpStatus = 0; ///< 0: no answer came.
    qint64 bytesSent = 0; ///< Of the body.
    qint64 bytesReceived = 0; ///< Of the body, after decoding.
    std::optional<ErrorKind> error{}; ///< Empty: it ended well.
    std::optional<std::chrono::milliseconds> againAfter{}; ///< It will be asked again after this.
};

/// The last calls of a client, oldest first. On the window's thread. A call that was cancelled is not in it.
class CallLog : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t mostRecords = 1000;

    using QObject::QObject;

    const std::deque<CallRecord> &records() const { return m_records; }
    /// The oldest goes when there are more than mostRecords.
    void add(CallRecord record);

signals:
    void recorded(const CallRecord &record);

private:
    std::deque<CallRecord> m_records;
};
