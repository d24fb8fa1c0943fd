// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/csvreader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// What decides encoding and separator is in the beginning; the rest need not be waited for.
constexpr qsizetype headBytes = 64 * 1024;

// 0x80 to 0x9F of the Windows code page 1252; the rest of it is Latin-1.
// Source: unicode.org, Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr std::array<char16_t, 32> windowsLetters{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

QString fromWindows(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<uchar>(bytes[i]);
        const bool isSpecial = byte >= 0x80 && byte < 0xA0;
        text[i] = isSpecial ? QChar(windowsLetters.at(byte - 0x80U)) : QChar(char16_t(byte));
    }
    return text;
}

// Only what is cut off at the end may be missing.
bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.isNull();
}

// Letters of the West in UTF-16 have a zero in every second byte.
bool looksLikeUtf16(QByteArrayView bytes, qsizetype first)
{
    qsizetype zeros = 0;
    qsizetype all = 0;
    for (qsizetype i = first; i < bytes.size(); i += 2, ++all)
        zeros += bytes[i] == '\0' ? 1 : 0;
    return all > 0 && zeros * 2 > all;
}

} // namespace

QString placedSentence(const CsvPlace &place, const QString &what)
{
    //: Line and column of a sheet, and what is wrong there.
    return QCoreApplication::translate("CsvFault", "Line %1, column %2: %3")
        .arg(QLocale().toString(place.line), QLocale().toString(place.column), what);
}

QString CsvFault::sentence() const
{
    const auto told = [](const char *text) {
        return QCoreApplication::translate("CsvFault", text);
    };
    QString what;
    switch (kind) {
    case Kind::UnclosedQuote:
        what = told(QT_TRANSLATE_NOOP("CsvFault", "the quote is never closed."));
        break;
    case Kind::BehindQuote:
        what = told(QT_TRANSLATE_NOOP("CsvFault", "text stands behind a closing quote."));
        break;
    case Kind::NotText:
        what = told(QT_TRANSLATE_NOOP("CsvFault", "this is no readable text."));
        break;
    }
    return placedSentence(place, what);
}

void CsvReader::add(QByteArrayView bytes)
{
    if (m_decoder || m_isWindows) {
        decode(bytes);
        return;
    }
    m_head.append(bytes);
    if (m_head.size() >= headBytes)
        chooseEncoding();
}

void CsvReader::end()
{
    if (!m_decoder && !m_isWindows)
        chooseEncoding();
    if (!m_separator)
        chooseSeparator(true);
    if (m_state == State::Quoted)
        fault(CsvFault::Kind::UnclosedQuote, m_quote);
    if (m_state == State::CellStart && m_cell.text.isEmpty())
        m_cell.place = m_place; // an empty last cell
    if (!m_row.cells.empty() || !m_cell.text.isEmpty() || m_state != State::CellStart)
        endRow();
}

void CsvReader::chooseEncoding()
{
    const QByteArray head = std::exchange(m_head, {});
    if (head.startsWith("\xFF\xFE"))
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (head.startsWith("\xFE\xFF"))
        m_decoder.emplace(QStringDecoder::Utf16BE);
    else if (looksLikeUtf16(head, 1))
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (looksLikeUtf16(head, 0))
        m_decoder.emplace(QStringDecoder::Utf16BE);
    else if (isUtf8(head))
        m_decoder.emplace(QStringDecoder::Utf8);
    else
        m_isWindows = true;
    decode(head);
}

void CsvReader::decode(QByteArrayView bytes)
{
    const QString text = m_isWindows ? fromWindows(bytes) : QString((*m_decoder)(bytes));
    if (m_separator) {
        read(text);
        return;
    }
    m_start += text;
    chooseSeparator(false);
}

