// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/readretries.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <utility>

/// Time, waiting and chance as a test wants them: nobody waits, and every wait is written down.
class FakeRetryClock final : public RetryClock
{
public:
    std::chrono::milliseconds now() const override { return time; }
    double chance() override { return nextChance; }
    void callAfter(std::chrono::milliseconds wait, QObject *context, std::function<void()> then) override
    {
        waits.append(wait);
        if (isHolding)
            held.append({context, std::move(then)});
        else
            QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
    }
    /// What was held back is due now.
    void release()
    {
        for (auto &[context, then] : std::exchange(held, {})) {
            if (context)
                QMetaObject::invokeMethod(context.get(), std::move(then), Qt::QueuedConnection);
        }
    }

    std::chrono::milliseconds time{0};
    double nextChance = 0.5;
    bool isHolding = false;
    QList<std::chrono::milliseconds> waits;
    QList<std::pair<QPointer<QObject>, std::function<void()>>> held;
};

/// Retries by a clock that the test keeps in its hand.
struct FakeRetries
{
    FakeRetryClock *clock = new FakeRetryClock;
    std::shared_ptr<ReadRetries> retries = std::make_shared<ReadRetries>(std::unique_ptr<RetryClock>(clock));
};
