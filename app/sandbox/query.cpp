// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/query.h"

#include <QUtf8StringView>

#include <algorithm>
#include <charconv>

namespace {

std::optional<std::uint64_t> readNumber(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    const bool isPlain = !text.starts_with('0') || text == "0"; // as JSON writes a number
    return isWhole && isPlain ? std::optional(number) : std::nullopt;
}

bool isUnescapedAllowed(char c)
{
    return c > ' ' && c < '\x7f' && std::string_view("\"<>[]\\^`{|}#%").find(c) == std::string_view::npos;
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isUnescapedAllowed(text[i])) {
            decoded.push_back(text[i]);
            continue;
        }
        const std::string_view hex = text.substr(i + 1, 2);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
        if (text[i] != '%' || hex.size() != 2 || error != std::errc() || end != hex.data() + 2)
            return std::nullopt;
        decoded.push_back(static_cast<char>(value));
        i += 2;
    }
    if (!QUtf8StringView(decoded.data(), static_cast<qsizetype>(decoded.size())).isValidUtf8())
        return std::nullopt;
    return decoded;
}

bool isWordOf(const ParameterRule &rule, std::string_view value)
{
    const auto upper = [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    };
    return std::ranges::any_of(
        rule.words, [&](std::string_view word) { return std::ranges::equal(word, value, {}, upper, upper); });
}

std::optional<Refusal> wrongValue(const ParameterRule &rule, std::string_view value)
{
    if (value.empty())
        return Refusal::EmptyParameter;
    if (rule.kind == ParameterKind::Number && !readNumber(value))
        return Refusal::NotANumber;
    if (rule.kind == ParameterKind::Boolean && value != "true" && value != "false")
        return Refusal::NotABoolean;
    if (rule.kind == ParameterKind::Word && !isWordOf(rule, value))
        return Refusal::WrongWord;
    return std::nullopt;
}

} // namespace

Allowed<UrlQuery> UrlQuery::read(std::string_view text, std::span<const ParameterRule> rules)
{
    UrlQuery query;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        if (std::optional<Refused> refused = query.add(text.substr(0, end), rules))
            return tl::unexpected(std::move(*refused));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    for (const ParameterRule &rule : rules) {
        if (rule.isRequired && !query.find(rule.name))
            return tl::unexpected(Refused{Refusal::MissingParameter, std::string(rule.name)});
    }
    return query;
}

std::optional<Refused> UrlQuery::add(std::string_view pair, std::span<const ParameterRule> rules)
{
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::optional<std::string> name = percentDecoded(pair.substr(0, equals));
    std::optional<std::string> value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value)
        return Refused{Refusal::BadEncoding, {}};
    const auto rule = std::ranges::find(rules, std::string_view(*name), &ParameterRule::name);
    if (rule == rules.end())
        return Refused{Refusal::UnknownParameter, std::move(*name)};
    if (find(*name))
        return Refused{Refusal::RepeatedParameter, std::move(*name)};
    if (const std::optional<Refusal> wrong = wrongValue(*rule, *value))
        return Refused{*wrong, std::move(*name)};
    m_parameters.push_back({std::move(*name), std::move(*value)});
    return std::nullopt;
}

std::optional<std::uint64_t> UrlQuery::number(std::string_view name) const
{
    const Parameter *parameter = find(name);
    return parameter ? readNumber(parameter->value) : std::nullopt;
}

std::optional<std::string> UrlQuery::text(std::string_view name) const
{
    const Parameter *parameter = find(name);
    return parameter ? std::optional(parameter->value) : std::nullopt;
}

bool UrlQuery::flag(std::string_view name, bool byDefault) const
{
    const Parameter *parameter = find(name);
    return parameter ? parameter->value == "true" : byDefault;
}

const UrlQuery::Parameter *UrlQuery::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_parameters, name, &Parameter::name);
    return found != m_parameters.end() ? &*found : nullptr;
}
