// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/plainrowreader.h"

#include "app/devices/rowtokens.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace {

constexpr std::ptrdiff_t step = 16;

// Sixteen bytes as bits: bit n stands for byte n.
#ifdef __SSE2__
__m128i loaded(const char *bytes)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
}

quint32 quotes(const char *bytes)
{
    return static_cast<quint32>(_mm_movemask_epi8(_mm_cmpeq_epi8(loaded(bytes), _mm_set1_epi8('"'))));
}

// Signed, every byte above ASCII is below the blank too.
quint32 odd(const char *bytes)
{
    return static_cast<quint32>(_mm_movemask_epi8(_mm_cmplt_epi8(loaded(bytes), _mm_set1_epi8(' '))));
}
#else
template <typename Test>
quint32 bits(const char *bytes, Test test)
{
    quint32 mask = 0;
    for (int i = 0; i < step; ++i)
        mask |= test(static_cast<quint8>(bytes[i])) ? quint32(1) << i : 0;
    return mask;
}

quint32 quotes(const char *bytes)
{
    return bits(bytes, [](quint8 c) { return c == '"'; });
}

quint32 odd(const char *bytes)
{
    return bits(bytes, [](quint8 c) { return c < ' ' || c >= 0x80; });
}
#endif

bool isPrintableAscii(std::string_view text)
{
    const char *at = text.data();
    const char *end = at + text.size();
    quint32 found = 0;
    for (; end - at >= step; at += step)
        found |= odd(at);
    if (at < end)
        found |= odd(at) & ((quint32(1) << (end - at)) - 1);
    return found == 0;
}

// The first quote from \a at on, or one behind \a end.
const char *nextQuote(const char *at, const char *end)
{
    for (; at < end; at += step) {
        if (const quint32 found = quotes(at); found != 0)
            return at + std::countr_zero(found);
    }
    return end;
}

// A number or null that begins at \a at, up to what can stand behind it.
std::string_view wordAt(const char *at, const char *end)
{
    const char *behind = std::find_if(at, end, [](char c) { return c == ',' || c == '}'; });
    return {at, static_cast<size_t>(behind - at)};
}

// False: the value is for another reader.
bool takeWord(std::string_view word, quint8 known, DeviceValues &values)
{
    const bool isNull = word == "null";
    const NumberToken number = numberToken(word);
    if (!isNull && number == NumberToken::NotPlain)
        return false;
    if (known == unknownField)
        return true;
    DeviceValue &value = values[known];
    value = {};
    if (isNull)
        return true;
    if (!takesNumbers(static_cast<DeviceField>(known))) {
        value.kind = DeviceValue::Kind::Odd;
        return true;
    }
    value = {.text = word, .kind = DeviceValue::Kind::Text};
    return number == NumberToken::Whole;
}

} // namespace

bool PlainRowReader::read(std::string_view row, DeviceValues &values)
{
    if (row.size() < 2 || row.front() != '{' || !isPrintableAscii(row))
        return false;
    values.fill({});
    const char *at = row.data() + 1;
    const char *const last = row.data() + row.size() - 1; // the bracket
    for (size_t place = 0; *at == '"'; ++place) {
        const char *name = at + 1;
        quint8 &known = m_order[std::min(place, m_order.size() - 1)];
        if (known == unknownField || !fieldNameBytes[known].matches(name))
            known = fieldNamed(name);
        const char *quote =
            known == unknownField ? nextQuote(name, last) : name + deviceFieldNames[known].size();
        at = quote + 2;
        if (at >= last || quote[1] != ':')
            return false;
        if (*at == '"') {
            const char *text = at + 1;
            quote = nextQuote(text, last);
            if (quote >= last)
                return false;
            if (known != unknownField)
                values[known] = {.text = {text, static_cast<size_t>(quote - text)},
                                 .kind = DeviceValue::Kind::Text};
            at = quote + 1;
        } else {
            const std::string_view word = wordAt(at, last);
            if (!takeWord(word, known, values))
                return false;
            at += word.size();
        }
        if (at == last)
            return *last == '}';
        if (*at != ',')
            return false;
        ++at;
    }
    return false;
}
