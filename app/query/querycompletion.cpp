// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/querycompletion.h"

#include "app/query/queryedit.h"
#include "app/query/searchtext.h"

#include <algorithm>
#include <utility>

namespace {

/// Follows the text to the part that holds the cursor, taking everything as it comes: while one types, little is finished.
class PlaceFinder
{
public:
    PlaceFinder(QStringView text, qsizetype cursor, const QueryFields &fields)
        : m_text(text), m_cursor(std::clamp<qsizetype>(cursor, 0, text.size())), m_fields(fields)
    { }

    QueryPlace find()
    {
        QueryPlace place;
        qsizetype at = 0;
        do {
            while (at < m_cursor && m_text[at].isSpace())
                ++at;
            place = QueryPlace{.begin = at, .end = at};
            m_partBegin = at;
            at = readPart(place);
        } while (at < m_cursor);
        place.rest = withoutPart(m_text, QueryPart{.begin = m_partBegin, .end = at});
        return place;
    }

private:
    /// Returns where the part ends.
    qsizetype readPart(QueryPlace &place)
    {
        qsizetype at = m_partBegin;
        if (at < m_cursor && m_text[at] == u'-') {
            place.isExcluded = true;
            ++at;
        }
        at = skipField(at, place);
        while (true) {
            const qsizetype begin = at;
            at = readValue(begin, begin <= m_cursor && !place.isName ? &place : nullptr);
            if (at == m_text.size() || m_text[at] != u',')
                return at;
            ++at;
            place.isInList |= at <= m_cursor;
        }
    }

    /// Returns where the values begin.
    qsizetype skipField(qsizetype begin, QueryPlace &place) const
    {
        qsizetype at = begin;
        while (at < m_text.size() && m_text[at].isLetter())
            ++at;
        if (at == m_text.size() || m_text[at] != u':')
            return begin;
        const std::optional<int> field = m_fields.find(m_text.sliced(begin, at - begin));
        if (!field)
            return begin;
        if (at < m_cursor) {
            place.field = *field;
        } else {
            place.isName = true;
            place.begin = begin;
            place.end = at + 1;
            place.typed = m_text.sliced(begin, std::max(begin, m_cursor) - begin).toString();
        }
        return at + 1;
    }

    /// Returns where the value ends; says so in \a place, unless it is null.
    qsizetype readValue(qsizetype begin, QueryPlace *place) const
    {
        const bool isQuoted = begin < m_text.size() && m_text[begin] == u'"';
        QString typed;
        qsizetype at = begin + (isQuoted ? 1 : 0);
        for (; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (isQuoted ? c == u'"' : c == u',' || c.isSpace())
                break;
            if (c == u'\\' && at + 1 < m_text.size() && !m_text[at + 1].isLetterOrNumber())
                ++at;
            if (at < m_cursor)
                typed.append(m_text[at]);
        }
        if (isQuoted && at < m_text.size())
            ++at;
        if (place) {
            place->begin = begin;
            place->end = at;
            place->typed = typed;
        }
        return at;
    }

    QStringView m_text;
    qsizetype m_cursor;
    const QueryFields &m_fields;
    qsizetype m_partBegin = 0;
};

struct Found
{
    bool isBeginning;
    int field;
    const QueryValueCount *value;
    qsizetype rows;
};

QueryCompletion completion(QueryCompletion::Kind kind, const QString &label, QStringView text,
                           const QueryPlace &place, const QString &by)
{
    return {.kind = kind,
            .label = label,
            .text = text.first(place.begin) + by + text.sliced(place.end),
            .cursor = place.begin + by.size()};
}

void addFields(std::vector<QueryCompletion> &all, QStringView text, const QueryPlace &place,
               const QueryFields &fields, size_t most)
{
    if (place.field != anyField || place.isInList || place.typed.isEmpty())
        return;
    const QString typed = place.typed.toCaseFolded();
    size_t found = 0;
    for (int field = 0; field < fields.size() && found < most; ++field) {
        const QueryField &each = fields.at(field);
        const auto begins = [&typed](const QString &name) {
            return name.startsWith(typed);
        };
        if (!begins(each.name) && !begins(each.label.toCaseFolded())
            && std::ranges::none_of(each.aliases, begins))
            continue;
        all.push_back(completion(QueryCompletion::Kind::Field, each.label, text, place, each.name + u':'));
        ++found;
    }
}

std::vector<Found> foundValues(const QueryPlace &place, const std::vector<QueryFieldCounts> &counts)
{
    std::vector<Found> found;
    if (place.isName)
        return found;
    const QString typed = searchText(place.typed);
    for (const QueryFieldCounts &field : counts) {
        if (place.field != field.field && (place.field != anyField || typed.isEmpty() || place.isInList))
            continue;
        for (const QueryValueCount &each : field.values) {
            const QString label = searchText(each.label);
            if (!label.contains(typed) && !searchText(each.value.text).contains(typed))
                continue;
            const qsizetype rows = place.isExcluded ? field.rows - each.rows : each.rows;
            found.push_back({label.startsWith(typed), field.field, &each, rows});
        }
    }
    return found;
}

void addValues(std::vector<QueryCompletion> &all, QStringView text, const QueryPlace &place,
               const QueryFields &fields, const std::vector<QueryFieldCounts> &counts, size_t most)
{
    std::vector<Found> found = foundValues(place, counts);
    std::ranges::stable_sort(found, [](const Found &a, const Found &b) {
        return std::pair(a.isBeginning, a.rows) > std::pair(b.isBeginning, b.rows);
    });
    found.resize(std::min(found.size(), most));
    for (const Found &each : found) {
        QString by = textOf(each.value->value, each.field, fields);
        if (place.field == anyField)
            by.prepend((place.isExcluded ? u"-" : u"") + fields.at(each.field).name + u':');
        QueryPlace whole = place;
        if (place.field == anyField && place.isExcluded)
            --whole.begin; // the sign stands before it
        all.push_back(completion(QueryCompletion::Kind::Value, each.value->label, text, whole, by));
        all.back().rows = each.rows;
    }
}

void addEarlier(std::vector<QueryCompletion> &all, QStringView text, const QStringList &earlier, size_t most)
{
    const QString typed = searchText(text.trimmed());
    size_t found = 0;
    for (const QString &each : earlier) {
        if (found == most)
            return;
        if (each == text || !searchText(each).startsWith(typed))
            continue;
        all.push_back(
            {.kind = QueryCompletion::Kind::Earlier, .label = each, .text = each, .cursor = each.size()});
        ++found;
    }
}

} // namespace

QueryPlace queryPlace(QStringView text, qsizetype cursor, const QueryFields &fields)
{
    return PlaceFinder(text, cursor, fields).find();
}

std::vector<QueryCompletion> queryCompletions(QStringView text, const QueryPlace &place,
                                              const QueryFields &fields,
                                              const std::vector<QueryFieldCounts> &counts,
                                              const QStringList &earlier, size_t most)
{
    std::vector<QueryCompletion> all;
    addFields(all, text, place, fields, most);
    addValues(all, text, place, fields, counts, most);
    addEarlier(all, text, earlier, most);
    return all;
}
