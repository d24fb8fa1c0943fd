// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/net/rowstructure.h"

#include <QByteArrayView>

#include <vector>

/// Finds where each element of a JSON list ends, in bytes that are still arriving. It reads structure only: quotes, brackets,
/// commas. Where the structure is broken (the API document's own sample has a text without its opening quote) the row is given
/// as damaged, and the search goes on at the next place that looks like the begin of a row.
///
/// An object where a list is due is one row, `{}`, `null` and `""` are an empty list. A byte order mark is dropped. Every
/// position is an absolute byte offset in the answer.
class ObjectScanner
{
public:
    /// One element of the list, by its place.
    struct Row
    {
        qint64 begin = 0;
        qint64 end = 0; ///< Behind its last byte.
        bool isDamaged =
            false; ///< Not an object, or not one by its structure. May be without a byte: a comma too many.
        bool hasEscapes = false; ///< False: there is no backslash in it.

        friend bool operator==(const Row &, const Row &) = default;
    };

    static constexpr qint64 longestRow = 64LL << 20;

    explicit ObjectScanner(RowStructure::Reading reading = RowStructure::Reading::Fastest)
        : m_row(reading) { }

    /// Scans what came since the last call and appends the elements that ended. \a window are the answer's bytes from
    /// \a windowBegin, which is not above firstNeeded(), to the last that arrived. Errors: Unreadable, TooLarge; then the
    /// scanner is of no more use.
    Result<void> scan(QByteArrayView window, qint64 windowBegin, std::vector<Row> &rows);

    /// There are no more bytes. Appends the last element if it is now clear where it ends. Unreadable when the list was not
    /// closed.
    Result<void> end(QByteArrayView window, qint64 windowBegin, std::vector<Row> &rows);

    /// The oldest byte that is still needed: where the unfinished element begins.
    qint64 firstNeeded() const;

private:
    enum class State {
        Start, // before the list
        Word, // in `null` or `""`
        Element, // an element is due
        Parted, // a comma or the end of the list is due
        Row, // in an object
        Lost, // in a damaged element, looking for the next one
        Closed, // behind the list
    };
    // How far the begin of the next row was recognised: , {
    enum class Trace { None, Comma, Brace };

    struct Input;
    void scanStart(const Input &input);
    void scanWord(const Input &input);
    void scanElement(const Input &input);
    void scanParted(const Input &input);
    void scanLost(const Input &input);
    void scanClosed(const Input &input);
    void scanRow(const Input &input);

    void beginRow(qint64 position);
    void endRow(const Input &input, qint64 position);
    void lose(qint64 searchFrom, Trace trace);
    void fail(ErrorKind kind = ErrorKind::Unreadable);

    State m_state = State::Start;
    qint64 m_position = 0; // of the next byte
    qint64 m_begin = 0; // of the unfinished element
    qint64 m_lastEnd = 0; // of the last element
    qint64 m_markBytes = 0;
    bool m_isList = false; // or a single object
    bool m_isFirst = true; // no comma came yet
    Result<void> m_failure;

    RowStructure m_row;

    // In a damaged element.
    Trace m_trace = Trace::None;
    bool m_isPlain = false; // a number or a word so far, which ends at the comma
    qint64 m_comma = 0;
    qint64 m_brace = 0;
    qint64 m_scannedAgain = 0;
};
