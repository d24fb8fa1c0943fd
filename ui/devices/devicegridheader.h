// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class Theme;

/// The header of the device grid: the column that is sorted by stands out, with its arrow behind its name.
class DeviceGridHeader : public QHeaderView
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 28;

    /// \a theme outlives the header.
    explicit DeviceGridHeader(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    void paintArrow(QPainter *painter, const QRect &place, Qt::SortOrder order) const;

    const Theme &m_theme;
    QFont m_plain;
    QFont m_strong;
};
