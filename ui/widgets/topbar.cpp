// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topbar.h"

#include "ui/window/theme.h"

#include <QPainter>

static constexpr int barHeight = 44;

TopBar::TopBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(barHeight);
}

void TopBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Win));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}
