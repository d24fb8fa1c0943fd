// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class Theme;

/// A button as high as the page, 28 wide: its text is written upwards.
class FilterRail : public QAbstractButton
{
    Q_OBJECT

public:
    /// \a theme outlives the rail.
    explicit FilterRail(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};
