// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/body.h"

#include "app/sandbox/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <optional>

namespace {

/// All that is wrong with one body.
class Faults
{
public:
    void add(Refusal why, std::string_view field, std::string detail)
    {
        m_found.push_back({why, std::string(field), std::move(detail)});
    }
    bool isEmpty() const { return m_found.empty(); }
    /// The first, with all others below it.
    Refused refused() &&
    {
        Refused first = std::move(m_found.front());
        m_found.erase(m_found.begin());
        first.more = std::move(m_found);
        return first;
    }

private:
    std::vector<Refused> m_found;
};

bool isPlainText(const QString &text)
{
    return !text.trimmed().isEmpty()
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isTime(const QString &text)
{
    const auto twoDigits = [&text](qsizetype at, int below) {
        const char16_t tens = text[at].unicode();
        const char16_t units = text[at + 1].unicode();
        return tens >= u'0' && tens <= u'9' && units >= u'0' && units <= u'9'
            && (tens - u'0') * 10 + (units - u'0') < below;
    };
    return text.size() == 8 && text[2] == u':' && text[5] == u':' && twoDigits(0, 24) && twoDigits(3, 60)
        && twoDigits(6, 60);
}

bool isAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    const QString domain = text.mid(at + 1);
    const bool hasOddSigns = std::ranges::any_of(text, [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control
            || QStringView(u",;<>()[]\"\\").contains(c);
    });
    return at > 0 && !hasOddSigns && !domain.contains(u'@') && domain.contains(u'.')
        && !domain.startsWith(u'.') && !domain.endsWith(u'.');
}

bool isWord(const FieldRule &rule, const QString &text)
{
    return std::ranges::find(rule.words, text.toStdString()) != rule.words.end();
}

std::optional<Refusal> wrongElement(const FieldRule &rule, const QJsonValue &value)
{
    if (!value.isString())
        return Refusal::WrongKind;
    const QString text = value.toString();
    switch (rule.kind) {
    case FieldKind::Word:
    case FieldKind::Words:
        return isWord(rule, text) ? std::nullopt : std::optional(Refusal::WrongWord);
    case FieldKind::Time:
        return isTime(text) ? std::nullopt : std::optional(Refusal::NotATime);
    case FieldKind::Addresses:
        return isAddress(text) ? std::nullopt : std::optional(Refusal::NotAnAddress);
    default:
        return isPlainText(text) ? std::nullopt : std::optional(Refusal::WrongText);
    }
}

std::optional<Refusal> wrongList(const FieldRule &rule, const QJsonValue &value, bool isRequired)
{
    if (!value.isArray())
        return Refusal::WrongKind;
    const QJsonArray list = value.toArray();
    if (list.isEmpty() && isRequired)
        return Refusal::EmptyList;
    QSet<QString> seen;
    for (const auto &element : list) {
        if (const std::optional<Refusal> wrong = wrongElement(rule, element))
            return wrong;
        seen.insert(element.toString());
    }
    if (seen.size() != list.size())
        return Refusal::RepeatedValue;
    const bool hasAll = !rule.all.empty() && seen.contains(QString::fromStdString(std::string(rule.all)));
    return hasAll && list.size() > 1 ? std::optional(Refusal::NotAlone) : std::nullopt;
}

bool isWholeNumber(const QJsonValue &value)
{
    constexpr double firstNotExact = 9007199254740992.0; // of a JSON number as double
    const double number = value.toDouble(-1);
    return value.isDouble() && number >= 0 && number < firstNotExact
        && number == static_cast<double>(value.toInteger(-1));
}

std::optional<Refusal> wrongValue(const FieldRule &rule, const QJsonValue &value, bool isRequired)
{
    const auto unless = [](bool isRight) {
        return isRight ? std::nullopt : std::optional(Refusal::WrongKind);
    };
    switch (rule.kind) {
    case FieldKind::Object:
        return unless(value.isObject());
    case FieldKind::Number:
        return unless(isWholeNumber(value));
    case FieldKind::Boolean:
        return unless(value.isBool());
    case FieldKind::Text:
    case FieldKind::Word:
    case FieldKind::Time:
        return wrongElement(rule, value);
    case FieldKind::Texts:
    case FieldKind::Words:
    case FieldKind::Addresses:
        return wrongList(rule, value, isRequired);
    }
    return std::nullopt;
}

void checkNames(const QJsonObject &object, const std::string &prefix, const BodyRules &rules, Faults &faults)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const std::string name = member.key().toStdString();
        const auto rule = std::ranges::find(rules.fields, std::string_view(prefix + name), &FieldRule::path);
        if (rule == rules.fields.end())
            faults.add(Refusal::UnknownField, name, prefix + name);
        else if (rule->kind == FieldKind::Object)
            checkNames(member->toObject(), prefix + name + '.', rules, faults);
    }
}

/// A field of an object that is not there is not missed as well.
bool hasParent(const QJsonObject &body, const FieldRule &rule)
{
    const std::size_t dot = rule.path.find('.');
    return dot == std::string_view::npos || valueAt(body, rule.path.substr(0, dot)).isObject();
}

void checkField(const QJsonObject &body, const FieldRule &rule, Faults &faults)
{
    if (!hasParent(body, rule))
        return;
    const Place place = rule.place ? rule.place(body) : Place::Here;
    const bool isRequired = rule.isRequired && place == Place::Here;
    const QJsonValue value = valueAt(body, rule.path);
    std::optional<Refusal> fault;
    if (value.isUndefined())
        fault = isRequired ? std::optional(Refusal::MissingField) : std::nullopt;
    else if (place == Place::Elsewhere)
        fault = Refusal::FieldOutOfPlace;
    else
        fault = wrongValue(rule, value, isRequired);
    if (fault)
        faults.add(*fault, rule.field, std::string(rule.path));
}

} // namespace

Allowed<QJsonObject> readBody(const std::string &text, const BodyRules &rules)
{
    const QJsonDocument document =
        isStrictJson(text) ? QJsonDocument::fromJson(QByteArray::fromStdString(text)) : QJsonDocument();
    if (!document.isObject()) // "while parsing JSON object"
        return tl::unexpected(Refused{Refusal::BrokenJson});
    const QJsonObject body = document.object();
    Faults faults;
    checkNames(body, {}, rules, faults);
    for (const FieldRule &rule : rules.fields)
        checkField(body, rule, faults);
    if (faults.isEmpty()) {
        for (const TogetherRule &rule : rules.together) {
            if (rule.isBroken(body))
                faults.add(Refusal::Contradiction, rule.field, std::string(rule.demand));
        }
    }
    if (!faults.isEmpty())
        return tl::unexpected(std::move(faults).refused());
    return body;
}
