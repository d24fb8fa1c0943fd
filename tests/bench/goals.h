// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// A line of the report: what was measured, the goal for it, and what it is compared with in the same run.
struct Goal
{
    const char *title;
    const char
        *key; ///< Of the samples. Its processor time, where there is one, stands under key + ".processor".
    double share; ///< Which quantile of the samples counts: 0.5 the median, 1 the longest.
    const char *unit;
    double most = 0; ///< 0: no goal.
    const char *limitKey = nullptr; ///< The raw limit for the same thing.
    double mostOfLimit = 0; ///< How many times the limit it may take; 0: no goal.
    const char *plainKey = nullptr; ///< The same thing in a plain Qt program.
    bool isByProcessor = false; ///< One thread does it all: it is compared with the limit by processor time.
};

/// Every line of the report, in order.
std::span<const Goal> benchGoals();
