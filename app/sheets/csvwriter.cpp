// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/csvwriter.h"

#include "app/sheets/cellguard.h"

#include <array>

using namespace std::string_view_literals;

namespace {

// By byte: what makes quotes necessary anywhere in a cell.
constexpr std::array<bool, 256> quotedBytes = [] {
    std::array<bool, 256> bytes{};
    for (const char c : ",;\t|\"\r\n"sv)
        bytes[static_cast<unsigned char>(c)] = true;
    return bytes;
}();

bool needsQuotes(std::string_view text)
{
    if (text.empty())
        return false;
    for (const char c : text) {
        if (quotedBytes[static_cast<unsigned char>(c)])
            return true;
    }
    return text.front() == ' ' || text.back() == ' '; // some readers cut bare blanks
}

void appendQuoted(std::string_view guard, std::string_view text, std::string &out)
{
    out += '"';
    out += guard;
    for (size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        out += text.substr(0, quote + 1);
        out += '"';
        text.remove_prefix(quote + 1);
    }
    out += text;
    out += '"';
}

std::string_view guardOf(std::string_view text)
{
    return needsGuard(text) ? "'"sv : ""sv;
}

} // namespace

CsvWriter::CsvWriter(const CsvOptions &options, QList<SheetColumn> columns)
    : m_options(options), m_columns(std::move(columns))
{
    for (const SheetColumn &column : std::as_const(m_columns))
        m_kinds.push_back(column.kind);
}

void CsvWriter::begin(std::string &out)
{
    if (m_options.hasByteOrderMark)
        out += "\xEF\xBB\xBF"sv;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (i > 0)
            out += static_cast<char>(m_options.separator);
        const std::string header = m_columns[i].header.toStdString();
        appendQuoted(guardOf(header), header, out);
    }
    endLine(out);
}

void CsvWriter::write(const SheetRows &rows, std::string &out)
{
    const size_t width = m_kinds.size();
    for (size_t first = 0; first + width <= rows.cellCount() && width > 0; first += width) {
        for (size_t column = 0; column < width; ++column) {
            if (column > 0)
                out += static_cast<char>(m_options.separator);
            writeCell(rows.text(first + column), m_kinds[column], out);
        }
        endLine(out);
    }
}

void CsvWriter::end(std::string &) { }

void CsvWriter::writeCell(std::string_view text, CellKind kind, std::string &out) const
{
    const bool isNumber = kind == CellKind::Number && isPlainNumber(text);
    const std::string_view guard = isNumber ? ""sv : guardOf(text);
    // a line with nothing on it is no row to many readers
    const bool wouldBeBlankLine = text.empty() && m_kinds.size() == 1;
    if (wouldBeBlankLine || needsQuotes(text)) {
        appendQuoted(guard, text, out);
    } else {
        out += guard;
        out += text;
    }
}

void CsvWriter::endLine(std::string &out) const
{
    out += m_options.endsLinesWithCrLf ? "\r\n"sv : "\n"sv;
}
