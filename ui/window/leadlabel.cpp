// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/leadlabel.h"

#include "ui/widgets/plaintooltip.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

static constexpr int mostLines = 8;
static constexpr int comfortableWidth = 640;

LeadLabel::LeadLabel(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LeadLabel::setText(const QString &lead, const QString &rest)
{
    m_lead = lead;
    m_rest = rest;
    setAccessibleName(text());
    setToolTip({});
    updateGeometry();
    update();
}

QString LeadLabel::text() const
{
    return m_rest.isEmpty() ? m_lead : m_lead + u' ' + m_rest;
}

void LeadLabel::prepare(QTextLayout &layout) const
{
    QTextOption option(Qt::AlignLeading);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setText(text().replace(u'\n', QChar::LineSeparator));
    layout.setFont(font());
    QTextLayout::FormatRange lead;
    lead.start = 0;
    lead.length = static_cast<int>(m_lead.size());
    lead.format.setFontWeight(QFont::DemiBold);
    layout.setFormats({lead});
}

qreal LeadLabel::breakLines(QTextLayout &layout, int width, bool *isWhole) const
{
    prepare(layout);
    const qreal lineHeight = std::ceil(fontMetrics().lineSpacing());
    qreal height = 0;
    layout.beginLayout();
    QTextLine line = layout.createLine();
    for (int count = 0; count < mostLines && line.isValid(); ++count) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += lineHeight;
        line = layout.createLine();
    }
    layout.endLayout();
    if (isWhole)
        *isWhole = !line.isValid();
    return height;
}

QSize LeadLabel::sizeHint() const
{
    return {comfortableWidth, heightForWidth(comfortableWidth)};
}

QSize LeadLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().lineSpacing()};
}

int LeadLabel::heightForWidth(int width) const
{
    QTextLayout layout;
    return static_cast<int>(std::ceil(breakLines(layout, width)));
}

void LeadLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QTextLayout layout;
    bool isWhole = true;
    const qreal height = breakLines(layout, width(), &isWhole);
    const qreal top = std::max(0.0, (this->height() - height) / 2);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    for (int index = 0; index < std::min(layout.lineCount(), mostLines); ++index) {
        const QTextLine line = layout.lineAt(index);
        if (isWhole || index + 1 < mostLines) {
            line.draw(&painter, {0, top});
            continue;
        }
        const QString remaining =
            text().sliced(line.textStart(), std::min(text().size() - line.textStart(), qsizetype(1000)));
        const QRectF rect(0, top + line.y(), width(), line.height());
        painter.drawText(rect, Qt::TextSingleLine,
                         fontMetrics().elidedText(remaining, Qt::ElideRight, width()));
    }
    setToolTip(isWhole ? QString() : plainToolTip(text()));
}

void LeadLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}
