// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companydelegate.h"

#include "ui/accounts/accountlook.h"
#include "ui/companies/companytreemodel.h"
#include "ui/health/healthbar.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;
constexpr int colourWidth = 3;
constexpr int markLeft = 10;
constexpr int markSize = 14;
constexpr int nameLeft = 28;
constexpr int levelWidth = 12;
constexpr int mostLevels = 4; // that are told apart
// With a scroll bar or without one, the counts end at the same place.
constexpr int rightMargin = 13;
constexpr int leastRightMargin = 2;
constexpr int gap = 8;
// Bars stand below each other where counts have up to five digits.
constexpr int countWidth = 34;
// Shaping costs by the letter, and no row is as wide as this.
constexpr qsizetype longestShaped = 200;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

QString cut(const QString &text)
{
    return text.size() > longestShaped ? text.first(longestShaped) : text;
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &place)
{
    return QStyle::visualRect(option.direction, option.rect, place);
}

Qt::Alignment towards(const QStyleOptionViewItem &option, Qt::AlignmentFlag side)
{
    return QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter;
}

int rightEdge(const QStyleOptionViewItem &option)
{
    const int scrollBar = option.widget ? option.widget->width() - option.rect.width() : 0;
    return option.rect.right() + 1 - std::max(rightMargin - scrollBar, leastRightMargin);
}

} // namespace

CompanyDelegate::CompanyDelegate(const CompanyTreeModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
{ }

QSize CompanyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {nameLeft + 100, rowHeight};
}

void CompanyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const CompanyLook look = m_model.look(index);
    painter->save();
    paintGround(painter, option);
    paintColour(painter, option, look.colour);
    const QRect mark(option.rect.left() + markLeft, option.rect.top() + (option.rect.height() - markSize) / 2,
                     markSize, markSize);
    paintMark(painter, mirrored(option, mark), look, option.state & QStyle::State_Open);
    const int countLeft = paintCount(painter, option, look);
    paintName(painter, option, look, paintBar(painter, option, look, countLeft));
    painter->restore();
}

void CompanyDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const bool isActive = option.state & QStyle::State_Active;
    if (isSelected(option))
        painter->fillRect(option.rect, m_theme.color(isActive ? Token::Sel : Token::SelInactive));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme.color(Token::Acc));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

/// The account's colour stands at the edge of its row.
void CompanyDelegate::paintColour(QPainter *painter, const QStyleOptionViewItem &option,
                                  AccountColour colour) const
{
    if (colour == AccountColour::None)
        return;
    const QRect edge(option.rect.left(), option.rect.top() + 1, colourWidth, option.rect.height() - 2);
    painter->fillRect(mirrored(option, edge), m_theme.color(accountToken(colour)));
}

