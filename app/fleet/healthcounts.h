// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health.h"

#include <array>
#include <optional>

/// How many devices are in each state.
struct HealthCounts
{
    std::array<qsizetype, healthCount> states{}; ///< By Health.

    qsizetype of(Health health) const { return states[static_cast<size_t>(health)]; }
    /// What a part of a health bar stands for. HealthTone::None: not managed.
    qsizetype of(HealthTone tone) const
    {
        qsizetype count = 0;
        for (const HealthRow &row : healthTable)
            count += row.tone == tone ? of(row.health) : 0;
        return count;
    }
    /// The m of "n of m": every device that is managed.
    qsizetype counted() const
    {
        qsizetype count = 0;
        for (const HealthRow &row : healthTable)
            count += row.isCounted ? of(row.health) : 0;
        return count;
    }
    /// The worst state that any device is in; nullopt: there is no device.
    std::optional<Health> worst() const
    {
        for (size_t state = 0; state < healthCount; ++state) {
            if (states[state] > 0)
                return static_cast<Health>(state);
        }
        return std::nullopt;
    }

    friend bool operator==(const HealthCounts &, const HealthCounts &) = default;
};
