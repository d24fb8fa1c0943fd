// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/refusals.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

enum class ParameterKind : std::uint8_t {
    Number,
    Boolean,
    Text,
    Word, ///< one of ParameterRule::words, in any case
};

/// One row of an operation's table of request parameters in the API document.
struct ParameterRule
{
    std::string_view name;
    ParameterKind kind = ParameterKind::Text;
    bool isRequired = false;
    std::span<const std::string_view> words = {};
};

/// The parameters of a request, checked against their rules.
class UrlQuery
{
public:
    /// Reads \a text, what stands behind the '?'. Decoding is that of RFC 3986: "%2B" and "+" are both a
    /// plus. Refused are unknown, repeated, missing and empty parameters, wrong kinds, and what is not
    /// percent-encoded UTF-8.
    static Allowed<UrlQuery> read(std::string_view text, std::span<const ParameterRule> rules);

    std::optional<std::uint64_t> number(std::string_view name) const;
    std::optional<std::string> text(std::string_view name) const;
    bool flag(std::string_view name, bool byDefault) const;

private:
    struct Parameter
    {
        std::string name;
        std::string value;
    };

    const Parameter *find(std::string_view name) const;
    std::optional<Refused> add(std::string_view pair, std::span<const ParameterRule> rules);

    std::vector<Parameter> m_parameters;
};
