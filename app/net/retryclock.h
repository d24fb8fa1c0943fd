// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

class QObject;

/// What the resending of reads takes from the world: time, waiting and chance. Here the real ones, by a clock that a change of the
/// computer's time does not move; tests bring their own.
class RetryClock
{
public:
    RetryClock() = default;
    virtual ~RetryClock() = default;
    Q_DISABLE_COPY_MOVE(RetryClock)

    virtual std::chrono::milliseconds now() const;
    /// From 0 up to, not including, 1.
    virtual double chance();
    /// Calls \a then after \a wait, never before it returns, on the thread of \a context, unless that is gone by then.
    virtual void callAfter(std::chrono::milliseconds wait, QObject *context, std::function<void()> then);
};
