// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/planschedule.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// A schedule in the words of the API document, Create Backup Plan, nested fields of scheduler.

std::string_view frequencyWord(PlanSchedule::Frequency frequency);
PlanSchedule::Frequency frequencyOf(std::string_view word);

/// \a of are days of the week as in PlanSchedule; each by its own word. The other way, ALL is every day.
std::vector<std::string> weekdayWords(std::uint8_t of);
std::uint8_t weekdaysOf(std::span<const std::string> words);

std::vector<std::string> monthWords(std::uint16_t of);
std::uint16_t monthsOf(std::span<const std::string> words);

/// ALL_DAYS and LAST_DAY among them.
std::vector<std::string> dateWords(std::uint32_t of);
std::uint32_t datesOf(std::span<const std::string> words);

/// HH:MM:SS.
std::string timeText(std::chrono::seconds time);
std::chrono::seconds timeOf(std::string_view text);
