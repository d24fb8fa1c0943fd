// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plandaydelegate.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int lineHeight = 4;
constexpr int margin = 4;
constexpr int minutesOfDay = 24 * 60;

} // namespace

void PlanDayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto windows = index.data(windowsRole).value<QList<DayWindow>>();
    if (windows.isEmpty())
        return;
    const QRect line(option.rect.left(), option.rect.bottom() - lineHeight - margin, option.rect.width(),
                     lineHeight);
    painter->fillRect(line, option.palette.color(QPalette::Midlight));
    for (const DayWindow &window : windows) {
        const int left = line.left() + line.width() * window.begin / minutesOfDay;
        const int right = line.left() + line.width() * window.end / minutesOfDay;
        painter->fillRect(left, line.top(), std::max(right - left, 2), lineHeight,
                          option.palette.color(QPalette::Link));
    }
}
