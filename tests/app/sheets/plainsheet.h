// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetsource.h"

#include <functional>

/// A sheet of texts that are there already.
class PlainSheet : public SheetSource
{
public:
    PlainSheet(QList<SheetColumn> columns, QList<QList<QByteArray>> rows)
        : m_columns(std::move(columns)), m_rows(std::move(rows))
    { }

    QList<SheetColumn> columns() const override { return m_columns; }
    qsizetype expectedRows() const override { return m_rows.size(); }
    bool addNextRow(SheetRows &rows) override
    {
        if (m_next == m_rows.size())
            return false;
        for (const QByteArray &cell : std::as_const(m_rows[m_next])) {
            if (cell.isNull())
                rows.addNothing();
            else
                rows.addText(cell);
        }
        ++m_next;
        return true;
    }

private:
    QList<SheetColumn> m_columns;
    QList<QList<QByteArray>> m_rows;
    qsizetype m_next = 0;
};

/// A sheet of \a count rows that a function makes as they are asked for.
class MadeSheet : public SheetSource
{
public:
    MadeSheet(QList<SheetColumn> columns, qsizetype count, std::function<void(qsizetype, SheetRows &)> addRow)
        : m_columns(std::move(columns)), m_count(count), m_addRow(std::move(addRow))
    { }

    QList<SheetColumn> columns() const override { return m_columns; }
    qsizetype expectedRows() const override { return m_count; }
    bool addNextRow(SheetRows &rows) override
    {
        if (m_next == m_count)
            return false;
        m_addRow(m_next++, rows);
        return true;
    }

private:
    QList<SheetColumn> m_columns;
    qsizetype m_count;
    std::function<void(qsizetype, SheetRows &)> m_addRow;
    qsizetype m_next = 0;
};
