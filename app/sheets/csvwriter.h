// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"

#include <vector>

/// CSV (RFC 4180) that no spreadsheet takes for formulas: a cell that begins one gets an apostrophe in front (cellguard.h), unless its
/// column holds numbers and it is one. The text is otherwise exactly the server's.
///
/// A cell with any usual separator in it is quoted, not only with the one that was chosen: a spreadsheet that splits at another
/// one would find a new cell in the middle of it, and a formula there. The headers are always quoted: a file that begins with
/// a bare ID is something else for Excel (SYLK).
class CsvWriter : public SheetWriter
{
public:
    CsvWriter(const CsvOptions &options, QList<SheetColumn> columns);

    void begin(std::string &out) override;
    void write(const SheetRows &rows, std::string &out) override;
    void end(std::string &out) override;

private:
    void writeCell(std::string_view text, CellKind kind, std::string &out) const;
    void endLine(std::string &out) const;

    CsvOptions m_options;
    QList<SheetColumn> m_columns;
    std::vector<CellKind> m_kinds;
};
