// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerowreader.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace ondemand = simdjson::ondemand;

namespace {

constexpr quint8 unknownField = deviceFieldCount;

// A field's name as 16 bytes with the quote behind it, so that it is compared in two steps.
class NameBytes
{
public:
    consteval explicit NameBytes(std::string_view name)
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

    // Behind \a raw there are at least the bytes of simdjson's padding.
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

template <size_t... I>
consteval std::array<NameBytes, sizeof...(I)> nameBytes(std::index_sequence<I...> /*places*/)
{
    return {NameBytes(deviceFieldNames[I])...};
}
constexpr std::array names = nameBytes(std::make_index_sequence<deviceFieldCount>());

std::string_view withoutSpace(std::string_view token)
{
    while (!token.empty()
           && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

enum class Number {
    NotPlain, // none, or one that is left to the slow reader
    Whole,
    Fraction,
};

// Plain: at most 15 digits before the point and 15 behind it, which every reader of JSON takes for the same number.
Number numberKind(std::string_view token)
{
    const std::string_view digits = token.starts_with('-') ? token.substr(1) : token;
    const auto point = std::ranges::find_if_not(digits, isDigit);
    const auto whole = point - digits.begin();
    if (whole == 0 || whole > 15 || (digits.front() == '0' && whole > 1))
        return Number::NotPlain;
    if (point == digits.end())
        return token == "-0" ? Number::NotPlain : Number::Whole;
    const auto decimals = digits.end() - point - 1;
    const bool isFraction =
        *point == '.' && decimals > 0 && decimals <= 15 && std::all_of(point + 1, digits.end(), isDigit);
    return isFraction ? Number::Fraction : Number::NotPlain;
}

// The older versions of simdjson do not ask whether half characters are to be replaced.
template <typename Field>
simdjson::simdjson_result<std::string_view> unescapedKey(Field &field)
{
    if constexpr (requires { field.unescaped_key(); })
        return field.unescaped_key();
    else
        return field.unescaped_key(false);
}

// Half a character may be missing: simdjson of various versions differs there.
bool hasSurrogate(std::string_view token)
{
    for (size_t at = token.find("\\u"); at != std::string_view::npos; at = token.find("\\u", at + 2)) {
        if (at + 2 < token.size() && (token[at + 2] == 'd' || token[at + 2] == 'D'))
            return true;
    }
    return false;
}

} // namespace

class DeviceRowReader::Walk
{
public:
    size_t readRows(std::string_view json, size_t capacity, std::span<const Row> rows,
                    DeviceChunkBuilder &builder);

private:
    bool readRow(ondemand::object object);
    bool readName(ondemand::field &field, quint8 &known) const;
    bool readField(ondemand::value value, quint8 known);
    bool readText(ondemand::value value, std::string_view token, std::string_view &text) const;
    bool skip(ondemand::value value) const;
    bool skipScalar(ondemand::value value) const;

    ondemand::parser m_parser;
    DeviceValues m_values;
    bool m_hasEscapes = false;
    std::array<quint8, 32> m_order{}; // which field the last row had at each place
};

size_t DeviceRowReader::Walk::readRows(std::string_view json, size_t capacity, std::span<const Row> rows,
                                       DeviceChunkBuilder &builder)
{
    ondemand::document document;
    ondemand::array array;
    if (m_parser.iterate(json.data(), json.size(), capacity).get(document) != simdjson::SUCCESS
        || document.get_array().get(array) != simdjson::SUCCESS)
        return 0;
    size_t count = 0;
    for (simdjson::simdjson_result<ondemand::value> element : array) {
        ondemand::object object;
        if (count == rows.size() || element.get_object().get(object) != simdjson::SUCCESS)
            return count;
        m_hasEscapes = rows[count].hasEscapes;
        if (!readRow(object))
            return count;
        builder.addRow(m_values, 0);
        ++count;
    }
    return count;
}

bool DeviceRowReader::Walk::readRow(ondemand::object object)
{
    m_values.fill({});
    size_t place = 0;
    for (simdjson::simdjson_result<ondemand::field> result : object) {
        if (result.error() != simdjson::SUCCESS)
            return false;
        ondemand::field &field = result.value_unsafe();
        // Servers write the fields of every row in the same order, and nearly all are texts without escapes.
        quint8 &guess = m_order[std::min(place++, m_order.size() - 1)];
        if (!m_hasEscapes && guess != unknownField && names[guess].matches(field.key().raw())) {
            const std::string_view token = withoutSpace(field.value().raw_json_token());
            if (token.front() == '"') {
                m_values[guess] = {.text = token.substr(1, token.size() - 2),
                                   .kind = DeviceValue::Kind::Text};
                continue;
            }
        }
        if (!readName(field, guess) || !readField(field.value(), guess))
            return false;
    }
    return true;
}

// Which field it is, or unknownField.
bool DeviceRowReader::Walk::readName(ondemand::field &field, quint8 &known) const
{
    const char *raw = field.key().raw();
    const auto found =
        std::ranges::find_if(names, [raw](const NameBytes &name) { return name.matches(raw); });
    known = static_cast<quint8>(found - names.begin());
    if (known != unknownField || !m_hasEscapes)
        return true;
    std::string_view name;
    const bool isGood = unescapedKey(field).get(name) == simdjson::SUCCESS;
    known = static_cast<quint8>(std::ranges::find(deviceFieldNames, name) - deviceFieldNames.begin());
    return isGood;
}

bool DeviceRowReader::Walk::readField(ondemand::value value, quint8 known)
{
    if (known == unknownField)
        return skip(value);
    DeviceValue &read = m_values[known];
    read = {.text = {}, .kind = DeviceValue::Kind::Odd};
    const std::string_view token = withoutSpace(value.raw_json_token());
    if (token.front() == '"') {
        read.kind = DeviceValue::Kind::Text;
        return readText(value, token, read.text);
    }
    if (token == "null") {
        read.kind = DeviceValue::Kind::None;
        return true;
    }
    const bool isText = takesNumbers(static_cast<DeviceField>(known));
    const Number number = numberKind(token);
    if (isText && number == Number::Whole)
        read = {.text = token, .kind = DeviceValue::Kind::Text};
    // What a fraction in a text means is the slow reader's to say.
    return isText && number == Number::Fraction ? false : skip(value);
}

bool DeviceRowReader::Walk::readText(ondemand::value value, std::string_view token,
                                     std::string_view &text) const
{
    if (!m_hasEscapes || token.find('\\') == std::string_view::npos) {
        text = token.substr(1, token.size() - 2);
        return true;
    }
    return !hasSurrogate(token) && value.get_string().get(text) == simdjson::SUCCESS;
}

// Walks what is of no use here, so that a row with rubbish in it is noticed.
bool DeviceRowReader::Walk::skip(ondemand::value value) const
{
    const std::string_view token = value.raw_json_token();
    if (token.front() == '{') {
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return false;
        for (simdjson::simdjson_result<ondemand::field> result : object) {
            ondemand::field field;
            std::string_view name;
            if (std::move(result).get(field) != simdjson::SUCCESS
                || (m_hasEscapes && unescapedKey(field).get(name) != simdjson::SUCCESS)
                || !skip(field.value()))
                return false;
        }
        return true;
    }
    if (token.front() == '[') {
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return false;
        for (simdjson::simdjson_result<ondemand::value> element : array) {
            ondemand::value inner;
            if (std::move(element).get(inner) != simdjson::SUCCESS || !skip(inner))
                return false;
        }
        return true;
    }
    return skipScalar(value);
}

bool DeviceRowReader::Walk::skipScalar(ondemand::value value) const
{
    const std::string_view token = withoutSpace(value.raw_json_token());
    if (token.front() == '"') {
        std::string_view text;
        return readText(value, token, text);
    }
    return token == "null" || token == "true" || token == "false" || numberKind(token) != Number::NotPlain;
}

DeviceRowReader::DeviceRowReader() : m_walk(std::make_unique<Walk>()) { }

DeviceRowReader::~DeviceRowReader() = default;

size_t DeviceRowReader::read(RowSlab &slab, std::span<const Row> rows, DeviceChunkBuilder &builder)
{
    // The rows become an array where they are.
    static_assert(RowSlab::roomBefore >= 1 && RowSlab::roomBehind > simdjson::SIMDJSON_PADDING);
    char *before = slab.at(rows.front().begin) - 1;
    char *behind = slab.at(rows.back().end);
    const char wasBefore = std::exchange(*before, '[');
    const char wasBehind = std::exchange(*behind, ']');
    const auto size = static_cast<size_t>(behind + 1 - before);
    const size_t count = m_walk->readRows({before, size}, size + simdjson::SIMDJSON_PADDING, rows, builder);
    *before = wasBefore;
    *behind = wasBehind;
    return count;
}
