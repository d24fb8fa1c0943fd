// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/lookuptimes.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

// RELIABILITY.md, section 5, "Look-up of an unknown change".
constexpr auto apart = 30s;
constexpr auto afterSending = 60s;
constexpr std::chrono::milliseconds longestWait = 5min;

} // namespace

void LookUpTimes::addAbsent(std::chrono::milliseconds at)
{
    m_firstAbsent = m_firstAbsent.value_or(at);
    m_lastAbsent = at;
    m_failures = 0;
}

void LookUpTimes::addFailed()
{
    ++m_failures;
}

bool LookUpTimes::isAbsenceProved() const
{
    return m_firstAbsent && m_lastAbsent - *m_firstAbsent >= apart && m_lastAbsent - m_sentBy >= afterSending;
}

std::chrono::milliseconds LookUpTimes::wait() const
{
    constexpr int mostDoublings = 4; // beyond it the longest wait holds
    const int doublings = std::clamp(m_failures - 1, 0, mostDoublings);
    return std::min<std::chrono::milliseconds>(apart * (1 << doublings), longestWait);
}
