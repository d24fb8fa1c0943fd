// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridpainter.h"

#include "app/fleet/acknowledgements.h"
#include "app/fleet/devicetwins.h"
#include "app/fleet/healthcolumn.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/rowmarks.h"
#include "ui/health/healthlook.h"
#include "ui/window/theme.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int marginLeft = 8;
constexpr int marginRight = 4;
constexpr int marginOfNumbers = 8; // on the right
constexpr int markSize = MarkPictures::size;
constexpr int markGap = 6;

int rightMargin(const DeviceColumnRow &column)
{
    return column.align == Qt::AlignRight ? marginOfNumbers : marginRight;
}

Token groundOf(const RowLook &look)
{
    if (look.isSelected)
        return look.isActive ? Token::Sel : Token::SelInactive;
    return look.isHovered ? Token::Hover : Token::Base;
}

} // namespace

DeviceGridPainter::DeviceGridPainter(const DeviceGridModel &model, const Theme &theme)
    : m_model(model), m_theme(theme), m_texts(theme), m_marks(theme)
{ }

void DeviceGridPainter::paintRow(QPainter &painter, const QRect &rect, DeviceRow device, const RowLook &look,
                                 std::span<const ColumnSpan> columns)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip); // piled up accents stay in their row
    m_marks.setDevicePixelRatio(painter.device()->devicePixelRatioF());
    paintGround(painter, rect, look);
    for (const ColumnSpan &span : columns) {
        const QRect cell(span.left, rect.top(), span.width, rect.height());
        paintCell(painter, cell, device, span.column, look);
    }
    if (look.isCurrent && look.isActive)
        paintCurrent(painter, rect, look, columns);
    painter.restore();
}

bool DeviceGridPainter::isCut(DeviceRow device, DeviceColumn column, int width)
{
    return m_texts.cut(keyOf(device, column, width)).isCut;
}

int DeviceGridPainter::wholeWidth(DeviceRow device, DeviceColumn column)
{
    constexpr int enough = 100'000;
    const CutTextKey key = keyOf(device, column, enough);
    return m_texts.cut(key).width + enough - key.width;
}

void DeviceGridPainter::paintGround(QPainter &painter, const QRect &rect, const RowLook &look)
{
    painter.fillRect(rect, m_theme.color(groundOf(look)));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Grid));
}

void DeviceGridPainter::paintCell(QPainter &painter, const QRect &cell, DeviceRow device, DeviceColumn column,
                                  const RowLook &look)
{
    const DeviceColumnRow &row = columnRow(column);
    const CutTextKey key = keyOf(device, column, cell.width());
    const int mark = markWidth(device, column);
    if (mark > 0)
        paintMark(painter, cell, device, column, look);
    if (isKnown(device, column))
        paintKnown(painter, cell, look);
    if (key.width <= 0)
        return;
    const CutText &text = m_texts.cut(key);
    Token ink = cellLook(m_model.source(), column, device).ink;
    if (look.isSelected && ink == Token::Text3)
        ink = Token::Text2; // text3 has too little contrast there
    const int x = row.align == Qt::AlignRight ? cell.right() + 1 - rightMargin(row) - text.width
                                              : cell.left() + marginLeft + mark;
    if (painter.font() != text.font) // to set it costs more than the text of a short word
        painter.setFont(text.font);
    painter.setPen(m_theme.color(ink));
    painter.drawStaticText(x, cell.top() + (cell.height() - 1 - text.height) / 2, text.text);
}

void DeviceGridPainter::paintMark(QPainter &painter, const QRect &cell, DeviceRow device, DeviceColumn column,
                                  const RowLook &look)
{
    const QPoint place(cell.left() + marginLeft, cell.top() + (cell.height() - 1 - markSize) / 2);
    if (column == DeviceColumn::HealthWord) {
        if (const std::optional<Health> health = healthOf(device)) {
            const HealthLook &mark = healthLook(*health);
            painter.drawPixmap(place, m_marks.glyph(mark.mark, mark.ink, groundOf(look)));
        }
    } else if (column == DeviceColumn::Account) {
        painter.drawPixmap(place, m_marks.account(m_model.accountColour(device)));
    } else if (hasWarningMark(m_model.table(), device)) {
        painter.drawPixmap(place, m_marks.glyph(Glyph::Warning, Token::Warn, Token::Base));
    } else {
        painter.drawPixmap(place, m_marks.glyph(Glyph::Copy, Token::Text2, Token::Base));
    }
}

/// At the right edge: the state has its own mark and keeps it.
void DeviceGridPainter::paintKnown(QPainter &painter, const QRect &cell, const RowLook &look)
{
    const QPoint place(cell.right() + 1 - marginRight - markSize,
                       cell.top() + (cell.height() - 1 - markSize) / 2);
    painter.drawPixmap(place, m_marks.glyph(Glyph::Check, Token::Text2, groundOf(look)));
}

void DeviceGridPainter::paintCurrent(QPainter &painter, const QRect &rect, const RowLook &look,
                                     std::span<const ColumnSpan> columns)
{
    painter.setPen(m_theme.color(Token::Acc));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    const auto cell = std::ranges::find(columns, look.currentColumn,
                                        [](const ColumnSpan &span) { return static_cast<int>(span.column); });
    if (cell != columns.end())
        painter.fillRect(QRect(cell->left, rect.bottom() - 1, cell->width, 2), m_theme.color(Token::Acc));
}

CutTextKey DeviceGridPainter::keyOf(DeviceRow device, DeviceColumn column, int width) const
{
    const DeviceColumnRow &row = columnRow(column);
    const bool isStrong = cellLook(m_model.source(), column, device).isStrong;
    return {.text = cellText(m_model.source(), column, device, m_model.moment()),
            .width = width - marginLeft - rightMargin(row) - markWidth(device, column)
                - (isKnown(device, column) ? markSize + markGap : 0),
            .style = isStrong ? TextStyle::Strong : row.style,
            .elide = row.elide};
}

int DeviceGridPainter::markWidth(DeviceRow device, DeviceColumn column) const
{
    constexpr int width = markSize + markGap;
    switch (column) {
    case DeviceColumn::HealthWord:
        return healthOf(device) ? width : 0;
    case DeviceColumn::Name:
        return hasWarningMark(m_model.table(), device) || hasTwin(device) ? width : 0;
    case DeviceColumn::Account:
        return width;
    default:
        return 0;
    }
}

bool DeviceGridPainter::isKnown(DeviceRow device, DeviceColumn column) const
{
    const Acknowledgements *known = m_model.source().known;
    return column == DeviceColumn::HealthWord && known && known->of(device);
}

bool DeviceGridPainter::hasTwin(DeviceRow device) const
{
    const DeviceTwins *twins = m_model.source().twins;
    return twins && twins->hasTwin(device);
}

std::optional<Health> DeviceGridPainter::healthOf(DeviceRow device) const
{
    const HealthColumn *health = m_model.source().health;
    return health ? health->health(device) : std::nullopt;
}
