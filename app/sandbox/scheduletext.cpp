// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scheduletext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace {

constexpr std::array<std::string_view, 5> frequencies{"IMMEDIATE", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"};
constexpr std::array<std::string_view, 7> weekdayNames{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
constexpr std::array<std::string_view, 12> monthNames{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                      "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                      "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};

std::vector<std::string> wordsOf(std::span<const std::string_view> names, std::uint32_t mask)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((mask >> i & 1U) != 0)
            words.emplace_back(names[i]);
    }
    return words;
}

std::uint32_t maskOf(std::span<const std::string_view> names, std::span<const std::string> words)
{
    std::uint32_t mask = 0;
    for (const std::string &word : words) {
        const auto at = std::ranges::find(names, word) - names.begin();
        mask |= word == "ALL" ? (1U << names.size()) - 1 : 1U << at;
    }
    return mask;
}

int numberOf(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::string_view frequencyWord(PlanSchedule::Frequency frequency)
{
    return frequencies[static_cast<std::size_t>(frequency)];
}

PlanSchedule::Frequency frequencyOf(std::string_view word)
{
    return static_cast<PlanSchedule::Frequency>(std::ranges::find(frequencies, word) - frequencies.begin());
}

std::vector<std::string> weekdayWords(std::uint8_t of)
{
    return wordsOf(weekdayNames, of);
}

std::uint8_t weekdaysOf(std::span<const std::string> words)
{
    return static_cast<std::uint8_t>(maskOf(weekdayNames, words));
}

std::vector<std::string> monthWords(std::uint16_t of)
{
    return wordsOf(monthNames, of);
}

std::uint16_t monthsOf(std::span<const std::string> words)
{
    return static_cast<std::uint16_t>(maskOf(monthNames, words));
}

std::vector<std::string> dateWords(std::uint32_t of)
{
    if ((of & PlanSchedule::everyDate) == PlanSchedule::everyDate)
        return {"ALL_DAYS"};
    std::vector<std::string> words;
    for (unsigned date = 1; date <= 31; ++date) {
        if ((of >> date & 1U) != 0)
            words.push_back(std::to_string(date));
    }
    if ((of & PlanSchedule::lastDate) != 0)
        words.emplace_back("LAST_DAY");
    return words;
}

std::uint32_t datesOf(std::span<const std::string> words)
{
    std::uint32_t dates = 0;
    for (const std::string &word : words) {
        if (word == "ALL_DAYS")
            dates |= PlanSchedule::everyDate;
        else
            dates |=
                word == "LAST_DAY" ? PlanSchedule::lastDate : 1U << static_cast<unsigned>(numberOf(word));
    }
    return dates;
}

std::string timeText(std::chrono::seconds time)
{
    std::string text;
    for (const auto part : {time.count() / 3600, time.count() / 60 % 60, time.count() % 60}) {
        text.append(text.empty() ? "" : ":").append(part < 10 ? "0" : "");
        text.append(std::to_string(part));
    }
    return text;
}

std::chrono::seconds timeOf(std::string_view text)
{
    return std::chrono::hours(numberOf(text.substr(0, 2))) + std::chrono::minutes(numberOf(text.substr(3, 2)))
        + std::chrono::seconds(numberOf(text.substr(6, 2)));
}