// As Excel: what stands most often outside of quotes in the first line that holds anything.
void CsvReader::chooseSeparator(bool isLast)
{
    qsizetype begin = m_start.startsWith(QChar::ByteOrderMark) ? 1 : 0;
    std::array<qsizetype, 3> counts{};
    constexpr std::array separators{CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab};
    bool isQuoted = false;
    bool isAny = false;
    qsizetype end = begin;
    for (; end < m_start.size(); ++end) {
        const QChar c = m_start[end];
        if (!isQuoted && isAny && (c == u'\n' || c == u'\r'))
            break;
        isAny = isAny || !c.isSpace();
        if (c == u'"')
            isQuoted = !isQuoted;
        for (size_t i = 0; i < separators.size() && !isQuoted; ++i)
            counts.at(i) += c == QLatin1Char(static_cast<char>(separators.at(i))) ? 1 : 0;
    }
    if (end == m_start.size() && !isLast && end < headBytes)
        return; // the first line is not whole yet
    const QStringView line = QStringView(m_start).sliced(begin, end - begin).trimmed();
    if (line.startsWith("sep="_L1, Qt::CaseInsensitive) && line.size() == 5) {
        m_separator = static_cast<CsvSeparator>(line.back().toLatin1());
        const bool isPair = m_start.mid(end, 2) == "\r\n"_L1;
        begin = std::min(end + (isPair ? 2 : 1), m_start.size());
        m_place.line = 2;
    } else {
        const auto most = std::ranges::max_element(counts);
        m_separator = separators.at(static_cast<size_t>(most - counts.begin()));
    }
    const QString start = std::exchange(m_start, {});
    read(QStringView(start).sliced(begin));
}

void CsvReader::read(QStringView text)
{
    for (const QChar c : text) {
        take(c);
        step(c);
    }
}

// Where the next character stands.
void CsvReader::step(QChar c)
{
    if (c == u'\n' && std::exchange(m_wasCr, false))
        return; // the line was counted at its CR
    m_wasCr = c == u'\r';
    if (c == u'\n' || c == u'\r') {
        ++m_place.line;
        m_place.column = 1;
    } else if (!c.isLowSurrogate()) {
        ++m_place.column;
    }
}

void CsvReader::take(QChar c)
{
    if (c == QChar::ReplacementCharacter || c == QChar::Null)
        fault(CsvFault::Kind::NotText, m_place);
    if (m_state == State::Quoted || m_state == State::QuoteInQuoted) {
        takeInQuotes(c);
        if (m_state == State::Quoted || m_state == State::QuoteInQuoted)
            return;
    }
    if (c == u'\n' && m_wasCr)
        return;
    if (m_state == State::CellStart && m_cell.text.isEmpty())
        m_cell.place = m_place;
    if (c == u'\n' || c == u'\r') {
        endRow();
    } else if (c == QLatin1Char(static_cast<char>(*m_separator))) {
        endCell();
    } else if (m_state == State::CellStart && c == u'"') {
        m_state = State::Quoted;
        m_quote = m_place;
    } else if (m_state == State::BehindQuote) {
        if (!c.isSpace()) {
            fault(CsvFault::Kind::BehindQuote, m_place);
            m_state = State::Plain; // said once for a cell
        }
        m_cell.text += c;
    } else {
        m_state = State::Plain;
        m_cell.text += c;
    }
}

void CsvReader::takeInQuotes(QChar c)
{
    if (m_state == State::Quoted) {
        if (c == u'"')
            m_state = State::QuoteInQuoted;
        else if (!(c == u'\n' && m_wasCr)) // one line break within a cell, however it is written
            m_cell.text += c == u'\r' ? QChar(u'\n') : c;
    } else if (c == u'"') {
        m_cell.text += c;
        m_state = State::Quoted;
    } else {
        m_state = State::BehindQuote;
    }
}

void CsvReader::endCell()
{
    m_row.cells.push_back(std::exchange(m_cell, {}));
    m_state = State::CellStart;
}

void CsvReader::endRow()
{
    endCell();
    const bool holdsAny =
        std::ranges::any_of(m_row.cells, [](const CsvCell &cell) { return !cell.text.trimmed().isEmpty(); });
    if (holdsAny)
        m_rows.push_back(std::move(m_row));
    m_row = {};
}

void CsvReader::fault(CsvFault::Kind kind, const CsvPlace &place)
{
    if (m_faults.size() < mostFaults)
        m_faults.push_back({kind, place});
}

CsvSheet readCsv(QByteArrayView bytes, std::optional<CsvSeparator> separator)
{
    CsvReader reader = separator ? CsvReader(*separator) : CsvReader();
    reader.add(bytes);
    reader.end();
    return {.rows = reader.takeRows(), .faults = reader.faults()};
}
