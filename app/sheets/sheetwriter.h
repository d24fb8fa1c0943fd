// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetsource.h"

#include <memory>
#include <span>
#include <string>

enum class SheetFormat { Csv, Json, Html, Markdown };

/// What stands between two cells of a CSV file.
enum class CsvSeparator : char { Comma = ',', Semicolon = ';', Tab = '\t' };

struct CsvOptions
{
    CsvSeparator separator = CsvSeparator::Comma;
    bool endsLinesWithCrLf = true; ///< As RFC 4180 has it; otherwise LF alone.
    bool hasByteOrderMark = true; ///< Excel takes UTF-8 without it for the computer's own old encoding.
};

struct SheetLayout
{
    SheetFormat format = SheetFormat::Csv;
    CsvOptions csv{};
    SheetTitle title{};
};

/// What a file dialog and a menu need to know of a format.
struct SheetFormatRow
{
    SheetFormat format;
    const char *suffix; ///< Without a dot.
    const char *label; ///< Context "SheetFormat".
};
std::span<const SheetFormatRow> sheetFormats();

/// Writes rows as bytes (UTF-8), without knowing where they go: begin once, any number of writes, end once. Needs no event loop
/// and no thread of its own.
class SheetWriter
{
public:
    static std::unique_ptr<SheetWriter> create(const SheetLayout &layout, const QList<SheetColumn> &columns);
    SheetWriter() = default;
    virtual ~SheetWriter() = default;
    Q_DISABLE_COPY_MOVE(SheetWriter)

    /// Each appends to \a out.
    virtual void begin(std::string &out) = 0;
    /// \a rows holds whole rows.
    virtual void write(const SheetRows &rows, std::string &out) = 0;
    virtual void end(std::string &out) = 0;
};

/// All of \a source as one text, for the clipboard. For tables that fit there: it does not return before the end.
QByteArray wholeSheet(SheetSource &source, const SheetLayout &layout);
