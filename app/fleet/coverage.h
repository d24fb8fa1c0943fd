// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

/// What the plans that were read say of a device's protection. Several words may hold of one device.
enum class CoverageWord : quint8 {
    Covered, ///< Applied to it, or listed: a plan that is on.
    Uncovered, ///< In no plan, and all plans of its company were read.
    OnlyLocal, ///< In plans that write to a local place alone.
    PlanOff, ///< Every plan that it is in is switched off.
    ScheduleOff, ///< Of the plans that are on, every one has its schedule switched off.
    Pending, ///< A plan is not applied yet.
    Failed, ///< A plan could not be applied.
    Unread, ///< In no plan that was read, and the plans of its company were not.
};
inline constexpr size_t coverageWordCount = 8;

/// A set of words: a bit for each.
using CoverageWords = quint8;

constexpr CoverageWords bitOf(CoverageWord word, bool holds = true)
{
    return static_cast<CoverageWords>(holds ? 1U << static_cast<unsigned>(word) : 0U);
}

/// How many devices have each word.
struct CoverageCounts
{
    std::array<qsizetype, coverageWordCount> devices{};
    qsizetype all = 0;

    qsizetype of(CoverageWord word) const { return devices[static_cast<size_t>(word)]; }
    friend bool operator==(const CoverageCounts &, const CoverageCounts &) = default;
};

/// As the query box writes it: "uncovered".
QString queryWord(CoverageWord word);
/// For the person: "In no plan".
QString label(CoverageWord word);
/// One sentence that says what the word means. Translated.
QString sentence(CoverageWord word);
