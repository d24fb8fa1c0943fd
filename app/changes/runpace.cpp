// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/runpace.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstWait = 30s;
constexpr std::chrono::milliseconds longestBrake = 5min;
constexpr int mostDoublings = 4;
constexpr std::chrono::milliseconds leastSpacing = 500ms;
constexpr std::chrono::milliseconds mostSpacing = 60s;

} // namespace

void RunPace::noteSent(std::chrono::milliseconds at, std::chrono::milliseconds duration)
{
    m_lastSent = at;
    m_lastDuration = duration;
}

void RunPace::brake(std::chrono::milliseconds at, std::optional<std::chrono::seconds> retryAfter)
{
    const std::chrono::milliseconds own =
        std::min(firstWait * (1 << std::min(m_brakes, mostDoublings)), longestBrake);
    ++m_brakes;
    m_notBefore = std::max(m_notBefore, at + (retryAfter ? std::chrono::milliseconds(*retryAfter) : own));
    const std::chrono::milliseconds present = std::max(m_spacing, m_lastDuration);
    m_spacing = std::clamp(present * 2, leastSpacing, mostSpacing);
}

std::chrono::milliseconds RunPace::waitAt(std::chrono::milliseconds now) const
{
    const std::chrono::milliseconds bySpacing = m_spacing > 0ms ? m_lastSent + m_spacing : now;
    return std::max({std::max(bySpacing, m_notBefore) - now, 0ms});
}
