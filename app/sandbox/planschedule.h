// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/moment.h"

#include <cstdint>
#include <optional>

/// When the runs of a plan start. Source: API document, Create Backup Plan, nested fields of scheduler. It does not
/// say whose time of day that is: here it is the device's, which is its company's.
struct PlanSchedule
{
    enum class Frequency : std::uint8_t { Immediate, Hourly, Daily, Weekly, Monthly };

    static constexpr std::uint8_t everyDay = 0x7f;
    static constexpr std::uint8_t mondayToFriday = 0x3e;
    static constexpr std::uint16_t everyMonth = 0xfff;
    static constexpr std::uint32_t everyDate = 0xfffffffe;
    static constexpr std::uint32_t lastDate = 1;

    Frequency frequency = Frequency::Daily;
    std::chrono::seconds time{0}; ///< of day; with Hourly its minutes and seconds count alone
    std::optional<std::chrono::seconds> cutoff = {}; ///< of day; a run that still goes on then is stopped
    std::uint8_t weekdays = everyDay; ///< Daily and Weekly: bit 0 is Sunday
    std::uint16_t months = everyMonth; ///< Monthly: bit 0 is January
    std::uint32_t dates = 0; ///< Monthly: bits 1 to 31; bit 0 is the last day of the month
    bool isOff = false;
    bool startsMissed = false; ///< what was missed while the device was offline starts when it is back
    std::chrono::minutes eastOfUtc{0};
    Moment since = {}; ///< no run is planned before; with Immediate it is the one run

    /// The newest planned start that is not after \a moment.
    std::optional<Moment> startUpTo(Moment moment) const;
    /// The first planned start after \a moment.
    std::optional<Moment> startAfter(Moment moment) const;
    /// When a run that began at \a start is stopped, if it still goes on.
    std::optional<Moment> cutoffAfter(Moment start) const;

private:
    bool runsOn(std::chrono::local_days day) const;
};

/// A schedule at one moment, reckoned once for all devices that follow it.
struct ScheduleReading
{
    ScheduleReading(const PlanSchedule &of, Moment now);

    const PlanSchedule *schedule;
    std::optional<Moment> latest; ///< planned start, not after the moment
    std::optional<Moment> next; ///< planned start, after the moment
    /// The latest start taken apart; of no meaning where there is none.
    std::chrono::sys_days latestDay;
    std::int64_t latestMinute = 0; ///< counted from 1970
    Moment latestCutoff = Moment::max();
};
