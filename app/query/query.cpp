// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/query.h"

#include <QStringList>

using namespace Qt::StringLiterals;

static QStringView signOf(QueryMatch match)
{
    switch (match) {
    case QueryMatch::Below:
        return u"<";
    case QueryMatch::AtMost:
        return u"<=";
    case QueryMatch::Equal:
        return u"=";
    case QueryMatch::AtLeast:
        return u">=";
    case QueryMatch::Above:
        return u">";
    default:
        return {};
    }
}

static QString quoted(const QString &text)
{
    QString written = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            written.append(u'\\');
        written.append(c);
    }
    written.append(u'"');
    return written;
}

/// With a backslash wherever a character would be read as something else.
static QString escaped(const QString &text, bool hasField)
{
    QString written;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isSpecial =
            c.isSpace() || c == u'"' || c == u'\\' || c == u',' || (c == u':' && !hasField);
        const bool isSign = c == u'<' || c == u'>' || c == u'=' || c == u'-';
        if (isSpecial || (i == 0 && isSign))
            written.append(u'\\');
        written.append(c);
    }
    return written;
}

QString textOf(const QueryValue &value, int field, const QueryFields &fields)
{
    switch (value.match) {
    case QueryMatch::Contains:
        return escaped(value.text, field != anyField);
    case QueryMatch::Exact:
        return quoted(value.text);
    case QueryMatch::None:
        return field != anyField && fields.at(field).kind == QueryKind::Age ? u"never"_s : u"none"_s;
    default:
        return signOf(value.match) + escaped(value.text, true);
    }
}

QString textOf(const QueryPart &part, const QueryFields &fields)
{
    QStringList values;
    for (const QueryValue &value : part.values)
        values.append(textOf(value, part.field, fields));
    QString text = part.isExcluded ? u"-"_s : QString();
    if (part.field != anyField)
        text.append(fields.at(part.field).name + u':');
    return text + values.join(u',');
}

QString textOf(const Query &query, const QueryFields &fields)
{
    QStringList parts;
    for (const QueryPart &part : query.parts)
        parts.append(textOf(part, fields));
    return parts.join(u' ');
}

QString shownValues(const QueryPart &part, const QueryFields &fields)
{
    QStringList values;
    for (const QueryValue &value : part.values) {
        const bool isNone = value.match == QueryMatch::None;
        values.append(isNone ? textOf(value, part.field, fields) : signOf(value.match) + value.text);
    }
    return values.join(u", ");
}
