// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "ui/devices/devicesource.h"
#include "ui/devices/devicetimes.h"
#include "ui/window/textstyle.h"
#include "ui/window/tokens.h"

#include <QString>
#include <Qt>

#include <array>
#include <optional>

struct Acknowledgement;

/// How the value of a cell stands on the ground of its row.
struct CellLook
{
    Token ink = Token::Text;
    bool isStrong = false; ///< Semibold: something is wrong.

    friend bool operator==(const CellLook &, const CellLook &) = default;
};

/// A column of the grid: one row of deviceColumnTable.
struct DeviceColumnRow
{
    /// The value for the screen, in one line (visibleText); empty when the server gave none.
    using Text = QString (*)(const DeviceSource &, DeviceRow, const Moment &);
    /// What there is to say beyond the value; plain text, may have several lines; empty: nothing.
    using ToolTip = QString (*)(const DeviceSource &, DeviceRow, const Moment &);
    using Look = CellLook (*)(const DeviceSource &, DeviceRow);

    DeviceColumn column;
    const char *word; ///< In files: the name of the field at IDrive, where it is one.
    const char *header; ///< Context "DeviceGrid".
    Qt::AlignmentFlag align;
    int width; ///< At first, logical pixels.
    Qt::TextElideMode elide;
    TextStyle style;
    Text text;
    ToolTip toolTip;
    Look look;
    bool isHiddenAtFirst = false;
};

/// Every column, in the order of DeviceColumn.
extern const std::array<DeviceColumnRow, deviceColumnCount> deviceColumnTable;
inline const DeviceColumnRow &columnRow(DeviceColumn column)
{
    return deviceColumnTable[static_cast<size_t>(column)];
}

/// The column that files call \a word.
std::optional<DeviceColumn> columnOfWord(const QString &word);

/// "Acknowledged until Mon 08:00: ticket 4711".
QString knownText(const Acknowledgement &known, const Moment &moment);

/// The header of a column, translated.
QString columnHeader(DeviceColumn column);

/// What a cell shows: the value, "never" for a device without a successful backup, else "–".
QString cellText(const DeviceSource &source, DeviceColumn column, DeviceRow row, const Moment &moment);
/// The same for screen readers: "not set" for "–", and what a mark in the row means.
QString cellSpokenText(const DeviceSource &source, DeviceColumn column, DeviceRow row, const Moment &moment);
/// Colour and weight of what cellText() gives.
CellLook cellLook(const DeviceSource &source, DeviceColumn column, DeviceRow row);

/// "never" and "–": what stands where the server gave nothing.
QString neverText();
QString noneText();
