// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <chrono>
#include <optional>

/// How fast a run of changes may go. Free until the server says "too many requests"; then it waits as long as the server asks, or
/// 30 s, doubling to 5 min, and goes on at half the pace. Pure; times are of one steady clock.
/// Source: RELIABILITY.md, section 5.
class RunPace
{
public:
    /// A change went out at \a at and took \a duration: what half the pace is reckoned from.
    void noteSent(std::chrono::milliseconds at, std::chrono::milliseconds duration);
    /// The server refused by 429 at \a at, and asks for \a retryAfter, if for anything.
    void brake(std::chrono::milliseconds at, std::optional<std::chrono::seconds> retryAfter);
    /// A change was answered well: the next brake begins at 30 s again. The pace stays.
    void noteDone() { m_brakes = 0; }

    /// One change in this time at most; 0: as fast as they are answered.
    std::chrono::milliseconds spacing() const { return m_spacing; }
    /// How long to wait at \a now before the next change.
    std::chrono::milliseconds waitAt(std::chrono::milliseconds now) const;

private:
    std::chrono::milliseconds m_spacing{0};
    std::chrono::milliseconds m_lastSent{0};
    std::chrono::milliseconds m_lastDuration{0};
    std::chrono::milliseconds m_notBefore{0};
    int m_brakes = 0; // in a row
};
