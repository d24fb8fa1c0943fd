// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/consolestyle.h"

#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int markSize = 14;
static constexpr int fieldHeight = 28;
static constexpr qreal fieldRadius = 4;

ConsoleStyle::ConsoleStyle(const Theme &theme) : QProxyStyle(u"fusion"_s), m_theme(&theme) { }

static bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

static QRect markRect(const QRect &area)
{
    QRect rect(0, 0, markSize, markSize);
    rect.moveCenter(area.center());
    return rect;
}

/// A glyph in the middle of \a rect, turned clockwise by \a turn degrees.
static void drawGlyph(QPainter *painter, const QRect &rect, Glyph glyph, const QColor &ink, qreal turn = 0)
{
    const qreal scale = painter->device()->devicePixelRatio();
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->translate(QRectF(rect).center());
    painter->rotate(turn);
    painter->drawPixmap(QPointF(-markSize / 2.0, -markSize / 2.0),
                        glyphPixmap(glyph, markSize, scale, ink, Qt::transparent));
    painter->restore();
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (!m_theme || !option) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, painter);
        break;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, painter);
        break;
    case PE_FrameFocusRect:
        drawFocusFrame(*option, painter, widget);
        break;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        drawArrow(*option, painter, 0);
        break;
    case PE_IndicatorArrowLeft:
        drawArrow(*option, painter, 90);
        break;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawArrow(*option, painter, 180);
        break;
    case PE_IndicatorArrowRight:
        drawArrow(*option, painter, -90);
        break;
    case PE_IndicatorMenuCheckMark:
        drawGlyph(painter, option->rect, Glyph::Check,
                  m_theme->color(isEnabled(*option) ? Token::Text2 : Token::Dis));
        break;
    case PE_IndicatorHeaderArrow:
        drawSortArrow(*option, painter);
        break;
    case PE_Frame:
        painter->setPen(m_theme->color(Token::Line));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawCheckBox(const QStyleOption &option, QPainter *painter) const
{
    const QRect rect = markRect(option.rect);
    const bool isMarked = option.state & (State_On | State_NoChange);
    Token fill = isMarked ? Token::Accfill : Token::Base;
    if (!isEnabled(option))
        fill = Token::Win;
    else if (isMarked && option.state.testFlag(State_MouseOver))
        fill = Token::AccfillHover;
    const Token edge = isEnabled(option) ? (isMarked ? fill : Token::Ctl) : Token::Dis;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_theme->color(edge));
    painter->setBrush(m_theme->color(fill));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
    if (isMarked) {
        drawGlyph(painter, rect, option.state.testFlag(State_NoChange) ? Glyph::Minus : Glyph::Check,
                  m_theme->color(isEnabled(option) ? Token::OnAccfill : Token::Dis));
    }
}

void ConsoleStyle::drawRadioButton(const QStyleOption &option, QPainter *painter) const
{
    const QRectF circle = QRectF(markRect(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isOn = option.state.testFlag(State_On);
    const Token fill = !isEnabled(option) ? Token::Win : isOn ? Token::Accfill : Token::Base;
    const Token edge = !isEnabled(option) ? Token::Dis : isOn ? Token::Accfill : Token::Ctl;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_theme->color(edge));
    painter->setBrush(m_theme->color(fill));
    painter->drawEllipse(circle);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme->color(isEnabled(option) ? Token::OnAccfill : Token::Dis));
        painter->drawEllipse(circle.center(), 2.5, 2.5);
    }
    painter->restore();
}

/// As the style sheet draws a QLineEdit.
void ConsoleStyle::drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const bool isWrong = widget && widget->property("wrong").toBool();
    const bool hasFocus = option.state.testFlag(State_HasFocus);
    const qreal width = isWrong || hasFocus ? 2 : 1;
    Token edge = isEnabled(option) ? Token::Ctl : Token::Line;
    if (isWrong || hasFocus)
        edge = isWrong ? Token::Bad : Token::Acc;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme->color(edge), width));
    painter->setBrush(m_theme->color(isEnabled(option) ? Token::Base : Token::Win));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                             fieldRadius, fieldRadius);
    painter->restore();
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (!m_theme || !option || (control != CC_ComboBox && control != CC_SpinBox)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    drawField(*option, painter, widget);
    const QColor ink = m_theme->color(isEnabled(*option) ? Token::Text2 : Token::Dis);
    const auto part = [&](SubControl which) {
        return proxy()->subControlRect(control, option, which, widget);
    };
    if (control == CC_ComboBox) {
        drawGlyph(painter, part(SC_ComboBoxArrow), Glyph::Chevron, ink);
    } else if (option->subControls.testFlag(SC_SpinBoxUp)) {
        drawGlyph(painter, part(SC_SpinBoxUp), Glyph::Chevron, ink, 180);
        drawGlyph(painter, part(SC_SpinBoxDown), Glyph::Chevron, ink);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type != CT_ComboBox && type != CT_SpinBox)
        return needed;
    return {needed.width(), std::max(needed.height(), fieldHeight)};
}

QIcon ConsoleStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (m_theme && icon == SP_LineEditClearButton)
        return glyphIcon(*m_theme, Glyph::Cross);
    return QProxyStyle::standardIcon(icon, option, widget);
}

/// Headers do not turn bold over what is selected: weight tells the sorted column.
void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        header->setHighlightSections(false);
}

/// The current row of a list has a line of 1, everything else one of 2.
void ConsoleStyle::drawFocusFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const qreal width = qobject_cast<const QAbstractItemView *>(widget) ? 1 : 2;
    const qreal inset = width / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme->color(Token::Acc), width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), width, width);
    painter->restore();
}

void ConsoleStyle::drawArrow(const QStyleOption &option, QPainter *painter, qreal turn) const
{
    drawGlyph(painter, option.rect, Glyph::Chevron,
              m_theme->color(isEnabled(option) ? Token::Text2 : Token::Dis), turn);
}

void ConsoleStyle::drawSortArrow(const QStyleOption &option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt names the arrow after its place in a Windows header: SortDown is ascending.
    const bool isAscending = header->sortIndicator == QStyleOptionHeader::SortDown;
    drawGlyph(painter, option.rect, Glyph::Sort, m_theme->color(Token::Text2), isAscending ? 0 : 180);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_HeaderMarkSize:
        return markSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SplitterWidth:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

/// The focus of a list goes around the whole line, with its picture.
QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect && qobject_cast<const QListView *>(widget))
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: // nothing slides or fades
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}
