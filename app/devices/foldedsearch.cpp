// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/foldedsearch.h"

#include "app/query/searchtext.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Whether find() has compared the first and the last byte when it asks isAt().
#ifdef __SSE2__
static constexpr bool hasTestedEnds = true;

namespace {

/// Which of sixteen bytes are one byte of the needle. The bit that tells A from a is set before they are compared, where it is a letter.
class ByteTest
{
public:
    explicit ByteTest(char c)
        : m_byte(_mm_set1_epi8(c)), m_raise(_mm_set1_epi8(c >= 'a' && c <= 'z' ? 0x20 : 0))
    { }

    __m128i matches(const char *at) const
    {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        return _mm_cmpeq_epi8(_mm_or_si128(bytes, m_raise), m_byte);
    }

private:
    __m128i m_byte;
    __m128i m_raise;
};

} // namespace

const char *FoldedSearch::find(const char *begin, const char *end) const
{
    const ByteTest first(m_needle.front());
    const ByteTest last(m_needle.back());
    const qsizetype toLast = m_needle.size() - 1;
    for (const char *at = begin; at < end - toLast; at += 16) {
        const __m128i both = _mm_and_si128(first.matches(at), last.matches(at + toLast));
        for (quint32 bits = static_cast<quint32>(_mm_movemask_epi8(both)); bits != 0; bits &= bits - 1) {
            const char *place = at + std::countr_zero(bits);
            if (place >= end - toLast)
                return end;
            if (isAt(place))
                return place;
        }
    }
    return end;
}

void FoldedSearch::markFirsts(const char *begin, size_t size, quint64 *places) const
{
    const ByteTest first(m_needle.front());
    for (size_t at = 0; at < size; at += 64) {
        quint64 bits = 0;
        for (size_t part = at; part < std::min(at + 64, size); part += 16)
            bits |= quint64(static_cast<quint32>(_mm_movemask_epi8(first.matches(begin + part))))
                << (part - at);
        places[at / 64] = bits;
    }
}
#else
static constexpr bool hasTestedEnds = false;

const char *FoldedSearch::find(const char *begin, const char *end) const
{
    for (const char *at = begin; at + m_needle.size() <= end; ++at) {
        if (isAt(at))
            return at;
    }
    return end;
}

void FoldedSearch::markFirsts(const char *begin, size_t size, quint64 *places) const
{
    std::fill_n(places, (size + 63) / 64, 0);
    for (size_t at = 0; at < size; ++at)
        places[at / 64] |= quint64(asciiLower(begin[at]) == m_needle.front()) << (at % 64);
}
#endif

bool FoldedSearch::isAt(const char *place) const
{
    const char *needle = m_needle.constData();
    for (qsizetype i = hasTestedEnds ? 1 : 0; i < m_needle.size() - (hasTestedEnds ? 1 : 0); ++i) {
        if (asciiLower(place[i]) != needle[i])
            return false;
    }
    return true;
}
