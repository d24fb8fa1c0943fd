// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/objectscanner.h"

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// JSON's white space.
bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// What numbers, true, false and null are made of.
bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.';
}

// `null` or `""`, by the first byte.
QByteArrayView emptyWord(char first)
{
    return first == 'n' ? QByteArrayView("null") : QByteArrayView("\"\"");
}

} // namespace

// One call's bytes, and where its rows go.
struct ObjectScanner::Input
{
    QByteArrayView window;
    qint64 windowBegin;
    std::vector<Row> &rows;

    qint64 end() const { return windowBegin + window.size(); }
    char at(qint64 position) const { return window[position - windowBegin]; }
    QByteArrayView from(qint64 begin, qint64 end) const
    {
        return window.sliced(begin - windowBegin, end - begin);
    }
    // The end of [begin, end) without the white space behind it.
    qint64 trimmed(qint64 begin, qint64 end) const
    {
        while (end > begin && isSpace(at(end - 1)))
            --end;
        return end;
    }
};

Result<void> ObjectScanner::scan(QByteArrayView window, qint64 windowBegin, std::vector<Row> &rows)
{
    const Input input{window, windowBegin, rows};
    while (m_failure && m_position < input.end()) {
        switch (m_state) {
        case State::Start:
            scanStart(input);
            break;
        case State::Word:
            scanWord(input);
            break;
        case State::Element:
            scanElement(input);
            break;
        case State::Parted:
            scanParted(input);
            break;
        case State::Row:
            scanRow(input);
            break;
        case State::Lost:
            scanLost(input);
            break;
        case State::Closed:
            scanClosed(input);
            break;
        }
    }
    if (m_failure && m_state != State::Closed && m_position - m_lastEnd > longestRow)
        fail(ErrorKind::TooLarge);
    return m_failure;
}

Result<void> ObjectScanner::end(QByteArrayView window, qint64 windowBegin, std::vector<Row> &rows)
{
    if (!scan(window, windowBegin, rows))
        return m_failure;
    const Input input{window, windowBegin, rows};
    if (m_state == State::Word && m_position - m_begin >= emptyWord(input.at(m_begin)).size())
        m_state = State::Closed;
    if (m_state == State::Lost) {
        const qint64 last = input.trimmed(m_begin, m_position) - 1;
        const bool isClosed = !m_isList || input.at(last) == ']'; // no row ends with it, so it ends the list
        if (isClosed) {
            endRow(input, m_isList ? last : last + 1);
            m_state = State::Closed;
        }
    }
    if (m_state != State::Closed)
        fail();
    return m_failure;
}

qint64 ObjectScanner::firstNeeded() const
{
    const bool isInElement = m_state == State::Row || m_state == State::Lost || m_state == State::Word;
    return isInElement ? m_begin : m_position;
}

void ObjectScanner::scanStart(const Input &input)
{
    const char c = input.at(m_position);
    const bool isInMark = m_markBytes == m_position && m_markBytes < byteOrderMark.size();
    if (isInMark && c == byteOrderMark[m_markBytes]) {
        ++m_markBytes;
        ++m_position;
    } else if (isInMark && m_markBytes > 0) {
        fail(); // half a byte order mark
    } else if (isSpace(c)) {
        ++m_position;
    } else if (c == '[') {
        m_isList = true;
        m_state = State::Element;
        m_lastEnd = ++m_position;
    } else if (c == '{') {
        beginRow(m_position);
    } else if (c == 'n' || c == '"') {
        m_begin = m_position;
        m_state = State::Word;
    } else {
        fail();
    }
}

void ObjectScanner::scanWord(const Input &input)
{
    const QByteArrayView word = emptyWord(input.at(m_begin));
    for (; m_position < input.end(); ++m_position) {
        const qint64 place = m_position - m_begin;
        const char c = input.at(m_position);
        if (place < word.size() ? c != word[place] : !isSpace(c)) {
            fail();
            return;
        }
    }
}

