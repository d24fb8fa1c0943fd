// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/// A stretch of one day in minutes from midnight: the time in which a backup may run.
struct DayWindow
{
    int begin = 0;
    int end = 24 * 60;

    friend bool operator==(const DayWindow &, const DayWindow &) = default;
};
Q_DECLARE_METATYPE(QList<DayWindow>)

/// Draws a day of the calendar: its text, and below it the day as a line on which the times from a start to its cut-off are filled.
class PlanDayDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// The item's QList<DayWindow>.
    static constexpr int windowsRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};