void CompanyDelegate::paintMark(QPainter *painter, const QRect &place, const CompanyLook &look,
                                bool isOpen) const
{
    const auto drawGlyph = [&](Glyph glyph, Token ink) {
        painter->drawPixmap(place.topLeft(),
                            glyphPixmap(glyph, markSize, painter->device()->devicePixelRatioF(),
                                        m_theme.color(ink), m_theme.color(Token::Side)));
    };
    painter->setRenderHint(QPainter::Antialiasing);
    switch (look.mark) {
    case CompanyMark::None:
        break;
    case CompanyMark::NotRead:
        drawGlyph(Glyph::Clock, Token::Text3);
        break;
    case CompanyMark::Failed:
        drawGlyph(Glyph::HealthStale, Token::Warn);
        break;
    case CompanyMark::Reading: {
        const QRectF ring = QRectF(place).adjusted(2, 2, -2, -2);
        painter->setPen(QPen(m_theme.color(Token::Line), 1.6));
        painter->drawEllipse(ring);
        painter->setPen(QPen(m_theme.color(Token::Acc), 1.6, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(ring, (90 - m_ringAngle) * 16, -100 * 16);
        break;
    }
    }
    if (look.isAccount) { // where the others have a mark, the account has its chevron
        const QPointF middle = QRectF(place).center();
        painter->translate(middle);
        painter->rotate(isOpen ? 0 : -90);
        painter->translate(-middle);
        drawGlyph(Glyph::Chevron, Token::Text2);
        painter->resetTransform();
    }
}

/// Returns where the name must end.
int CompanyDelegate::paintCount(QPainter *painter, const QStyleOptionViewItem &option,
                                const CompanyLook &look) const
{
    const int right = rightEdge(option);
    if (look.count.isEmpty())
        return right;
    const TextStyle style = !look.isCounted ? TextStyle::Small
        : look.isAccount                    ? TextStyle::Strong
                                            : TextStyle::Base;
    const bool isOld = look.mark != CompanyMark::None && !isSelected(option);
    painter->setFont(m_theme.font(style));
    painter->setPen(m_theme.color(look.isAccount && look.isCounted ? Token::Text
                                      : isOld                      ? Token::Text3
                                                                   : Token::Text2));
    const int width = painter->fontMetrics().horizontalAdvance(look.count);
    const QRect place(right - width, option.rect.top(), width, option.rect.height());
    painter->drawText(mirrored(option, place), static_cast<int>(towards(option, Qt::AlignRight)), look.count);
    return right - width - gap;
}

/// Returns where the name must end.
int CompanyDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, const CompanyLook &look,
                              int countLeft) const
{
    if (!look.isCounted || look.health.counted() == 0)
        return countLeft;
    const int right = std::min(countLeft, rightEdge(option) - countWidth - gap);
    const QRect bar(right - treeBarSize.width(),
                    option.rect.top() + (option.rect.height() - treeBarSize.height()) / 2,
                    treeBarSize.width(), treeBarSize.height());
    paintHealthBar(*painter, mirrored(option, bar), look.health, m_theme);
    return bar.left() - gap;
}

void CompanyDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                const CompanyLook &look, int countLeft) const
{
    const int left = option.rect.left() + nameLeft + levelWidth * std::min(look.level, mostLevels);
    const QFont suffixFont = m_theme.font(TextStyle::Badge);
    const bool hasSuffix = !look.suffix.isEmpty() && look.level == 0; // its parent stands above it
    const int suffixWidth =
        hasSuffix ? QFontMetrics(suffixFont).horizontalAdvance(cut(look.suffix)) + gap : 0;
    const int suffixShown = std::min(suffixWidth, (countLeft - left) / 2);

    painter->setFont(m_theme.font(look.isAccount ? TextStyle::Strong : TextStyle::Base));
    const bool isOld = look.mark == CompanyMark::NotRead || look.mark == CompanyMark::Reading;
    painter->setPen(m_theme.color(!isOld ? Token::Text : isSelected(option) ? Token::Text2 : Token::Text3));
    const QFontMetrics metrics = painter->fontMetrics();
    const QString name = metrics.elidedText(cut(look.title), Qt::ElideRight, countLeft - left - suffixShown);
    const int width = metrics.horizontalAdvance(name);
    const QRect namePlace(left, option.rect.top(), width, option.rect.height());
    painter->drawText(mirrored(option, namePlace), static_cast<int>(towards(option, Qt::AlignLeft)), name);
    if (!hasSuffix)
        return;

    painter->setFont(suffixFont);
    painter->setPen(m_theme.color(isSelected(option) ? Token::Text2 : Token::Text3));
    const int suffixLeft = left + width + gap;
    const QString suffix =
        painter->fontMetrics().elidedText(cut(look.suffix), Qt::ElideMiddle, countLeft - suffixLeft);
    const QRect suffixPlace(suffixLeft, option.rect.top() + 1, countLeft - suffixLeft, option.rect.height());
    painter->drawText(mirrored(option, suffixPlace), static_cast<int>(towards(option, Qt::AlignLeft)),
                      suffix);
}
