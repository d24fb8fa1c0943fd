// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retrybudget.h"

namespace {

constexpr std::chrono::minutes span{1};
constexpr size_t tokens = 10;

} // namespace

bool RetryBudget::take(std::chrono::milliseconds now, std::chrono::milliseconds at)
{
    std::erase_if(m_taken, [now](std::chrono::milliseconds taken) { return taken + span <= now; });
    if (m_taken.size() >= tokens)
        return false;
    m_taken.push_back(at);
    return true;
}
