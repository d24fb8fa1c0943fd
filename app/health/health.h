// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <array>

/// The one word that a device has, worst first: the order in which devices are sorted by health.
/// Source: PRODUCT, Devices, Health; the words and their order are those of the state table of the design.
enum class Health : quint8 {
    Failing,
    Never,
    Stale,
    Late,
    OfflineLong,
    Unknown,
    NeverNew, ///< "Never, new": seen for the first time less than a day ago, so nothing is wrong yet.
    Running,
    Protected,
    NotManaged,
};
inline constexpr size_t healthCount = 10;

/// The parts of a health bar and the colours of words, from the left.
enum class HealthTone : quint8 { Bad, Warn, Idle, Run, Ok, None };
inline constexpr size_t healthToneCount = 6;

/// What is true of every device in a state: one row of healthTable.
struct HealthRow
{
    Health health;
    HealthTone tone; ///< Of the bar's part. The mark of NotManaged is idle, but it is in no part.
    bool isCounted; ///< Is one of the m of "n of m".
    bool isInMorningCheck; ///< Wants somebody to look.
    const char *queryWord; ///< What `health:` calls it: one lower-case ASCII word.
    const char *label; ///< Context "Health".
};

/// By Health.
extern const std::array<HealthRow, healthCount> healthTable;
inline const HealthRow &healthRow(Health health)
{
    return healthTable[static_cast<size_t>(health)];
}

/// The word for the person, translated.
QString label(Health health);

/// True when a device that turns from \a before to \a now got worse.
constexpr bool isWorse(Health now, Health before)
{
    return now < before;
}
