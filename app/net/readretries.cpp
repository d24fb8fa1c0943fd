// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/readretries.h"

#include "app/net/retrypolicy.h"

ReadRetries::ReadRetries(std::unique_ptr<RetryClock> clock) : m_clock(std::move(clock)) { }

std::optional<std::chrono::milliseconds> ReadRetries::next(const ApiError &error, int attempt)
{
    const auto wait = waitBeforeRetry(error, attempt, m_clock->chance());
    const std::chrono::milliseconds now = m_clock->now();
    return wait && m_budget.take(now, now + *wait) ? wait : std::nullopt;
}
