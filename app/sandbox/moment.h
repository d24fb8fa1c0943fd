// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

/// A moment of the sandbox's clock, in UTC.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A moment taken apart once, for many devices.
struct ClockReading
{
    explicit ClockReading(Moment moment)
        : now(moment), today(std::chrono::floor<std::chrono::days>(moment)),
          minute(std::chrono::floor<std::chrono::minutes>(moment.time_since_epoch()).count())
    { }

    Moment now;
    std::chrono::sys_days today;
    std::int64_t minute; ///< counted from 1970
};

/// The clock by which the pretended fleet lives: that of the computer, or a faster one that agreed with it when
/// it was made.
class SandboxClock
{
public:
    static constexpr int fastest = 100'000;

    /// One second of the computer's is \a speed seconds here, 1 to fastest.
    explicit SandboxClock(int speed = 1) : m_speed(speed), m_started(computerNow()) { }

    Moment now() const { return m_started + m_speed * (computerNow() - m_started); }

private:
    static Moment computerNow()
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }

    int m_speed;
    Moment m_started;
};
