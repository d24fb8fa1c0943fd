// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/limits.h"

#include <QObject>
#include <QTimer>

/// The time limits of one request on the wire. QNetworkRequest's own transfer timeout is an idle limit only, and one byte
/// now and then keeps it from ever passing.
class RequestClock : public QObject
{
    Q_OBJECT

public:
    /// Starts at once: the request is being sent.
    explicit RequestClock(const Limits &limits, QObject *parent);

    /// The head of the answer came, or more of its body that is worth waiting for: the idle limit counts anew.
    void progressed();
    void stop();

signals:
    /// One of the limits passed. Once at most, if stop() is called then.
    void passed();

private:
    QTimer m_silence; // until the first byte, then until the next one
    QTimer m_total;
    std::chrono::milliseconds m_idle;
};
