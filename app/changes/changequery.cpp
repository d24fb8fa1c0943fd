// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changequery.h"

#include "app/query/searchtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace {

struct FieldLine
{
    ChangeField field;
    const char *name;
    const char *label;
    QueryKind kind;
    const char *alias;
    bool hasFewValues = false;
};

// In the order of ChangeField.
constexpr std::array fieldLines{
    FieldLine{ChangeField::When, "when", QT_TRANSLATE_NOOP("ChangeQuery", "When"), QueryKind::Age, "time"},
    FieldLine{ChangeField::Account, "account", QT_TRANSLATE_NOOP("ChangeQuery", "Account"), QueryKind::Text,
              nullptr, true},
    FieldLine{ChangeField::Change, "change", QT_TRANSLATE_NOOP("ChangeQuery", "Change"), QueryKind::Text,
              "what", true},
    FieldLine{ChangeField::Target, "target", QT_TRANSLATE_NOOP("ChangeQuery", "Target"), QueryKind::Text,
              "name"},
    FieldLine{ChangeField::State, "state", QT_TRANSLATE_NOOP("ChangeQuery", "State"), QueryKind::Text,
              "status", true},
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
                         .kind = line.kind,
                         .hasValueList = line.hasFewValues};
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

std::vector<QueryFieldCounts> changeValueCounts(const std::vector<ChangeRecord> &changes,
                                                const ChangeFilter &filter,
                                                const std::function<QString(const AccountId &)> &accountName)
{
    std::array<std::map<QString, qsizetype>, fieldLines.size()> values;
    qsizetype rows = 0;
    for (const ChangeRecord &change : changes) {
        const QString account = accountName(change.account);
        if (!filter.takesIn(change, account))
            continue;
        ++rows;
        for (const FieldLine &line : fieldLines) {
            if (line.hasFewValues)
                ++values.at(static_cast<size_t>(line.field))[textOf(line.field, change, account)];
        }
    }
    std::vector<QueryFieldCounts> counts;
    for (const FieldLine &line : fieldLines) {
        if (!line.hasFewValues)
            continue;
        QueryFieldCounts field{.field = static_cast<int>(line.field), .values = {}, .rows = rows};
        for (const auto &[text, count] : values.at(static_cast<size_t>(line.field)))
            field.values.push_back({{.match = QueryMatch::Exact, .text = text}, text, count});
        counts.push_back(std::move(field));
    }
    return counts;
}
