// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/markdownwriter.h"

#include "app/sheets/shownlines.h"

#include <array>

using namespace std::string_view_literals;

namespace {

// By byte: what Markdown would take for more than itself somewhere in a line. A backslash before any of them is legal.
constexpr std::array<bool, 256> escapedBytes = [] {
    std::array<bool, 256> bytes{};
    for (const char c : R"(\`*_{}[]<>|~&#$!)"sv)
        bytes[static_cast<unsigned char>(c)] = true;
    return bytes;
}();

void appendEscaped(std::string_view text, std::string &out)
{
    const auto append = [&out](char c) {
        // "://" makes a link by itself
        if (escapedBytes[static_cast<unsigned char>(c)] || (c == '/' && out.ends_with(':')))
            out += '\\';
        out += c;
    };
    forEachShownByte(text, append, [&out] { out += "<br>"sv; });
}

} // namespace

MarkdownWriter::MarkdownWriter(SheetTitle title, QList<SheetColumn> columns)
    : m_title(std::move(title)), m_columns(std::move(columns))
{ }

void MarkdownWriter::begin(std::string &out)
{
    if (!m_title.title.isEmpty()) {
        out += "## "sv;
        appendEscaped(m_title.title.toStdString(), out);
        out += "\n\n"sv;
    }
    if (!m_title.note.isEmpty()) {
        appendEscaped(m_title.note.toStdString(), out);
        out += "\n\n"sv;
    }
    out += '|';
    for (const SheetColumn &column : std::as_const(m_columns)) {
        out += ' ';
        appendEscaped(column.header.toStdString(), out);
        out += " |"sv;
    }
    out += "\n|"sv;
    for (const SheetColumn &column : std::as_const(m_columns))
        out += column.kind == CellKind::Number ? " ---: |"sv : " --- |"sv;
    out += '\n';
}

void MarkdownWriter::write(const SheetRows &rows, std::string &out)
{
    const auto width = static_cast<size_t>(m_columns.size());
    for (size_t first = 0; first + width <= rows.cellCount() && width > 0; first += width) {
        out += '|';
        for (size_t column = 0; column < width; ++column) {
            out += ' ';
            appendEscaped(rows.text(first + column), out);
            out += " |"sv;
        }
        out += '\n';
    }
}

void MarkdownWriter::end(std::string &) { }
