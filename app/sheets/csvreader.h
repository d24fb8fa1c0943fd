// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <utility>
#include <vector>

/// Where something stands in a sheet, as an editor counts: the first line and the first character are 1.
struct CsvPlace
{
    qint64 line = 1;
    qint64 column = 1;

    friend bool operator==(const CsvPlace &, const CsvPlace &) = default;
};

/// "Line 3, column 12: " and \a what is there: a sentence without its capital.
QString placedSentence(const CsvPlace &place, const QString &what);

/// One cell.
struct CsvCell
{
    QString text;
    CsvPlace place;
};

/// One row with at least one cell that holds something.
struct CsvRow
{
    std::vector<CsvCell> cells;

    /// Of cell \a i, without blanks around it; empty where there is none.
    QString text(size_t i) const { return i < cells.size() ? cells[i].text.trimmed() : QString(); }
    CsvPlace place() const { return cells.empty() ? CsvPlace() : cells.front().place; }
};

/// What is not as it should be. The rows are read all the same.
struct CsvFault
{
    enum class Kind {
        UnclosedQuote, ///< The quote at this place is never closed: the rest of the sheet is one cell.
        BehindQuote, ///< Text stands between a closing quote and the separator.
        NotText, ///< Bytes that are no text in the sheet's encoding, or a character that no text has.
    };

    Kind kind = Kind::UnclosedQuote;
    CsvPlace place{};

    /// What is wrong, with its place.
    QString sentence() const;

    friend bool operator==(const CsvFault &, const CsvFault &) = default;
};

/// Reads a sheet as RFC 4180 has it, and what Excel makes of that: a byte order mark, UTF-16, the old Windows encoding where it is no
/// UTF-8, semicolons or tabs instead of commas (told by the first line, or by Excel's own "sep=;"), lines that end in CR, LF or both, and line
/// breaks within quotes. Blank lines are left out. Takes the bytes in pieces of any size.
class CsvReader
{
public:
    /// No further faults are kept: a sheet in a foreign format has one in each line.
    static constexpr size_t mostFaults = 100;

    CsvReader() = default;
    /// \a separator parts the cells, whatever the first line holds. There is no byte order mark then.
    explicit CsvReader(CsvSeparator separator) : m_separator(separator) { }

    void add(QByteArrayView bytes);
    /// Nothing more comes.
    void end();

    /// The whole rows so far; they are gone here then.
    std::vector<CsvRow> takeRows() { return std::exchange(m_rows, {}); }
    const std::vector<CsvFault> &faults() const { return m_faults; }
    /// Known when the first row is.
    std::optional<CsvSeparator> separator() const { return m_separator; }

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted, BehindQuote };

    void chooseEncoding();
    void decode(QByteArrayView bytes);
    void read(QStringView text);
    void chooseSeparator(bool isLast);
    void take(QChar c);
    void takeInQuotes(QChar c);
    void endCell();
    void endRow();
    void fault(CsvFault::Kind kind, const CsvPlace &place);
    void step(QChar c);

    QByteArray m_head; // until the encoding is known
    std::optional<QStringDecoder> m_decoder;
    bool m_isWindows = false;
    QString m_start; // until the separator is known
    std::optional<CsvSeparator> m_separator;
    State m_state = State::CellStart;
    CsvRow m_row;
    CsvCell m_cell;
    CsvPlace m_place; // of the next character
    CsvPlace m_quote; // that opened the cell
    bool m_wasCr = false;
    std::vector<CsvRow> m_rows;
    std::vector<CsvFault> m_faults;
};

struct CsvSheet
{
    std::vector<CsvRow> rows;
    std::vector<CsvFault> faults;
};
/// All of \a bytes at once. nullopt: the separator is told by the first line.
CsvSheet readCsv(QByteArrayView bytes, std::optional<CsvSeparator> separator = {});
