// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/jsonwriter.h"

#include "app/sheets/cellguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::literals;

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void appendEscaped(char c, std::string &out)
{
    switch (c) {
    case '"':
        out += "\\\""sv;
        return;
    case '\\':
        out += "\\\\"sv;
        return;
    case '\n':
        out += "\\n"sv;
        return;
    case '\r':
        out += "\\r"sv;
        return;
    case '\t':
        out += "\\t"sv;
        return;
    default:
        out += "\\u00"sv;
        out += hexDigits[static_cast<unsigned char>(c) >> 4];
        out += hexDigits[static_cast<unsigned char>(c) & 0xF];
    }
}

void appendString(std::string_view text, std::string &out)
{
    out += '"';
    while (!text.empty()) {
        const auto plain = static_cast<size_t>(std::ranges::find_if_not(text, isPlain) - text.begin());
        out += text.substr(0, plain);
        if (plain == text.size())
            break;
        appendEscaped(text[plain], out);
        text.remove_prefix(plain + 1);
    }
    out += '"';
}

// The headers, each once: a reader keeps only one of two fields of the same name.
QStringList fieldNames(const QList<SheetColumn> &columns)
{
    QStringList names;
    for (const SheetColumn &column : columns) {
        QString name = column.header;
        for (int number = 2; names.contains(name); ++number)
            name = column.header + u" ("_s + QString::number(number) + u')';
        names.append(name);
    }
    return names;
}

} // namespace

JsonWriter::JsonWriter(const QList<SheetColumn> &columns)
{
    const QStringList names = fieldNames(columns);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        Field field{i == 0 ? "{"s : ","s, columns[i].kind};
        appendString(names[i].toStdString(), field.opening);
        field.opening += ':';
        m_fields.push_back(std::move(field));
    }
}

void JsonWriter::begin(std::string &out)
{
    out += '[';
}

void JsonWriter::write(const SheetRows &rows, std::string &out)
{
    const size_t width = m_fields.size();
    for (size_t first = 0; first + width <= rows.cellCount() && width > 0; first += width) {
        out += m_hasRows ? ",\n"sv : "\n"sv;
        m_hasRows = true;
        for (size_t column = 0; column < width; ++column) {
            out += m_fields[column].opening;
            const std::string_view text = rows.text(first + column);
            if (rows.isNothing(first + column))
                out += "null"sv;
            else if (m_fields[column].kind == CellKind::Number && isPlainNumber(text))
                out += text;
            else
                appendString(text, out);
        }
        out += '}';
    }
}

void JsonWriter::end(std::string &out)
{
    out += "\n]\n"sv;
}
