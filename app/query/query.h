// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/queryfields.h"

#include <QString>

#include <vector>

/// How a value of a query is compared with what a row has.
enum class QueryMatch : quint8 {
    Contains, ///< The row's text has it somewhere.
    Exact, ///< In quotes. Of a field: the whole text is it. Without a field: whole words of the row are it.
    None, ///< The row has no value; of an age: never.
    Below, ///< <, of versions and ages.
    AtMost, ///< <=
    Equal, ///< =, of versions.
    AtLeast, ///< >=
    Above, ///< >
};

/// One alternative of a part.
struct QueryValue
{
    QueryMatch match = QueryMatch::Contains;
    QString text; ///< As written, without quotes, escapes and signs. Empty for None.
    qint64 age = 0; ///< Of an age: milliseconds.

    friend bool operator==(const QueryValue &, const QueryValue &) = default;
};

/// One condition: a row meets it when any of the values fits, or, when it is excluded, none.
struct QueryPart
{
    int field = anyField;
    bool isExcluded = false;
    std::vector<QueryValue> values; ///< At least one; no two are the same.
    qsizetype begin = 0; ///< Where it stands in the text that was read, in UTF-16 units.
    qsizetype end = 0;

    /// Where it stands does not count.
    friend bool operator==(const QueryPart &a, const QueryPart &b)
    {
        return a.field == b.field && a.isExcluded == b.isExcluded && a.values == b.values;
    }
};

/// What the query box asks for: rows that meet every part. Made by readQuery().
struct Query
{
    std::vector<QueryPart> parts;

    bool isEmpty() const { return parts.empty(); }
    friend bool operator==(const Query &, const Query &) = default;
};

/// The text of one part, in the one way in which Steward writes it: reading it gives the same part.
QString textOf(const QueryPart &part, const QueryFields &fields);
/// The parts, parted by blanks. readQuery() of it is \a query.
QString textOf(const Query &query, const QueryFields &fields);
/// A value alone, as it stands behind the colon. \a field: for what is not said by words alone.
QString textOf(const QueryValue &value, int field, const QueryFields &fields);
/// For a chip: the values as a person reads them, without quotes and escapes: "Failed, Cancelled".
QString shownValues(const QueryPart &part, const QueryFields &fields);
