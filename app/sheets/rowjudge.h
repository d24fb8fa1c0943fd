// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/csvreader.h"

#include <QStringList>

enum class RowVerdict {
    Good,
    Doubtful, ///< It is taken; the remark says what speaks against it.
    LeftOut, ///< The remark says why.
};

/// What an import makes of one row of a sheet.
struct JudgedRow
{
    CsvPlace place{}; ///< Of what is wrong, else of the row.
    QStringList
        cells{}; ///< What it comes to, by RowJudge::headings(). Plain text, as it stands in the sheet or as the server has it.
    RowVerdict verdict = RowVerdict::Good;
    QString remark{};
};

/// What a subject makes of the rows of a sheet. It sees each row once, in their order, and may keep what it needs of them.
class RowJudge
{
public:
    RowJudge() = default;
    virtual ~RowJudge() = default;
    Q_DISABLE_COPY_MOVE(RowJudge)

    /// Of the preview's columns.
    virtual QStringList headings() const = 0;
    /// \a row can be trusted as far as the sheet goes.
    virtual JudgedRow judge(const CsvRow &row) = 0;
    /// \a row cannot, for the reason \a why: it is left out, with what can be shown of it.
    virtual JudgedRow leaveOut(const CsvRow &row, const QString &why) = 0;
};
