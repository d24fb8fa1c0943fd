// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

/// At most ten retries in any minute: ten tokens, each of which comes back a minute after the retry it was taken for. Pure: the
/// time is brought along, and never goes backwards.
class RetryBudget
{
public:
    /// Takes a token for a retry at \a at, asked for at \a now. False when there is none.
    bool take(std::chrono::milliseconds now, std::chrono::milliseconds at);

private:
    std::vector<std::chrono::milliseconds> m_taken; // when the retries are, or were not a minute ago
};
