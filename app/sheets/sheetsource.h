// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetrows.h"

#include <QList>
#include <QString>

/// What a column holds. It decides how a cell is written (a number stays a number) and on which side it stands.
enum class CellKind {
    Text,
    Number, ///< Cells that are not written as a number are written as texts.
    Time ///< SheetRows::addTime(), or the server's own text where that could not be read.
};

struct SheetColumn
{
    QString header{}; ///< For the person; also the name in JSON. Two of the same name are told apart there.
    CellKind kind = CellKind::Text;
};

/// What stands above the rows, in the formats that have room for it (HTML, Markdown).
struct SheetTitle
{
    QString title{}; ///< E.g. "Devices of Castell Logistics".
    QString
        note{}; ///< As of when, and what was not read: "As of 14:03, 112 of 120 companies read". May be empty.
};

/// A table as an export sees it: columns that stay as they are, and rows that are asked for one after the other, once.
///
/// Every call comes on the thread of the SheetExport that owns the source, a few milliseconds' worth of rows at a time;
/// between two of them the event loop runs and the table behind the source may change. So a source keeps what it
/// decided at the start, e.g. the list of row numbers in their order, and reads a row's text when it is asked for it; a row that
/// went away meanwhile is skipped. It never holds a copy of all texts.
class SheetSource
{
public:
    SheetSource() = default;
    virtual ~SheetSource() = default;
    Q_DISABLE_COPY_MOVE(SheetSource)

    virtual QList<SheetColumn> columns() const = 0;
    /// How many rows there will be at most: for the progress only.
    virtual qsizetype expectedRows() const = 0;
    /// Adds the next row to \a rows, one cell for each column. False, and nothing added, when there are no more.
    virtual bool addNextRow(SheetRows &rows) = 0;
};