void ObjectScanner::scanElement(const Input &input)
{
    const char c = input.at(m_position);
    if (isSpace(c)) {
        ++m_position;
    } else if (c == '{') {
        beginRow(m_position);
    } else if (c == ']') {
        if (!m_isFirst)
            input.rows.push_back({m_position, m_position, true}); // a comma too many
        m_state = State::Closed;
        ++m_position;
    } else {
        m_begin = m_position;
        lose(m_position, Trace::None);
        m_isPlain = true;
    }
}

void ObjectScanner::scanParted(const Input &input)
{
    const char c = input.at(m_position);
    if (isSpace(c)) {
        ++m_position;
    } else if (c == ',') {
        m_isFirst = false;
        m_state = State::Element;
        ++m_position;
    } else if (c == ']') {
        m_state = State::Closed;
        ++m_position;
    } else if (c == '{') {
        input.rows.push_back({m_position, m_position, true}); // what stood between is missing
        beginRow(m_position);
    } else {
        // Some other byte where the comma was: the row behind it is good.
        m_begin = m_position;
        m_comma = m_position + 1;
        lose(m_position + 1, Trace::Comma);
    }
}

void ObjectScanner::scanClosed(const Input &input)
{
    for (; m_position < input.end(); ++m_position) {
        if (!isSpace(input.at(m_position))) {
            fail();
            return;
        }
    }
}

// The structure cannot be trusted, so the text is searched for what the begin of a row looks like: , { "
void ObjectScanner::scanLost(const Input &input)
{
    if (!m_isList)
        m_position = input.end(); // there is no next row
    for (; m_position < input.end(); ++m_position) {
        const char c = input.at(m_position);
        if (isSpace(c))
            continue;
        if (m_isPlain && (c == ',' || c == ']') && m_position > m_begin) {
            endRow(input, m_position);
            return;
        }
        m_isPlain = m_isPlain && isWordByte(c);
        if (c == '"' && m_trace == Trace::Brace) {
            endRow(input, m_comma);
            beginRow(m_brace);
            return;
        }
        if (c == '{' && m_trace == Trace::Comma) {
            m_trace = Trace::Brace;
            m_brace = m_position;
        } else {
            m_trace = c == ',' ? Trace::Comma : Trace::None;
            m_comma = m_position;
        }
    }
}

void ObjectScanner::scanRow(const Input &input)
{
    const RowStructure::Outcome outcome = m_row.follow(input.from(m_begin, input.end()));
    m_position = m_begin + m_row.size();
    if (outcome == RowStructure::Outcome::Ended)
        endRow(input, m_position);
    else if (outcome == RowStructure::Outcome::Broken)
        lose(m_begin + 1, Trace::None);
}

void ObjectScanner::beginRow(qint64 position)
{
    m_state = State::Row;
    m_begin = position;
    m_position = position + 1;
    m_row.begin();
}

void ObjectScanner::endRow(const Input &input, qint64 position)
{
    const bool isDamaged = m_state == State::Lost;
    const qint64 end = isDamaged ? input.trimmed(m_begin, position) : position;
    const bool isNothing = !m_isList && !isDamaged && input.trimmed(m_begin, end - 1) == m_begin + 1; // {}
    if (!isNothing)
        input.rows.push_back({m_begin, end, isDamaged, !isDamaged && m_row.hasEscapes()});
    m_position = position;
    m_lastEnd = position;
    m_state = m_isList ? State::Parted : State::Closed;
}

void ObjectScanner::lose(qint64 searchFrom, Trace trace)
{
    // Bytes are read again after each damaged row. Usually that is a row each time; an answer that was made to cost more is
    // not worth its time.
    m_scannedAgain += m_position - searchFrom;
    if (m_scannedAgain > longestRow + 4 * m_position) {
        fail();
        return;
    }
    m_state = State::Lost;
    m_trace = trace;
    m_isPlain = false;
    m_position = searchFrom;
}

void ObjectScanner::fail(ErrorKind kind)
{
    m_failure = tl::make_unexpected(ApiError{.kind = kind, .position = m_position});
}
