// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGlyphRun>
#include <QList>
#include <QWidget>

/// What painting a screen of a grid costs at least: its texts, shaped before, drawn as glyph runs on plain ground.
class GlyphRunScreen : public QWidget
{
public:
    /// As many \a cells as stand on a screen, all of the same size, \a rows of them upright.
    GlyphRunScreen(const QStringList &cells, int rows, QSize size);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QGlyphRun> m_runs;
    int m_rows;
};
