// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hostbadge.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include <array>
#include <cstddef>

using namespace Qt::StringLiterals;

static constexpr int badgeHeight = 18;
static constexpr int badgeMark = 12;

struct KindRow
{
    HostKind kind;
    QLatin1StringView name; // for the style sheet
    Glyph glyph;
    Token ink;
};

static constexpr std::array kindTable{
    KindRow{HostKind::None, QLatin1StringView("none"), Glyph::Lock, Token::Text2},
    KindRow{HostKind::Secure, QLatin1StringView("secure"), Glyph::Lock, Token::Text2},
    KindRow{HostKind::Sandbox, QLatin1StringView("sandbox"), Glyph::Sandbox, Token::Text2},
    KindRow{HostKind::Other, QLatin1StringView("other"), Glyph::Warning, Token::Warn},
};

static const KindRow &rowOf(HostKind kind)
{
    return kindTable.at(static_cast<std::size_t>(kind));
}

HostBadgeView::HostBadgeView(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_mark(new QLabel(this)), m_word(new QLabel(tr("SANDBOX"), this)),
      m_host(new ElidedLabel(this))
{
    setObjectName(u"hostBadge"_s);
    m_word->setTextFormat(Qt::PlainText);
    m_host->setObjectName(u"hostText"_s);
    m_host->setElideMode(Qt::ElideMiddle);
    QFont font = theme.font(TextStyle::Badge);
    m_host->setFont(font);
    font.setWeight(QFont::DemiBold);
    m_word->setFont(font);
    setFixedHeight(badgeHeight);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(6);
    row->addWidget(m_mark);
    row->addWidget(m_word);
    row->addWidget(m_host);

    connect(&theme, &Theme::changed, this, &HostBadgeView::showMark);
    setBadge({});
}

void HostBadgeView::setBadge(const HostBadge &badge)
{
    m_kind = badge.kind;
    setProperty("kind", rowOf(badge.kind).name);
    style()->unpolish(this);
    style()->polish(this);
    showMark();
    m_word->setVisible(badge.kind == HostKind::Sandbox);
    m_host->setText(badge.text);
    setInk(m_host, badge.kind == HostKind::Other ? Ink::Warn : Ink::Text2);
    setToolTip(plainToolTip(badge.toolTip));
    setAccessibleName(badge.kind == HostKind::Sandbox ? m_word->text() + u' ' + badge.text : badge.text);
    setAccessibleDescription(badge.toolTip);
    setVisible(!badge.text.isEmpty());
}

void HostBadgeView::showMark()
{
    const KindRow &row = rowOf(m_kind);
    m_mark->setVisible(m_kind != HostKind::None);
    m_mark->setPixmap(
        glyphIcon(m_theme, row.glyph, row.ink).pixmap(QSize(badgeMark, badgeMark), devicePixelRatioF()));
}
