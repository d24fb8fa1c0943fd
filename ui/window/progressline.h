// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QProgressBar>

class Theme;

/// A progress bar 6 high without words; the words stand beside it. With a range of 0 to 0 the end is not known: a piece
/// moves along, ten steps a second while it can be seen.
class ProgressLine : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme &theme, QWidget *parent = nullptr);

    /// 0 to 100, or -1 when the end is not known.
    void setPercent(int percent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] bool isEndKnown() const { return maximum() > minimum(); }
    void moveWhileSeen();

    const Theme &m_theme;
    QBasicTimer m_timer;
    int m_step = 0;
};
