// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

/// A plain text that can be selected by mouse and keyboard, wraps anywhere where a word is longer than the line, and is as high as
/// it needs to be. QLabel cannot break long words, and a row of the server may have nothing else.
class FactText : public QTextEdit
{
    Q_OBJECT

public:
    explicit FactText(QWidget *parent = nullptr);

    /// \a addition stands behind \a text, parted by a blank, in the second ink. Both are plain.
    void setFact(const QString &text, const QString &addition, const QColor &ink, const QColor &secondInk);
    /// What is shown.
    QString shownText() const { return toPlainText(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fitHeight();
};
