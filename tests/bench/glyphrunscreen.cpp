// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/glyphrunscreen.h"

#include <QPainter>
#include <QTextLayout>

GlyphRunScreen::GlyphRunScreen(const QStringList &cells, int rows, QSize size) : m_rows(rows)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    resize(size);
    for (const QString &cell : cells) {
        QTextLayout layout(cell, font());
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        m_runs += layout.glyphRuns();
    }
}

void GlyphRunScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(palette().color(QPalette::Text));
    const int columns = std::max(1, static_cast<int>(m_runs.size()) / m_rows);
    for (int i = 0; i < m_runs.size(); ++i) {
        const QPoint place(i % columns * width() / columns, i / columns * height() / m_rows);
        painter.drawGlyphRun(place, m_runs[i]);
    }
}
