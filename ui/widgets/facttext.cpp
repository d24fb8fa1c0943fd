// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/facttext.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QTextCursor>
#include <QTextDocument>

#include <cmath>

using namespace Qt::StringLiterals;

FactText::FactText(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setStyleSheet(u"QTextEdit, QTextEdit:focus { background: transparent; border: 0; padding: 0; }"_s);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
}

void FactText::setFact(const QString &text, const QString &addition, const QColor &ink,
                       const QColor &secondInk)
{
    const auto written = [](const QColor &color) {
        QTextCharFormat format;
        format.setForeground(color);
        return format;
    };
    setPlainText({});
    QTextCursor cursor(document());
    cursor.insertText(text, written(ink));
    if (!addition.isEmpty())
        cursor.insertText(u' ' + addition, written(secondInk));
    fitHeight();
}

QSize FactText::sizeHint() const
{
    return {0, static_cast<int>(std::ceil(document()->size().height()))};
}

void FactText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void FactText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void FactText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore(); // steps back, it is not ours
    else
        QTextEdit::keyPressEvent(event);
}

void FactText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the pane scrolls, not its lines
}

void FactText::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setParent(this, menu->windowFlags());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

void FactText::fitHeight()
{
    if (const int wanted = sizeHint().height(); wanted != height())
        setFixedHeight(wanted);
}
