// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

/// Where in the text the cursor stands, and what is being written there. Every text has one, also one that cannot be read.
struct QueryPlace
{
    int field = anyField; ///< Whose value is being written; anyField: a word, or the name of a field.
    bool isName = false; ///< Within the name of a field that has its colon: only other names fit there.
    bool isExcluded = false;
    bool isInList = false; ///< Behind a comma: it joins other values.
    QString typed; ///< From the beginning of the value to the cursor, without quotes and escapes.
    qsizetype begin = 0; ///< The value in the text: what a completion replaces.
    qsizetype end = 0;
    QString rest; ///< The text without the part in hand: what the counts of its values stand under.
};

/// \a cursor in UTF-16 units; behind the end counts as the end.
QueryPlace queryPlace(QStringView text, qsizetype cursor, const QueryFields &fields);

/// A value of a field, and how many of the rows that the rest of the query leaves have it.
struct QueryValueCount
{
    QueryValue value;
    QString label; ///< For the person.
    qsizetype rows = 0;
};

/// The values of one field as the table counted them.
struct QueryFieldCounts
{
    int field = anyField;
    std::vector<QueryValueCount> values;
    qsizetype rows = 0; ///< Of all values and of none: what the rest of the query leaves.
};

/// One line of the list under the query box.
struct QueryCompletion
{
    enum class Kind { Field, Value, Earlier };

    Kind kind = Kind::Value;
    QString label;
    QString text; ///< The whole text of the box, once this line is chosen,
    qsizetype cursor = 0; ///< and where the cursor then stands.
    std::optional<qsizetype> rows; ///< How many rows the value leaves.
};

/// At most \a most of each kind: names of fields that begin with what was typed, values of \a counts that contain it (those that begin
/// with it first, then those with the most rows), and whole queries of \a earlier (the newest first) that begin with \a text.
std::vector<QueryCompletion> queryCompletions(QStringView text, const QueryPlace &place,
                                              const QueryFields &fields,
                                              const std::vector<QueryFieldCounts> &counts,
                                              const QStringList &earlier, size_t most = 12);
