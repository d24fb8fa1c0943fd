// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/queryfields.h"

#include <QString>

/// Why a text is no query, and where.
struct QueryProblem
{
    enum class Kind {
        UnclosedQuote,
        BehindQuote, ///< Something stands directly behind a closing quote.
        EmptyQuotes,
        NothingExcluded, ///< "-" alone.
        UnknownField,
        MissingValue, ///< Behind a colon.
        MissingAlternative, ///< Beside a comma.
        NotAnAge,
        NotAVersion,
        NoOrder, ///< "<" or ">" of a field that is only text.
        TooManyValues,
    };

    Kind kind = Kind::UnclosedQuote;
    qsizetype begin = 0; ///< What cannot be read, in UTF-16 units of the text.
    qsizetype end = 0;
    QString found; ///< What stands there.
    int field = anyField;
    bool isUnfinished =
        false; ///< Whoever types on may well mend it: the box need not turn red while the cursor is there.

    /// What cannot be read and what to write instead, translated.
    QString sentence(const QueryFields &fields) const;
};
