// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/stamptext.h"

#include <cstdint>
#include <cstring>

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr int dayLength = 12; // "2026-02-17T
constexpr int minuteLength = 6; // 05:39:
constexpr int secondLength = 7; // 20.120"

constexpr char digit(std::uint32_t number, std::uint32_t unit)
{
    return static_cast<char>('0' + number / unit % 10);
}

constexpr auto minuteTexts = [] {
    std::array<std::array<char, 8>, 1440> texts{};
    for (std::uint32_t minute = 0; minute < texts.size(); ++minute) {
        const std::uint32_t hour = minute / 60;
        const std::uint32_t rest = minute % 60;
        texts[minute] = {
            digit(hour, 10), digit(hour, 1), ':', digit(rest, 10), digit(rest, 1), ':', ' ', ' '};
    }
    return texts;
}();

} // namespace

StampText::DayText StampText::dayText(sys_days day)
{
    const year_month_day date(day);
    const auto year = static_cast<std::uint32_t>(static_cast<int>(date.year()));
    const auto month = static_cast<std::uint32_t>(static_cast<unsigned>(date.month()));
    const auto dayOfMonth = static_cast<std::uint32_t>(static_cast<unsigned>(date.day()));
    return {'"',
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            '-',
            digit(month, 10),
            digit(month, 1),
            '-',
            digit(dayOfMonth, 10),
            digit(dayOfMonth, 1),
            'T',
            ' ',
            ' ',
            ' ',
            ' '};
}

StampText::StampText(const ClockReading &clock, int daysBack) : m_firstDay(clock.today - days(daysBack))
{
    for (sys_days day = m_firstDay; day <= clock.today + days(2); day += days(1))
        m_days.push_back(dayText(day));
}

char *StampText::write(char *at, const std::optional<Moment> &moment) const
{
    if (!moment) {
        std::memcpy(at, "null", 4);
        return at + 4;
    }
    const sys_days day = floor<days>(*moment);
    const auto inDay = static_cast<std::uint32_t>((*moment - day).count());
    const std::uint32_t inMinute = inDay % 60'000;
    const auto row =
        static_cast<std::size_t>((day - m_firstDay).count()); // far out for days before the first
    if (row < m_days.size()) [[likely]]
        std::memcpy(at, m_days[row].data(), 16);
    else
        std::memcpy(at, dayText(day).data(), 16);
    at += dayLength;
    std::memcpy(at, minuteTexts[inDay / 60'000].data(), 8);
    at += minuteLength;
    const std::array<char, secondLength> seconds{
        digit(inMinute, 10'000), digit(inMinute, 1'000), '.', digit(inMinute, 100),
        digit(inMinute, 10),     digit(inMinute, 1),     '"'};
    std::memcpy(at, seconds.data(), secondLength);
    return at + secondLength;
}
