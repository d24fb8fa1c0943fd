// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Some rows of a sheet, cell by cell, as UTF-8 in one piece of memory: what goes from the table's thread to the writer's.
/// Filled a row at a time, one call for each column, in the order of the columns.
class SheetRows
{
public:
    /// \a utf8 should be UTF-8; bytes that are none become U+FFFD.
    void addText(QByteArrayView utf8);
    void addText(QStringView text);
    void addNumber(qint64 number);
    /// \a number as the shortest text that reads back as the same; a cell without a value where it is not finite.
    void addNumber(double number);
    /// \a milliseconds since 1970, UTC; written as 2026-11-25T10:03:00Z, which sorts as text. Without a value where it lies
    /// outside of the years 1 to 9999.
    void addTime(qint64 milliseconds);
    /// Nothing is known, which is not an empty text: null in JSON, an empty cell elsewhere.
    void addNothing();

    /// Cells so far. A row is as many as there are columns.
    size_t cellCount() const { return m_cells.size(); }
    std::string_view text(size_t cell) const
    {
        const size_t begin = cell == 0 ? 0 : m_cells[cell - 1].end;
        return std::string_view(m_bytes).substr(begin, m_cells[cell].end - begin);
    }
    bool isNothing(size_t cell) const { return m_cells[cell].isNothing; }

    /// Bytes of text so far.
    size_t byteCount() const { return m_bytes.size(); }
    /// Forgets the cells, keeps the memory.
    void clear();

private:
    struct Cell
    {
        size_t end;
        bool isNothing;
    };

    void close(bool isNothing = false) { m_cells.push_back({m_bytes.size(), isNothing}); }

    std::string m_bytes;
    std::vector<Cell> m_cells;
};
