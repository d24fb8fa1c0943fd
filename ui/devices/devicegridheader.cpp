// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridheader.h"

#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QPainter>
#include <QStyleOptionHeaderV2>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int arrowSize = 14;
constexpr int arrowGap = 2;
constexpr int narrowestColumn = 32;

} // namespace

DeviceGridHeader::DeviceGridHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_plain(theme.font(TextStyle::Small)),
      m_strong(m_plain)
{
    m_strong.setWeight(QFont::DemiBold);
    setObjectName(u"deviceGridHeader"_s);
    setAccessibleName(tr("Columns"));
    setFixedHeight(rowHeight);
    setHighlightSections(false);
    setSectionsMovable(true);
    setFirstSectionMovable(true);
    setSectionsClickable(true);
    setMinimumSectionSize(narrowestColumn);
}

void DeviceGridHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    initStyleOptionForIndex(&option, logicalIndex);
    const bool isTouched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->fillRect(rect, m_theme.color(isTouched ? Token::Press : Token::Win));
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_theme.color(Token::Line));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Line));

    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const int arrow = isSorted ? arrowSize + arrowGap : 0;
    painter->setFont(isSorted ? m_strong : m_plain);
    painter->setPen(m_theme.color(isSorted ? Token::Text : Token::Text2));
    const QFontMetrics metrics(painter->font());
    const int room = rect.width() - 2 * margin - arrow;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, std::max(room, 0));
    const int width = metrics.horizontalAdvance(text);
    const bool isRight = option.textAlignment.testFlag(Qt::AlignRight);
    const int left = isRight ? rect.right() + 1 - margin - arrow - width : rect.left() + margin;
    painter->drawText(QRect(left, rect.top(), width + 1, rect.height() - 1),
                      Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (isSorted) {
        const QRect place(left + width + arrowGap, rect.top() + (rect.height() - 1 - arrowSize) / 2,
                          arrowSize, arrowSize);
        paintArrow(painter, place, sortIndicatorOrder());
    }
}

/// The glyph points up, for what grows downwards.
void DeviceGridHeader::paintArrow(QPainter *painter, const QRect &place, Qt::SortOrder order) const
{
    const QPixmap glyph = glyphPixmap(Glyph::Sort, arrowSize, painter->device()->devicePixelRatioF(),
                                      m_theme.color(Token::Text), m_theme.color(Token::Win));
    painter->save();
    painter->translate(QRectF(place).center());
    if (order == Qt::DescendingOrder)
        painter->scale(1, -1);
    painter->drawPixmap(QPointF(-arrowSize / 2.0, -arrowSize / 2.0), glyph);
    painter->restore();
}
