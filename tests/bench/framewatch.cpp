// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/framewatch.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto interval = 4ms;

double milliseconds(clockid_t which)
{
    timespec time{};
    clock_gettime(which, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Instant Instant::now()
{
    return {.clock = milliseconds(CLOCK_MONOTONIC), .processor = milliseconds(CLOCK_THREAD_CPUTIME_ID)};
}

bool FrameWatch::notify(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type(); // it may be gone afterwards
    if (type == QEvent::Paint && receiver == m_watched)
        m_isPainted = true;
    const bool result = QApplication::notify(receiver, event);
    if ((type == QEvent::UpdateRequest || type == QEvent::Expose) && std::exchange(m_isPainted, false))
        emit flushed(Instant::now());
    return result;
}

PauseWatch::PauseWatch(QObject *parent) : QObject(parent), m_timer(new QTimer(this)), m_last(Instant::now())
{
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &PauseWatch::tick);
    m_timer->start(interval);
}

Instant PauseWatch::takeLongest()
{
    tick(); // what has just been done counts too
    return std::exchange(m_longest, {});
}

void PauseWatch::tick()
{
    const Instant now = Instant::now();
    const Instant gap = now - std::exchange(m_last, now);
    const double own = std::chrono::duration<double, std::milli>(interval).count();
    m_longest.clock = std::max(m_longest.clock, gap.clock - own);
    m_longest.processor = std::max(m_longest.processor, gap.processor);
}
