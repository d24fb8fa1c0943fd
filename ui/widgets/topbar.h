// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

/// The bar at the top of a side of the window: 44 high, with a line at its lower edge, on which the line of a chosen tab may lie.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the bar.
    explicit TopBar(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};
