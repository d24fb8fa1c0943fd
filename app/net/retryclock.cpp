// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retryclock.h"

#include <QRandomGenerator>
#include <QTimer>

std::chrono::milliseconds RetryClock::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

double RetryClock::chance()
{
    return QRandomGenerator::global()->generateDouble();
}

void RetryClock::callAfter(std::chrono::milliseconds wait, QObject *context, std::function<void()> then)
{
    QTimer::singleShot(wait, context, std::move(then));
}
