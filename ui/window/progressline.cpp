// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/progressline.h"

#include "ui/window/theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

static constexpr int thickness = 6;
static constexpr int stepsOfOneTrip = 20; // two seconds

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent) : QProgressBar(parent), m_theme(theme)
{
    setTextVisible(false);
    setRange(0, 100);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ProgressLine::setPercent(int percent)
{
    setRange(0, percent < 0 ? 0 : 100);
    if (percent >= 0)
        setValue(std::min(percent, 100));
    moveWhileSeen();
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {160, thickness};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {40, thickness};
}

void ProgressLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const QRectF track(0, (height() - thickness) / 2.0, width(), thickness);
    QRectF filled = track;
    if (isEndKnown()) {
        const qreal share = qreal(value() - minimum()) / (maximum() - minimum());
        filled.setWidth(value() > minimum() ? std::max<qreal>(thickness, track.width() * share) : 0);
    } else {
        filled.setWidth(track.width() / 4);
        filled.moveLeft((track.width() - filled.width()) * m_step / stepsOfOneTrip);
    }
    if (layoutDirection() == Qt::RightToLeft)
        filled.moveRight(track.width() - filled.left());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Press));
    painter.drawRoundedRect(track, thickness / 2.0, thickness / 2.0);
    painter.setBrush(m_theme.color(Token::Acc));
    painter.drawRoundedRect(filled, thickness / 2.0, thickness / 2.0);
}

void ProgressLine::showEvent(QShowEvent *event)
{
    QProgressBar::showEvent(event);
    moveWhileSeen();
}

void ProgressLine::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QProgressBar::hideEvent(event);
}

void ProgressLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QProgressBar::timerEvent(event);
        return;
    }
    m_step = (m_step + 1) % stepsOfOneTrip;
    update();
}

void ProgressLine::moveWhileSeen()
{
    if (isEndKnown() || !isVisible())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(100, this);
}
