// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryedit.h"

#include "app/query/queryreader.h"
#include "app/query/searchtext.h"

#include <algorithm>

static bool isSame(const QueryValue &a, const QueryValue &b)
{
    return a.match == b.match && searchText(a.text) == searchText(b.text);
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

QString withoutPart(QStringView text, const QueryPart &part)
{
    const QStringView before = text.first(part.begin);
    qsizetype end = part.end;
    while (end < text.size() && text[end].isSpace())
        ++end;
    const QStringView behind = text.sliced(end);
    // Of the blanks on both sides, those before it stay between what is left.
    return behind.isEmpty() ? before.trimmed().toString() : before.toString() + behind;
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
    const QStringView trimmed = text.trimmed();
    return trimmed.isEmpty() ? part : trimmed.toString() + u' ' + part;
}
