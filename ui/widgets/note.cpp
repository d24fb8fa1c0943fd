// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note.h"

#include "ui/widgets/facttext.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace {

constexpr qreal radius = 4;

QLabel *makeLine(QWidget *parent, const Theme &theme)
{
    auto *line = new QLabel(parent);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setFont(theme.font(TextStyle::Small));
    setInk(line, Ink::Text2);
    return line;
}

} // namespace

Note::Note(Kind kind, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_theme(theme), m_first(makeLine(this, theme)),
      m_text(new FactText(this)), m_last(makeLine(this, theme))
{
    setKind(kind);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(2);
    column->addWidget(m_first);
    column->addWidget(m_text);
    column->addWidget(m_last);
    connect(&theme, &Theme::changed, this, &Note::showText);
}

void Note::setKind(Kind kind)
{
    m_kind = kind;
    m_text->setFont(m_theme.font(kind == Kind::Quotation ? TextStyle::Mono : TextStyle::Base));
    update();
}

void Note::setTexts(const QString &first, const QString &text, const QString &last)
{
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_last->setText(last);
    m_last->setVisible(!last.isEmpty());
    m_words = text;
    showText();
}

void Note::showText()
{
    m_text->setFact(m_words, {}, m_theme.color(Token::Text), m_theme.color(Token::Text2));
    m_text->setAccessibleName(m_first->text());
}

void Note::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(m_kind == Kind::Warning ? Token::Warnb : Token::Line));
    painter.setBrush(m_theme.color(m_kind == Kind::Warning ? Token::Warnt : Token::Win));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}
