// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/countdelegate.h"

#include "ui/window/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

#include <algorithm>

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int boxSize = 16;
// Shaping costs by the letter, and no line is as wide as this.
constexpr qsizetype longestShaped = 200;

} // namespace

CountDelegate::CountDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{ }

QSize CountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const bool isLaterHeader = index.data(HeaderRole).toBool() && index.row() > 0;
    return {100, rowHeight + (isLaterHeader ? gap : 0)};
}

void CountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool isHeader = index.data(HeaderRole).toBool();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Sel));
    else if ((option.state & QStyle::State_MouseOver) && !isHeader)
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    int left = margin;
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (checked.isValid()) {
        paintBox(painter, option, checked.toInt() == Qt::Checked);
        left += boxSize + gap;
    }
    const int right = paintCount(painter, option, index);
    QRect place(option.rect.left() + left, option.rect.bottom() + 1 - rowHeight,
                option.rect.width() - left - right, rowHeight);
    place = QStyle::visualRect(option.direction, option.rect, place);
    painter->setFont(m_theme.font(isHeader ? TextStyle::Strong : TextStyle::Base));
    painter->setPen(m_theme.color(isHeader ? Token::Text2 : Token::Text));
    const QString text = painter->fontMetrics().elidedText(index.data().toString().left(longestShaped),
                                                           Qt::ElideRight, place.width());
    painter->drawText(place,
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter)
                          | Qt::TextSingleLine,
                      text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Acc), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

bool CountDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const bool isClick = event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton
        && option.rect.contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    const bool isKey =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isClick && !isKey)
        return false;
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

/// Returns what it takes from the right.
int CountDelegate::paintCount(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QVariant count = index.data(CountRole);
    const QString text =
        count.isValid() ? QLocale().toString(count.toLongLong()) : index.data(NoteRole).toString();
    if (text.isEmpty())
        return margin;
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::Text2));
    const int width = painter->fontMetrics().horizontalAdvance(text);
    const QRect place = option.rect.adjusted(margin, 0, -margin, 0);
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter;
    painter->drawText(place, static_cast<int>(align.toInt()), text);
    return margin + width + gap;
}

void CountDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool isChecked) const
{
    QStyleOptionButton box;
    box.palette = option.palette;
    box.state = QStyle::State_Enabled | (isChecked ? QStyle::State_On : QStyle::State_Off);
    box.rect =
        QStyle::visualRect(option.direction, option.rect,
                           QRect(option.rect.left() + margin,
                                 option.rect.top() + (option.rect.height() - boxSize) / 2, boxSize, boxSize));
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter,
                                          option.widget);
}
