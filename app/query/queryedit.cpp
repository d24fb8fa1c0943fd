// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryedit.h"

#include "app/query/queryreader.h"
#include "app/query/searchtext.h"

#include <algorithm>

/// status:online asks for "online", too: to whoever looks at the list of values it is the same wish.
static bool isSame(const QueryValue &a, const QueryValue &b)
{
    const auto kind = [](QueryMatch match) {
        return match == QueryMatch::Contains ? QueryMatch::Exact : match;
    };
    return kind(a.match) == kind(b.match) && searchText(a.text) == searchText(b.text);
}

static std::vector<QueryValue>::const_iterator find(const std::vector<QueryValue> &values,
                                                    const QueryValue &value)
{
    return std::ranges::find_if(values, [&value](const QueryValue &each) { return isSame(each, value); });
}

static bool has(const QueryPart &part, int field, const QueryValue &value)
{
    return part.field == field && find(part.values, value) != part.values.end();
}

static QString replaced(QStringView text, const QueryPart &part, const QString &by)
{
    return text.first(part.begin) + by + text.sliced(part.end);
}

/// A blank behind a backslash belongs to the word.
static QStringView withoutBlanksBehind(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    const bool isEscaped = end > 0 && end < text.size() && text[end - 1] == u'\\';
    return text.first(isEscaped ? end + 1 : end);
}

/// The text up to the end of its last part, ready for one more: a backslash at its end would take the blank between.
static QString readyForMore(QStringView text, const QueryFields &fields, const QueryPart &last)
{
    const QStringView before = text.first(last.end);
    return before.endsWith(u'\\') ? text.first(last.begin) + textOf(last, fields) : before.toString();
}

QString withoutPart(QStringView text, const QueryPart &part)
{
    const QStringView before = text.first(part.begin);
    qsizetype end = part.end;
    while (end < text.size() && text[end].isSpace())
        ++end;
    const QStringView behind = text.sliced(end);
    // Of the blanks on both sides, those before it stay between what is left.
    return behind.isEmpty() ? withoutBlanksBehind(before).toString() : before.toString() + behind;
}

bool asksFor(const Query &query, int field, const QueryValue &value)
{
    return std::ranges::any_of(
        query.parts, [&](const QueryPart &part) { return !part.isExcluded && has(part, field, value); });
}

static QString withValueRemoved(QStringView text, const QueryFields &fields, QueryPart part,
                                const QueryValue &value)
{
    part.values.erase(find(part.values, value));
    return part.values.empty() ? withoutPart(text, part) : replaced(text, part, textOf(part, fields));
}

static QString withValueAdded(QStringView text, const QueryFields &fields, QueryPart part,
                              const QueryValue &value)
{
    part.values.push_back(value);
    return replaced(text, part, textOf(part, fields));
}

QString toggled(QStringView text, const QueryFields &fields, int field, const QueryValue &value)
{
    const tl::expected<Query, QueryProblem> query = readQuery(text, fields);
    if (!query)
        return text.toString();
    const auto holding =
        std::ranges::find_if(query->parts, [&](const QueryPart &part) { return has(part, field, value); });
    if (holding != query->parts.end())
        return withValueRemoved(text, fields, *holding, value);
    const auto open = std::ranges::find_if(
        query->parts, [field](const QueryPart &part) { return part.field == field && !part.isExcluded; });
    if (open != query->parts.end())
        return withValueAdded(text, fields, *open, value);
    const QString part = textOf(QueryPart{.field = field, .values = {value}}, fields);
    return query->isEmpty() ? part : readyForMore(text, fields, query->parts.back()) + u' ' + part;
}
