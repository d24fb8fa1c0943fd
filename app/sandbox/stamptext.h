// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/moment.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

/// The time stamps of one answer as JSON: "2026-02-17T05:39:20.120" in quotes, without a zone, or null.
/// Source: API document, Fetch Device Summary, last_backup and next_backup.
class StampText
{
public:
    /// Moments from \a daysBack days before today to two days after it are written fast, others a little slower.
    explicit StampText(const ClockReading &clock, int daysBack = 260);

    /// Writes \a moment to \a at and returns the place behind it. Up to 32 bytes are written.
    char *write(char *at, const std::optional<Moment> &moment) const;
    static constexpr std::size_t length(const std::optional<Moment> &moment) { return moment ? 25 : 4; }

private:
    using DayText = std::array<char, 16>; // "2026-02-17T with its quote, filled up with blanks
    static DayText dayText(std::chrono::sys_days day);

    std::chrono::sys_days m_firstDay;
    std::vector<DayText> m_days;
};
