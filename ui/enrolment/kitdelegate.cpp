// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitdelegate.h"

#include "ui/enrolment/kitmodel.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QPainter>
#include <QWidget>

namespace {

constexpr int margin = 8;
constexpr int buttonSize = 24;
constexpr int glyphSize = 14;
constexpr int glyphGap = 4;
constexpr qsizetype longestShaped = 120;

struct LookRow
{
    Token ink;
    TextStyle style;
    std::optional<Glyph> glyph;
};

LookRow rowOf(KitModel::Look look)
{
    switch (look) {
    case KitModel::Look::Plain:
        return {.ink = Token::Text, .style = TextStyle::Base, .glyph = {}};
    case KitModel::Look::Secret:
        return {.ink = Token::Text, .style = TextStyle::Mono, .glyph = {}};
    case KitModel::Look::Quiet:
        return {.ink = Token::Text3, .style = TextStyle::Base, .glyph = {}};
    case KitModel::Look::Warning:
        return {.ink = Token::Warn, .style = TextStyle::Base, .glyph = Glyph::HealthStale};
    case KitModel::Look::Refused:
        return {.ink = Token::Bad, .style = TextStyle::Base, .glyph = Glyph::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace

KitDelegate::KitDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme) { }

QRect KitDelegate::copyButton(const QRect &rect, Qt::LayoutDirection direction)
{
    const QRect place(rect.right() - buttonSize - 1, rect.center().y() - buttonSize / 2, buttonSize,
                      buttonSize);
    return QStyle::visualRect(direction, rect, place);
}

void KitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QColor ground = m_theme.color(isSelected ? Token::Sel : isHovered ? Token::Hover : Token::Base);
    painter->fillRect(option.rect, ground);
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    const LookRow look = rowOf(static_cast<KitModel::Look>(index.data(KitModel::LookRole).toInt()));
    const bool hasButton =
        index.column() != KitModel::NameColumn && !index.data(KitModel::ValueRole).toString().isEmpty();
    QRect place = option.rect.adjusted(margin, 0, hasButton ? -buttonSize - glyphGap : -margin, 0);
    const auto drawGlyph = [&](Glyph glyph, Token ink, const QRect &area) {
        const QRect there =
            QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {glyphSize, glyphSize}, area);
        painter->drawPixmap(there, glyphPixmap(glyph, glyphSize, ratio, m_theme.color(ink), ground));
    };
    if (look.glyph) {
        const QRect area(place.left(), place.top(), glyphSize, place.height());
        drawGlyph(*look.glyph, look.ink, QStyle::visualRect(option.direction, option.rect, area));
        place.setLeft(place.left() + glyphSize + glyphGap);
    }
    if (hasButton)
        drawGlyph(Glyph::Copy, Token::Text2, copyButton(option.rect, option.direction));
    painter->setFont(m_theme.font(look.style));
    painter->setPen(m_theme.color(isSelected && look.ink == Token::Text3 ? Token::Text2 : look.ink));
    const QString text = painter->fontMetrics().elidedText(index.data().toString().left(longestShaped),
                                                           Qt::ElideRight, place.width());
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, place),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
        text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Acc), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}
