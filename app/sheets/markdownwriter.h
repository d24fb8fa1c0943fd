// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"

#include <vector>

/// A Markdown table with pipes, for tickets and chats. A server's text stays text: it makes no link, picture, tag or emphasis.
/// Source: GitHub Flavored Markdown, "Tables" and "Backslash escapes".
class MarkdownWriter : public SheetWriter
{
public:
    MarkdownWriter(SheetTitle title, QList<SheetColumn> columns);

    void begin(std::string &out) override;
    void write(const SheetRows &rows, std::string &out) override;
    void end(std::string &out) override;

private:
    SheetTitle m_title;
    QList<SheetColumn> m_columns;
};
