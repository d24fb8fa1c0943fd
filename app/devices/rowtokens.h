// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicevalues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string_view>
#include <utility>

/// A field's name with the quote behind it, as 16 bytes that are compared in two steps.
class FieldNameBytes
{
public:
    consteval explicit FieldNameBytes(std::string_view name)
    {
        std::array<char, 16> text{};
        std::array<char, 16> used{};
        for (size_t i = 0; i <= name.size(); ++i) {
            text[i] = i < name.size() ? name[i] : '"';
            used[i] = '\xFF';
        }
        m_bytes = std::bit_cast<Halves>(text);
        m_used = std::bit_cast<Halves>(used);
    }

    /// \a raw stands behind a name's first quote; 16 bytes of it are read.
    bool matches(const char *raw) const
    {
        Halves read;
        std::memcpy(read.data(), raw, sizeof read);
        return (((read[0] ^ m_bytes[0]) & m_used[0]) | ((read[1] ^ m_bytes[1]) & m_used[1])) == 0;
    }

private:
    using Halves = std::array<quint64, 2>;
    Halves m_bytes{};
    Halves m_used{};
};

/// A name that is none of deviceFieldNames.
inline constexpr quint8 unknownField = deviceFieldCount;

/// In the order of DeviceField.
inline constexpr std::array fieldNameBytes = []<size_t... I>(std::index_sequence<I...> /*places*/) {
    return std::array{FieldNameBytes(deviceFieldNames[I])...};
}(std::make_index_sequence<deviceFieldCount>());

/// Which field the name behind the quote at \a raw is, or unknownField.
inline quint8 fieldNamed(const char *raw)
{
    const auto found =
        std::ranges::find_if(fieldNameBytes, [raw](const FieldNameBytes &name) { return name.matches(raw); });
    return static_cast<quint8>(found - fieldNameBytes.begin());
}

/// What a token is that should be a number.
enum class NumberToken {
    NotPlain, ///< None, or one that is left to the slow reader.
    Whole,
    Fraction,
};

/// Plain: at most 15 digits before the point and 15 behind it, which every reader of JSON takes for the same number.
inline NumberToken numberToken(std::string_view token)
{
    constexpr auto isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const std::string_view digits = token.starts_with('-') ? token.substr(1) : token;
    const auto point = std::ranges::find_if_not(digits, isDigit);
    const auto whole = point - digits.begin();
    if (whole == 0 || whole > 15 || (digits.front() == '0' && whole > 1))
        return NumberToken::NotPlain;
    if (point == digits.end())
        return token == "-0" ? NumberToken::NotPlain : NumberToken::Whole;
    const auto decimals = digits.end() - point - 1;
    const bool isFraction =
        *point == '.' && decimals > 0 && decimals <= 15 && std::all_of(point + 1, digits.end(), isDigit);
    return isFraction ? NumberToken::Fraction : NumberToken::NotPlain;
}
