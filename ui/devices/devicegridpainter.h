// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/devicetable.h"
#include "app/health/health.h"
#include "ui/devices/cuttexts.h"
#include "ui/devices/markpictures.h"

#include <QRect>

#include <optional>
#include <span>

class DeviceGridModel;
class QPainter;

/// Where a column stands in the viewport.
struct ColumnSpan
{
    DeviceColumn column;
    int left = 0;
    int width = 0;
};

/// How a row stands out.
struct RowLook
{
    bool isSelected = false;
    bool isActive = false; ///< The grid has the focus of an active window.
    bool isHovered = false;
    bool isCurrent = false;
    int currentColumn = -1; ///< A DeviceColumn, where the current cell is this row's.
};

/// Paints rows of the device grid.
class DeviceGridPainter
{
public:
    DeviceGridPainter(const DeviceGridModel &model, const Theme &theme);

    void paintRow(QPainter &painter, const QRect &rect, DeviceRow device, const RowLook &look,
                  std::span<const ColumnSpan> columns);
    /// True when the text of a cell does not fit in \a width.
    bool isCut(DeviceRow device, DeviceColumn column, int width);
    /// How wide the column must be to show all of a cell, in logical pixels.
    int wholeWidth(DeviceRow device, DeviceColumn column);
    /// Fonts or colours are other ones.
    void forget()
    {
        m_texts.forget();
        m_marks.forget();
    }

private:
    void paintGround(QPainter &painter, const QRect &rect, const RowLook &look);
    void paintCell(QPainter &painter, const QRect &cell, DeviceRow device, DeviceColumn column,
                   const RowLook &look);
    void paintMark(QPainter &painter, const QRect &cell, DeviceRow device, DeviceColumn column,
                   const RowLook &look);
    void paintCurrent(QPainter &painter, const QRect &rect, const RowLook &look,
                      std::span<const ColumnSpan> columns);
    CutTextKey keyOf(DeviceRow device, DeviceColumn column, int width) const;
    void paintKnown(QPainter &painter, const QRect &cell, const RowLook &look);
    bool isKnown(DeviceRow device, DeviceColumn column) const;
    bool hasTwin(DeviceRow device) const;
    std::optional<Health> healthOf(DeviceRow device) const;
    int markWidth(DeviceRow device, DeviceColumn column) const;

    const DeviceGridModel &m_model;
    const Theme &m_theme;
    CutTexts m_texts;
    MarkPictures m_marks;
};
