// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"
#include "app/net/retrybudget.h"
#include "app/net/retryclock.h"

#include <memory>
#include <optional>

/// The resending of reads, one for all clients of the program: the policy, and the budget that they share. Lives on the window's
/// thread, as the clients do. The only place where anything is sent again by itself.
class ReadRetries
{
public:
    explicit ReadRetries(std::unique_ptr<RetryClock> clock = std::make_unique<RetryClock>());

    /// How long to wait before the read is asked again; nullopt: the failure stands. Takes from the budget.
    std::optional<std::chrono::milliseconds> next(const ApiError &error, int attempt);
    RetryClock &clock() { return *m_clock; }

private:
    std::unique_ptr<RetryClock> m_clock;
    RetryBudget m_budget;
};
