// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"

#include <vector>

/// HTML: one page that needs nothing else and runs nothing. Light or dark as its reader has it; the header stays in sight
/// while scrolling and stands on every printed page. Its own policy forbids scripts and any loading.
class HtmlWriter : public SheetWriter
{
public:
    HtmlWriter(SheetTitle title, QList<SheetColumn> columns);

    void begin(std::string &out) override;
    void write(const SheetRows &rows, std::string &out) override;
    void end(std::string &out) override;

private:
    SheetTitle m_title;
    QList<SheetColumn> m_columns;
    std::vector<std::string_view> m_openings; ///< The tag before a cell, by column.
};
