// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int widestText = 336;
static constexpr int narrowest = 160;
static constexpr int iconSize = 32;

static QLabel *centredLabel(const QString &name, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

static void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

static void showText(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setAccessibleName(text);
    button->setVisible(!text.isEmpty());
}

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)),
      m_title(centredLabel(u"emptyTitle"_s, theme.font(TextStyle::Title), this)),
      m_quote(centredLabel(u"emptyQuote"_s, theme.font(TextStyle::Mono), this)),
      m_sentences(centredLabel(u"emptySentences"_s, theme.font(TextStyle::Base), this)),
      m_primary(new QPushButton(this)), m_secondary(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_icon->setAlignment(Qt::AlignCenter);
    setInk(m_sentences, Ink::Text2);
    m_primary->setObjectName(u"emptyPrimary"_s);
    setKind(m_primary, ButtonKind::Main);
    m_secondary->setObjectName(u"emptySecondary"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_quote, 0, Qt::AlignHCenter);
    column->addWidget(m_sentences, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch();

    setMinimumWidth(narrowest);
    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryChosen);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyState::secondaryChosen);
    connect(&theme, &Theme::changed, this, &EmptyState::showGlyph);
    setContent({});
}

void EmptyState::setContent(const EmptyText &text)
{
    m_glyph = text.glyph;
    showGlyph();
    showText(m_title, text.title);
    showText(m_quote, text.quote);
    showText(m_sentences, text.sentences);
    showText(m_primary, text.primaryAction);
    showText(m_secondary, text.secondaryAction);
    fitLabels();
    setAccessibleName(text.title);
    setAccessibleDescription(text.sentences);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    fitLabels();
    QWidget::resizeEvent(event);
}

// A label that wraps has no width of its own, and the layout takes its height for another width while it is new.
void EmptyState::fitLabels()
{
    const int width = std::min(widestText, contentsRect().width() - 2 * layout()->contentsMargins().left());
    for (QLabel *label : {m_title, m_quote, m_sentences})
        label->setFixedSize(width, std::max(0, label->heightForWidth(width))); // an empty one has none
}

void EmptyState::showGlyph()
{
    const bool isMark = m_glyph >= Glyph::HealthFailing;
    const QIcon icon = isMark ? glyphIcon(m_theme, m_glyph) : glyphIcon(m_theme, m_glyph, Token::Text3);
    m_icon->setPixmap(icon.pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}
