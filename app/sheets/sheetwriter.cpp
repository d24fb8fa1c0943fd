// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetwriter.h"

#include "app/sheets/csvwriter.h"
#include "app/sheets/htmlwriter.h"
#include "app/sheets/jsonwriter.h"
#include "app/sheets/markdownwriter.h"

#include <array>

namespace {

constexpr std::array formats{
    SheetFormatRow{SheetFormat::Csv, "csv", QT_TRANSLATE_NOOP("SheetFormat", "CSV, for spreadsheets")},
    SheetFormatRow{SheetFormat::Json, "json", QT_TRANSLATE_NOOP("SheetFormat", "JSON, unaltered texts")},
    SheetFormatRow{SheetFormat::Html, "html", QT_TRANSLATE_NOOP("SheetFormat", "HTML, one page")},
    SheetFormatRow{SheetFormat::Markdown, "md", QT_TRANSLATE_NOOP("SheetFormat", "Markdown table")},
};

} // namespace

std::span<const SheetFormatRow> sheetFormats()
{
    return formats;
}

std::unique_ptr<SheetWriter> SheetWriter::create(const SheetLayout &layout, const QList<SheetColumn> &columns)
{
    switch (layout.format) {
    case SheetFormat::Csv:
        return std::make_unique<CsvWriter>(layout.csv, columns);
    case SheetFormat::Json:
        return std::make_unique<JsonWriter>(columns);
    case SheetFormat::Html:
        return std::make_unique<HtmlWriter>(layout.title, columns);
    case SheetFormat::Markdown:
        return std::make_unique<MarkdownWriter>(layout.title, columns);
    }
    Q_UNREACHABLE();
}

QByteArray wholeSheet(SheetSource &source, const SheetLayout &layout)
{
    const auto writer = SheetWriter::create(layout, source.columns());
    std::string text;
    writer->begin(text);
    SheetRows rows;
    while (source.addNextRow(rows)) {
        writer->write(rows, text);
        rows.clear();
    }
    writer->end(text);
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}
