// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/healthcounts.h"

#include <QRect>
#include <QSize>

#include <vector>

class QPainter;
class Theme;

inline constexpr QSize treeBarSize(32, 10);

/// One part of a health bar.
struct HealthBarPart
{
    HealthTone tone;
    QRect place;

    friend bool operator==(const HealthBarPart &, const HealthBarPart &) = default;
};

/// The parts of a bar in \a area, from the left: as wide as they are many, but each at least 3, with a gap of 1. The height says the same
/// as the colour. What is not managed is in no part; empty where nothing else is there.
std::vector<HealthBarPart> healthBarParts(const HealthCounts &counts, const QRect &area);

void paintHealthBar(QPainter &painter, const QRect &area, const HealthCounts &counts, const Theme &theme);
