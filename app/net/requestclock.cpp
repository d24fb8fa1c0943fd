// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/requestclock.h"

namespace {

void startUnlessEndless(QTimer &timer, std::chrono::milliseconds limit)
{
    timer.stop();
    if (limit.count() > 0)
        timer.start(limit);
}

} // namespace

RequestClock::RequestClock(const Limits &limits, QObject *parent)
    : QObject(parent), m_silence(this), m_total(this), m_idle(limits.idle)
{
    for (QTimer *timer : {&m_silence, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &RequestClock::passed);
    }
    startUnlessEndless(m_silence, limits.firstByte);
    startUnlessEndless(m_total, limits.total);
}

void RequestClock::progressed()
{
    startUnlessEndless(m_silence, m_idle);
}

void RequestClock::stop()
{
    m_silence.stop();
    m_total.stop();
}
