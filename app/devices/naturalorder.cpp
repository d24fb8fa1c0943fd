// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/naturalorder.h"

#include <QChar>

#include <algorithm>
#include <limits>
#include <utility>

static constexpr bool isDigit(uchar c)
{
    return c >= '0' && c <= '9';
}

// 0 ends a key: a NUL within a text counts as U+0001.
constexpr std::array<uchar, 256> NaturalKey::plainCharacters = [] {
    std::array<uchar, 256> plain{};
    for (size_t c = 0; c < 0x80; ++c) {
        const uchar character = static_cast<uchar>(c);
        if (!isDigit(character))
            plain[c] =
                character >= 'A' && character <= 'Z' ? static_cast<uchar>(character - 'A' + 'a') : character;
    }
    plain[0] = 1;
    return plain;
}();

// One character of UTF-8; what is none counts as U+FFFD and takes one byte.
static char32_t takeCharacter(const char *&at, const char *end)
{
    const uchar lead = static_cast<uchar>(*at++);
    const int following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (following == 0 || end - at < following)
        return QChar::ReplacementCharacter;
    char32_t character = lead & (0x3fU >> following);
    for (int i = 0; i < following; ++i) {
        const uchar byte = static_cast<uchar>(at[i]);
        if ((byte & 0xc0) != 0x80)
            return QChar::ReplacementCharacter;
        character = character << 6 | (byte & 0x3fU);
    }
    at += following;
    return character;
}

// The bytes of UTF-8, the first one lowest.
static quint32 utf8Of(char32_t c)
{
    if (c < 0x80)
        return c;
    if (c < 0x800)
        return (0xc0 | c >> 6) | (0x80 | (c & 0x3f)) << 8;
    if (c < 0x10000)
        return (0xe0 | c >> 12) | (0x80 | (c >> 6 & 0x3f)) << 8 | (0x80 | (c & 0x3f)) << 16;
    return (0xf0 | (c >> 18 & 7)) | (0x80 | (c >> 12 & 0x3f)) << 8 | (0x80 | (c >> 6 & 0x3f)) << 16
        | (0x80 | (c & 0x3f)) << 24;
}

uchar NaturalKey::nextOther()
{
    if (m_pending != 0) {
        if (m_lengths != 0) {
            --m_lengths;
            return 0xff;
        }
        return static_cast<uchar>(std::exchange(m_pending, m_pending >> 8));
    }
    if (m_at == m_end)
        return nextOfEnd();
    return isDigit(static_cast<uchar>(*m_at)) ? beginNumber() : beginCharacter();
}

// A number is written as its length and then its digits without leading zeros, so that plain order is that of numbers. Up to 8
// digits the length is one byte, which stands where the digits stand among the other characters. Longer ones say '9' and then the rest of
// the length in bytes from 1 to 254, each full 254 as a 255: never 0, which would look like the end.
uchar NaturalKey::beginNumber()
{
    while (m_at != m_end && *m_at == '0') {
        ++m_at;
        if (m_zeros != std::numeric_limits<uchar>::max())
            ++m_zeros;
    }
    const char *end = m_at;
    while (end != m_end && isDigit(static_cast<uchar>(*end)))
        ++end;
    m_digits = end - m_at;
    if (m_digits <= 8)
        return static_cast<uchar>('0' + m_digits);
    m_lengths = (m_digits - 9) / 254;
    m_pending = static_cast<quint32>((m_digits - 9) % 254 + 1);
    return '9';
}

uchar NaturalKey::beginCharacter()
{
    m_pending = utf8Of(QChar::toCaseFolded(takeCharacter(m_at, m_end)));
    return static_cast<uchar>(std::exchange(m_pending, m_pending >> 8));
}

uchar NaturalKey::nextOfEnd()
{
    if (!std::exchange(m_hasEnded, true))
        return 0;
    return std::exchange(m_zeros, uchar(0));
}

// How many bytes at the beginning are the same in both and end between two characters or numbers.
static qsizetype commonBeginning(QByteArrayView a, QByteArrayView b)
{
    const char *differing = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    const auto belongsTogether = [](uchar c) {
        return isDigit(c) || c >= 0x80;
    };
    while (differing != a.begin() && belongsTogether(static_cast<uchar>(differing[-1])))
        --differing;
    return differing - a.begin();
}

int naturalCompare(QByteArrayView a, QByteArrayView b)
{
    const qsizetype common = commonBeginning(a, b);
    NaturalKey keyOfA(a.sliced(common));
    NaturalKey keyOfB(b.sliced(common));
    for (;;) {
        const quint64 eightOfA = keyOfA.next();
        const quint64 eightOfB = keyOfB.next();
        if (eightOfA != eightOfB)
            return eightOfA < eightOfB ? -1 : 1;
        if (NaturalKey::isLast(eightOfA))
            return 0;
    }
}
