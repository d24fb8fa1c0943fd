// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/healthbar.h"

#include "ui/health/healthlook.h"
#include "ui/window/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace {

constexpr int gap = 1;
constexpr int narrowest = 3;

struct Shape
{
    HealthTone tone;
    int height; ///< Of a bar that is 10 high.
};

constexpr std::array shapes{Shape{HealthTone::Bad, 10}, Shape{HealthTone::Warn, 8},
                            Shape{HealthTone::Idle, 4}, Shape{HealthTone::Run, 6}, Shape{HealthTone::Ok, 6}};

struct Share
{
    Shape shape;
    qsizetype count;
    int width;
};

/// Shares \a width out: what is too narrow is widened at the cost of the widest.
void shareOut(std::vector<Share> &shares, qsizetype total, int width)
{
    int left = width;
    for (Share &share : shares) {
        share.width = std::max(narrowest, static_cast<int>(qint64(width) * share.count / total));
        left -= share.width;
    }
    std::ranges::max_element(shares, {}, &Share::width)->width += left;
}

} // namespace

std::vector<HealthBarPart> healthBarParts(const HealthCounts &counts, const QRect &area)
{
    std::vector<Share> shares;
    for (const Shape &shape : shapes) {
        if (const qsizetype count = counts.of(shape.tone); count > 0)
            shares.push_back({.shape = shape, .count = count, .width = 0});
    }
    if (shares.empty())
        return {};
    shareOut(shares, counts.counted(), area.width() - gap * (static_cast<int>(shares.size()) - 1));
    std::vector<HealthBarPart> parts;
    int left = area.left();
    for (const Share &share : shares) {
        const int height = share.shape.height * area.height() / treeBarSize.height();
        parts.push_back(
            {.tone = share.shape.tone,
             .place = QRect(left, area.top() + (area.height() - height) / 2, share.width, height)});
        left += share.width + gap;
    }
    return parts;
}

void paintHealthBar(QPainter &painter, const QRect &area, const HealthCounts &counts, const Theme &theme)
{
    for (const HealthBarPart &part : healthBarParts(counts, area))
        painter.fillRect(part.place, theme.color(barToken(part.tone)));
}
