// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryreader.h"

#include "app/query/versionorder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using Kind = QueryProblem::Kind;
template <typename T>
using Read = tl::expected<T, QueryProblem>;

class QueryReader
{
public:
    QueryReader(QStringView text, const QueryFields &fields) : m_text(text), m_fields(fields) { }

    Read<Query> read();

private:
    Read<QueryPart> readPart();
    Read<int> readField();
    Read<QueryValue> readValue(QueryPart &part);
    Read<QueryValue> readQuoted(int field);
    Read<QueryValue> compared(QueryMatch match, QString text, qsizetype begin, int field) const;
    std::optional<QueryMatch> takeSign(int field);
    QString takeBare();
    QChar takeCharacter();

    bool isAtEnd() const { return m_at == m_text.size(); }
    bool isAt(QChar c) const { return !isAtEnd() && m_text[m_at] == c; }
    bool isAtBreak() const { return isAtEnd() || m_text[m_at].isSpace(); }
    qsizetype breakBehind() const;
    tl::unexpected<QueryProblem> problem(Kind kind, qsizetype begin, qsizetype end,
                                         int field = anyField) const;

    QStringView m_text;
    const QueryFields &m_fields;
    qsizetype m_at = 0;
    int m_values = 0;
};

/// The length that "3d" names; nothing when it names none.
std::optional<qint64> milliseconds(QStringView age)
{
    constexpr qint64 minute = 60'000;
    constexpr std::array<std::pair<QChar, qint64>, 4> units{
        {{u'm', minute}, {u'h', 60 * minute}, {u'd', 1440 * minute}, {u'w', 7 * 1440 * minute}}};
    constexpr qsizetype mostDigits = 6;
    if (age.size() < 2 || age.size() > mostDigits + 1)
        return std::nullopt;
    qint64 number = 0;
    for (const QChar c : age.chopped(1)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    const auto *unit = std::ranges::find(units, age.back().toLower(), &std::pair<QChar, qint64>::first);
    if (unit == units.end())
        return std::nullopt;
    return number * unit->second;
}

bool isWord(QStringView text, QStringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

Read<Query> QueryReader::read()
{
    Query query;
    while (true) {
        while (!isAtEnd() && isAtBreak())
            ++m_at;
        if (isAtEnd())
            return query;
        Read<QueryPart> part = readPart();
        if (!part)
            return tl::unexpected(part.error());
        query.parts.push_back(std::move(*part));
    }
}

Read<QueryPart> QueryReader::readPart()
{
    QueryPart part;
    part.begin = m_at;
    if (isAt(u'-')) {
        part.isExcluded = true;
        ++m_at;
        if (isAtBreak())
            return problem(Kind::NothingExcluded, part.begin, m_at);
    }
    const Read<int> field = readField();
    if (!field)
        return tl::unexpected(field.error());
    part.field = *field;
    while (true) {
        const qsizetype begin = m_at;
        Read<QueryValue> value = readValue(part);
        if (!value)
            return tl::unexpected(value.error());
        if (++m_values > mostQueryValues)
            return problem(Kind::TooManyValues, begin, m_at);
        if (std::ranges::find(part.values, *value) == part.values.end())
            part.values.push_back(std::move(*value));
        if (!isAt(u','))
            break;
        ++m_at;
        if (isAtBreak() || isAt(u','))
            return problem(Kind::MissingAlternative, m_at - 1, m_at);
    }
    part.end = m_at;
    return part;
}

/// Takes "status:"; anyField when the part begins with no such thing.
Read<int> QueryReader::readField()
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end].isLetter())
        ++end;
    constexpr qsizetype shortest = 2; // "C:" is a drive
    if (end - m_at < shortest || end == m_text.size() || m_text[end] != u':')
        return anyField;
    const std::optional<int> field = m_fields.find(m_text.sliced(m_at, end - m_at));
    if (!field)
        return problem(Kind::UnknownField, m_at, end);
    const qsizetype begin = std::exchange(m_at, end + 1);
    if (isAtBreak())
        return problem(Kind::MissingValue, begin, m_at, *field);
    return *field;
}

