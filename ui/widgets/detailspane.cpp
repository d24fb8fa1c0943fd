// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailspane.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int glyphSize = 16;

} // namespace

DetailsPane::DetailsPane(const QString &name, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(name));
    column->addWidget(makeRule(this));
    column->addWidget(makeBody(name), 1);
    connect(&theme, &Theme::changed, this, &DetailsPane::showGlyph);
}

QToolButton *DetailsPane::makeButton(const QString &name, Glyph glyph, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(glyphIcon(m_theme, glyph));
    button->setAccessibleName(text);
    button->setToolTip(text);
    setSmall(button);
    return button;
}

QWidget *DetailsPane::makeHead(const QString &name)
{
    auto *head = new QWidget(this);
    m_glyph = new QLabel(head);
    m_glyph->setFixedSize(glyphSize, glyphSize);
    m_title = new ElidedLabel(head);
    m_title->setObjectName(name + u"Title"_s);
    m_title->setFont(m_theme.font(TextStyle::Title));
    m_subtitle = new ElidedLabel(head);
    m_subtitle->setObjectName(name + u"Subtitle"_s);
    setInk(m_subtitle, Ink::Text2);
    QToolButton *copyButton = makeButton(name + u"Copy"_s, Glyph::Copy, tr("Copy all details"));
    QToolButton *closeButton = makeButton(name + u"Close"_s, Glyph::Cross, tr("Close the details"));
    connect(copyButton, &QToolButton::clicked, this, &DetailsPane::copyRequested);
    connect(closeButton, &QToolButton::clicked, this, &DetailsPane::closeRequested);

    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(margin, 10, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_glyph, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(copyButton, 0, 2);
    grid->addWidget(closeButton, 0, 3);
    grid->addWidget(m_subtitle, 1, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    return head;
}

QWidget *DetailsPane::makeBody(const QString &name)
{
    auto *area = new QScrollArea(this);
    area->setObjectName(name + u"Area"_s);
    area->setAccessibleName(tr("Details"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);

    auto *body = new QWidget(area);
    body->setBackgroundRole(QPalette::AlternateBase);
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(12);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(margin, 12, margin, 12);
    column->addLayout(m_parts);
    column->addStretch();
    area->setWidget(body);
    return area;
}

void DetailsPane::setHead(Glyph glyph, const QString &title, const QString &subtitle)
{
    m_shownGlyph = glyph;
    showGlyph();
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void DetailsPane::add(QWidget *part)
{
    m_parts->addWidget(part);
}

void DetailsPane::setFoot(QWidget *foot)
{
    layout()->addWidget(makeRule(this));
    layout()->addWidget(foot);
}

void DetailsPane::showGlyph()
{
    m_glyph->setPixmap(
        glyphIcon(m_theme, m_shownGlyph).pixmap(QSize(glyphSize, glyphSize), devicePixelRatioF()));
}
