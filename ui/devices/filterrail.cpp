// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/filterrail.h"

#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

static constexpr int railWidth = 28;
static constexpr int glyphSize = 16;
static constexpr int textTop = 32;

FilterRail::FilterRail(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(u"filterRail"_s);
    setFixedWidth(railWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding); // the whole height is the button
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void FilterRail::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const QColor ground = m_theme.color(isDown() || underMouse() ? Token::Press : Token::Side);
    painter.fillRect(rect(), ground);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.color(Token::Line));
    const int left = (width() - glyphSize) / 2;
    painter.drawPixmap(
        left, 8,
        glyphPixmap(Glyph::Filter, glyphSize, devicePixelRatioF(), m_theme.color(Token::Text2), ground));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Acc), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Token::Text2));
    painter.translate(0, textTop + painter.fontMetrics().horizontalAdvance(text()));
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, height(), width() - 1), Qt::AlignLeft | Qt::AlignVCenter, text());
}
