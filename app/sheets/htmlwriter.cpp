// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/htmlwriter.h"

#include "app/sheets/shownlines.h"

#include <QLocale>

using namespace std::string_view_literals;

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --page: #ffffff; --head: #f3f5f7; --line: #d6dbe0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --quiet: #9aa4ae; --page: #15181c; --head: #20252b; --line: #363d45; }
}
body { margin: 1.5rem; color: var(--ink); background: var(--page); font: 14px/1.4 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.3rem; }
p { margin: .3rem 0 1rem; color: var(--quiet); }
table { border-collapse: collapse; }
thead { display: table-header-group; }
th { position: sticky; top: 0; background: var(--head); text-align: left; white-space: nowrap; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr { break-inside: avoid; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
)";

void appendEscaped(std::string_view text, std::string &out)
{
    const auto append = [&out](char c) {
        switch (c) {
        case '&':
            out += "&amp;"sv;
            break;
        case '<':
            out += "&lt;"sv;
            break;
        case '>':
            out += "&gt;"sv;
            break;
        case '"':
            out += "&quot;"sv;
            break;
        case '\'':
            out += "&#39;"sv;
            break;
        default:
            out += c;
        }
    };
    forEachShownByte(text, append, [&out] { out += "<br>"sv; });
}

} // namespace

HtmlWriter::HtmlWriter(SheetTitle title, QList<SheetColumn> columns)
    : m_title(std::move(title)), m_columns(std::move(columns))
{
    // names are in any script: each cell finds its own direction
    for (const SheetColumn &column : std::as_const(m_columns))
        m_openings.push_back(column.kind == CellKind::Number ? "<td class=\"n\">"sv : "<td dir=\"auto\">"sv);
}

void HtmlWriter::begin(std::string &out)
{
    out += "<!DOCTYPE html>\n<html lang=\""sv;
    appendEscaped(QLocale().bcp47Name().toStdString(), out);
    out += "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"sv;
    appendEscaped(m_title.title.toStdString(), out);
    out += "</title>\n<style>"sv;
    out += style;
    out += "</style>\n</head>\n<body>\n<h1>"sv;
    appendEscaped(m_title.title.toStdString(), out);
    out += "</h1>\n"sv;
    if (!m_title.note.isEmpty()) {
        out += "<p>"sv;
        appendEscaped(m_title.note.toStdString(), out);
        out += "</p>\n"sv;
    }
    out += "<table>\n<thead>\n<tr>"sv;
    for (const SheetColumn &column : std::as_const(m_columns)) {
        out += column.kind == CellKind::Number ? "<th scope=\"col\" class=\"n\">"sv : "<th scope=\"col\">"sv;
        appendEscaped(column.header.toStdString(), out);
        out += "</th>"sv;
    }
    out += "</tr>\n</thead>\n<tbody>\n"sv;
}

void HtmlWriter::write(const SheetRows &rows, std::string &out)
{
    const size_t width = m_openings.size();
    for (size_t first = 0; first + width <= rows.cellCount() && width > 0; first += width) {
        out += "<tr>"sv;
        for (size_t column = 0; column < width; ++column) {
            out += m_openings[column];
            appendEscaped(rows.text(first + column), out);
            out += "</td>"sv;
        }
        out += "</tr>\n"sv;
    }
}

void HtmlWriter::end(std::string &out)
{
    out += "</tbody>\n</table>\n</body>\n</html>\n"sv;
}