/// A sign at the beginning of a part without a field makes its field that of ages.
Read<QueryValue> QueryReader::readValue(QueryPart &part)
{
    const int field = part.field;
    if (isAt(u','))
        return problem(Kind::MissingAlternative, m_at, m_at + 1, field);
    if (isAt(u'"'))
        return readQuoted(field);
    const qsizetype begin = m_at;
    const std::optional<QueryMatch> sign = takeSign(field);
    QString text = takeBare();
    if (sign) {
        if (field == anyField && part.values.empty())
            part.field = m_fields.ageField().value_or(anyField);
        return compared(*sign, std::move(text), begin, part.field);
    }
    if (field == anyField)
        return QueryValue{QueryMatch::Contains, std::move(text)};
    const bool isAge = m_fields.at(field).kind == QueryKind::Age;
    if (isWord(text, u"none") || (isAge && isWord(text, u"never")))
        return QueryValue{QueryMatch::None, {}};
    if (isAge)
        return problem(Kind::NotAnAge, begin, m_at, field);
    return QueryValue{QueryMatch::Contains, std::move(text)};
}

Read<QueryValue> QueryReader::readQuoted(int field)
{
    const qsizetype begin = m_at++;
    QString text;
    while (!isAtEnd() && !isAt(u'"'))
        text.append(takeCharacter());
    if (isAtEnd())
        return problem(Kind::UnclosedQuote, begin, m_at);
    ++m_at;
    if (!isAtBreak() && !isAt(u','))
        return problem(Kind::BehindQuote, m_at, breakBehind());
    if (field != anyField && m_fields.at(field).kind == QueryKind::Age)
        return problem(Kind::NotAnAge, begin, m_at, field);
    if (!text.isEmpty())
        return QueryValue{QueryMatch::Exact, std::move(text)};
    if (field == anyField)
        return problem(Kind::EmptyQuotes, begin, m_at);
    return QueryValue{QueryMatch::None, {}};
}

Read<QueryValue> QueryReader::compared(QueryMatch match, QString text, qsizetype begin, int field) const
{
    const QueryKind kind = field == anyField ? QueryKind::Text : m_fields.at(field).kind;
    if (kind == QueryKind::Text)
        return problem(Kind::NoOrder, begin, m_at, field);
    if (kind == QueryKind::Version) {
        if (hasVersion(text.left(1)))
            return QueryValue{match, std::move(text)};
        return problem(Kind::NotAVersion, begin, m_at, field);
    }
    const std::optional<qint64> age = milliseconds(text);
    if (!age || match == QueryMatch::Equal)
        return problem(Kind::NotAnAge, begin, m_at, field);
    return QueryValue{match, std::move(text), *age};
}

/// "=" compares versions only; elsewhere it is text.
std::optional<QueryMatch> QueryReader::takeSign(int field)
{
    const bool isBelow = isAt(u'<');
    if (!isBelow && !isAt(u'>')) {
        if (!isAt(u'=') || field == anyField || m_fields.at(field).kind != QueryKind::Version)
            return std::nullopt;
        ++m_at;
        return QueryMatch::Equal;
    }
    ++m_at;
    if (!isAt(u'='))
        return isBelow ? QueryMatch::Below : QueryMatch::Above;
    ++m_at;
    return isBelow ? QueryMatch::AtMost : QueryMatch::AtLeast;
}

QString QueryReader::takeBare()
{
    QString text;
    while (!isAtBreak() && !isAt(u','))
        text.append(takeCharacter());
    return text;
}

QChar QueryReader::takeCharacter()
{
    constexpr QStringView special = u"\\\",:-<>=";
    const QChar c = m_text[m_at++];
    if (c != u'\\' || isAtEnd())
        return c;
    const QChar behind = m_text[m_at];
    if (!behind.isSpace() && !special.contains(behind))
        return c;
    ++m_at;
    return behind;
}

qsizetype QueryReader::breakBehind() const
{
    return std::find_if(m_text.begin() + m_at, m_text.end(), [](QChar c) { return c.isSpace() || c == u','; })
        - m_text.begin();
}

tl::unexpected<QueryProblem> QueryReader::problem(Kind kind, qsizetype begin, qsizetype end, int field) const
{
    const bool canGoOn = kind != Kind::UnknownField && kind != Kind::NoOrder && kind != Kind::TooManyValues;
    return tl::unexpected(QueryProblem{.kind = kind,
                                       .begin = begin,
                                       .end = end,
                                       .found = m_text.sliced(begin, end - begin).toString(),
                                       .field = field,
                                       .isUnfinished = canGoOn && end == m_text.size()});
}

} // namespace

tl::expected<Query, QueryProblem> readQuery(QStringView text, const QueryFields &fields)
{
    return QueryReader(text, fields).read();
}
