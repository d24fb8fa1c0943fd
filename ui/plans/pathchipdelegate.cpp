// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/pathchipdelegate.h"

#include "ui/plans/pathchipmodel.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 24;
constexpr int sentenceHeight = 18;
constexpr int margin = 8;
constexpr int gap = 6;
constexpr int markSize = 14;
constexpr int crossSize = 24; // as wide as high, with the picture in the middle
constexpr int editorHeight = 28;
constexpr int narrowestEditor = 320;
// Shaping costs by the letter, and no line is as wide as this.
constexpr qsizetype longestShaped = 1000;

QString sentenceOf(const QModelIndex &index)
{
    return index.data(PathChipModel::SentenceRole).toString();
}

QString shownPath(const QModelIndex &index)
{
    return index.data().toString().left(longestShaped);
}

/// What the view has for its items in one line, with or without a scroll bar.
int lineWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view)
        return option.rect.width();
    const int bar = view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view);
    return view->width() - 2 * view->frameWidth() - bar - 2 * gap;
}

} // namespace

PathChipDelegate::PathChipDelegate(PathChipModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
{ }

int PathChipDelegate::chipWidth(const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Base));
    const int mark = sentenceOf(index).isEmpty() ? 0 : markSize + gap;
    return margin + mark + metrics.horizontalAdvance(shownPath(index)) + 1 + crossSize;
}

QRect PathChipDelegate::chipRect(const QRect &place, const QModelIndex &index) const
{
    return {place.topLeft(), QSize(std::min(chipWidth(index), place.width()), chipHeight)};
}

QRect PathChipDelegate::crossRect(const QRect &place, const QModelIndex &index) const
{
    const QRect chip = chipRect(place, index);
    return {chip.right() + 1 - crossSize, chip.top(), crossSize, chipHeight};
}

QSize PathChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = lineWidth(option);
    return sentenceOf(index).isEmpty() ? QSize(std::min(chipWidth(index), line), chipHeight)
                                       : QSize(line, chipHeight + sentenceHeight);
}

void PathChipDelegate::paintFrame(QPainter *painter, const QStyleOptionViewItem &option, const QRect &chip,
                                  const QModelIndex &index) const
{
    const bool isFault = index.data(PathChipModel::FaultRole).toBool();
    const bool isMarked = !sentenceOf(index).isEmpty();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const Token edge = isFault ? Token::Bad : isMarked ? Token::Warnb : Token::Line;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasFocus ? QPen(m_theme.color(Token::Acc), 2)
                             : QPen(m_theme.color(isSelected ? Token::Acc : edge)));
    painter->setBrush(m_theme.color(isSelected ? Token::Sel : Token::Win));
    const qreal inset = hasFocus ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(chip).adjusted(inset, inset, -inset, -inset), 4, 4);
}

void PathChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QRect chip = chipRect(option.rect, index);
    const QString sentence = sentenceOf(index);
    const Token ink = index.data(PathChipModel::FaultRole).toBool() ? Token::Bad : Token::Warn;
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->save();
    paintFrame(painter, option, chip, index);
    QRect text = chip.adjusted(margin, 0, -crossSize, 0);
    if (!sentence.isEmpty()) {
        const QRect mark(text.left(), chip.top() + (chipHeight - markSize) / 2, markSize, markSize);
        painter->drawPixmap(
            mark, glyphPixmap(Glyph::Warning, markSize, ratio, m_theme.color(ink), Qt::transparent));
        text.setLeft(mark.right() + 1 + gap);
    }
    painter->setFont(m_theme.font(TextStyle::Base));
    painter->setPen(m_theme.color(Token::Text));
    constexpr int oneLine = static_cast<int>(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine;
    painter->drawText(text, oneLine,
                      painter->fontMetrics().elidedText(shownPath(index), Qt::ElideMiddle, text.width()));
    const QRect cross = crossRect(option.rect, index);
    const Token crossInk = option.state.testFlag(QStyle::State_MouseOver) ? Token::Text : Token::Text3;
    const QRect picture(cross.center() - QPoint(markSize, markSize) / 2, QSize(markSize, markSize));
    painter->drawPixmap(picture,
                        glyphPixmap(Glyph::Cross, markSize, ratio, m_theme.color(crossInk), Qt::transparent));
    if (!sentence.isEmpty()) {
        const QRect below(option.rect.left() + margin, chip.bottom() + 1, option.rect.width() - 2 * margin,
                          sentenceHeight);
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(ink));
        painter->drawText(below, oneLine,
                          painter->fontMetrics().elidedText(sentence, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

QWidget *PathChipDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    Q_UNUSED(option)
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(u"planPathEditor"_s);
    editor->setAccessibleName(tr("Path or rule"));
    editor->setMaxLength(std::numeric_limits<int>::max());
    PathChipModel *model = &m_model;
    const QPersistentModelIndex place = index;
    const QString before = index.data(Qt::EditRole).toString();
    connect(editor, &QLineEdit::textEdited, model,
            [model, place](const QString &text) { model->setData(place, text); });
    connect(this, &QAbstractItemDelegate::closeEditor, editor,
            [model, place, before, editor](const QWidget *closed, EndEditHint hint) {
                if (closed == editor && hint == RevertModelCache && place.isValid())
                    model->replace(place.row(), {before});
            });
    return editor;
}

/// The model follows the editor with each key; its cursor stays where it is.
void PathChipDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    const QString path = index.data(Qt::EditRole).toString();
    if (line && line->text() != path)
        line->setText(path);
}

void PathChipDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        model->setData(index, line->text());
}

void PathChipDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const
{
    const int line = lineWidth(option);
    const int width = std::clamp(chipWidth(index) + crossSize, std::min(narrowestEditor, line), line);
    const int left = std::min(option.rect.left(), std::max(gap, line + gap - width));
    editor->setGeometry(left, option.rect.top() - (editorHeight - chipHeight) / 2, width, editorHeight);
}

bool PathChipDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                   const QStyleOptionViewItem &option, const QModelIndex &index)
{
    Q_UNUSED(model)
    const bool isOfMouse = event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonDblClick;
    if (!isOfMouse)
        return false;
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    const bool isAtCross = mouse->button() == Qt::LeftButton
        && crossRect(option.rect, index).contains(mouse->position().toPoint());
    const bool wasPressed = m_pressed == index;
    m_pressed = isAtCross && event->type() == QEvent::MouseButtonPress ? QPersistentModelIndex(index)
                                                                       : QPersistentModelIndex();
    if (isAtCross && wasPressed && event->type() == QEvent::MouseButtonRelease)
        emit removeClicked(index.row());
    return isAtCross;
}
