// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// When a change whose answer was lost is looked up, and when it counts as absent. Pure; times are of one steady clock.
///
/// Absent is proved by two look-ups at least 30 s apart that did not find it, the last at least 60 s after the last byte went out:
/// the server may still be at work on it. A look-up that fails proves nothing, and the next one waits longer (30 s, doubling to 5 min).
class LookUpTimes
{
public:
    /// \a sentBy: no byte went out later.
    explicit LookUpTimes(std::chrono::milliseconds sentBy) : m_sentBy(sentBy) { }

    void addAbsent(std::chrono::milliseconds at);
    void addFailed();
    bool isAbsenceProved() const;
    /// How long to wait after the look-up that was added last.
    std::chrono::milliseconds wait() const;

private:
    std::chrono::milliseconds m_sentBy;
    std::optional<std::chrono::milliseconds> m_firstAbsent;
    std::chrono::milliseconds m_lastAbsent{0};
    int m_failures = 0; // in a row
};
