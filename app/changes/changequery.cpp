// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changequery.h"

#include "app/query/searchtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct FieldLine
{
    ChangeField field;
    const char *name;
    const char *label;
    QueryKind kind;
    const char *alias;
};

// In the order of ChangeField.
constexpr std::array fieldLines{
    FieldLine{ChangeField::When, "when", QT_TRANSLATE_NOOP("ChangeQuery", "When"), QueryKind::Age, "time"},
    FieldLine{ChangeField::Account, "account", QT_TRANSLATE_NOOP("ChangeQuery", "Account"), QueryKind::Text,
              nullptr},
    FieldLine{ChangeField::Change, "change", QT_TRANSLATE_NOOP("ChangeQuery", "Change"), QueryKind::Text,
              "what"},
    FieldLine{ChangeField::Target, "target", QT_TRANSLATE_NOOP("ChangeQuery", "Target"), QueryKind::Text,
              "name"},
    FieldLine{ChangeField::State, "state", QT_TRANSLATE_NOOP("ChangeQuery", "State"), QueryKind::Text,
              "status"},
    FieldLine{ChangeField::Result, "result", QT_TRANSLATE_NOOP("ChangeQuery", "What came of it"),
              QueryKind::Text, "outcome"},
    FieldLine{ChangeField::Run, "run", QT_TRANSLATE_NOOP("ChangeQuery", "Run"), QueryKind::Text, nullptr},
};

QString textOf(ChangeField field, const ChangeRecord &change, const QString &accountName)
{
    switch (field) {
    case ChangeField::When:
        return {};
    case ChangeField::Account:
        return accountName;
    case ChangeField::Change:
        return change.title;
    case ChangeField::Target:
        return change.change.place.isEmpty() ? change.change.target
                                             : change.change.target + u' ' + change.change.place;
    case ChangeField::State:
        return label(change.state);
    case ChangeField::Result:
        return whatCameOf(change);
    case ChangeField::Run:
        return QString::number(static_cast<qint64>(change.run));
    }
    Q_UNREACHABLE();
}

} // namespace

QueryFields changeQueryFields()
{
    std::vector<QueryField> fields;
    for (const FieldLine &line : fieldLines) {
        QueryField field{.name = QString::fromLatin1(line.name),
                         .label = QCoreApplication::translate("ChangeQuery", line.label),
                         .kind = line.kind};
        if (line.alias)
            field.aliases.append(QString::fromLatin1(line.alias));
        fields.push_back(std::move(field));
    }
    return QueryFields(std::move(fields));
}

ChangeFilter::ChangeFilter(const Query &query, const QDateTime &now) : m_now(now)
{
    for (const QueryPart &asked : query.parts) {
        Part part{.asked = asked, .matchers = {}};
        for (const QueryValue &value : asked.values)
            part.matchers.emplace_back(value, asked.field);
        m_parts.push_back(std::move(part));
    }
}

bool ChangeFilter::takesIn(const ChangeRecord &change, const QString &accountName) const
{
    return std::ranges::all_of(
        m_parts, [&](const Part &part) { return fits(part, change, accountName) != part.asked.isExcluded; });
}

bool ChangeFilter::fits(const Part &part, const ChangeRecord &change, const QString &accountName) const
{
    if (part.asked.field == static_cast<int>(ChangeField::When))
        return fitsAge(part.asked, change.madeAt);
    const auto fitsText = [&](ChangeField field) {
        const QByteArray text = searchText(textOf(field, change, accountName)).toUtf8();
        return std::ranges::any_of(part.matchers,
                                   [&](const QueryMatcher &matcher) { return matcher.fits(text); });
    };
    if (part.asked.field != anyField)
        return fitsText(static_cast<ChangeField>(part.asked.field));
    return std::ranges::any_of(fieldLines, [&](const FieldLine &line) {
        return line.field != ChangeField::When && line.field != ChangeField::Run && fitsText(line.field);
    });
}

bool ChangeFilter::fitsAge(const QueryPart &part, const QDateTime &at) const
{
    const qint64 age = at.msecsTo(m_now);
    return std::ranges::any_of(part.values, [&](const QueryValue &value) {
        switch (value.match) {
        case QueryMatch::None:
            return !at.isValid();
        case QueryMatch::Below:
            return age < value.age;
        case QueryMatch::AtMost:
            return age <= value.age;
        case QueryMatch::AtLeast:
            return age >= value.age;
        default:
            return age > value.age;
        }
    });
}
