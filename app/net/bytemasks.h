// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// 64 bytes of JSON as bits: bit n stands for byte n.
struct ByteMasks
{
    quint64 quotes = 0;
    quint64 backslashes = 0;
    quint64 brackets = 0; ///< { } [ ]
    quint64 leads = 0; ///< { [ , : : what a text or a bracket may follow.
};

inline constexpr qsizetype maskedBytes = 64;

inline bool isLead(char c)
{
    return c == '{' || c == '[' || c == ',' || c == ':';
}

/// Every byte up to the blank counts: JSON allows no other control character where this is asked.
inline bool isBlank(char c)
{
    return static_cast<quint8>(c) <= 0x20;
}

/// Reads the bytes one by one, on any processor.
struct PortableMasks
{
    static ByteMasks of(const char *block)
    {
        ByteMasks masks;
        for (int i = 0; i < maskedBytes; ++i) {
            const char c = block[i];
            const quint64 bit = Q_UINT64_C(1) << i;
            masks.quotes |= c == '"' ? bit : 0;
            masks.backslashes |= c == '\\' ? bit : 0;
            masks.brackets |= c == '{' || c == '}' || c == '[' || c == ']' ? bit : 0;
            masks.leads |= isLead(c) ? bit : 0;
        }
        return masks;
    }

    static quint64 blanks(const char *block)
    {
        quint64 mask = 0;
        for (int i = 0; i < maskedBytes; ++i)
            mask |= isBlank(block[i]) ? Q_UINT64_C(1) << i : 0;
        return mask;
    }
};

#ifdef __SSE2__
/// Sixteen bytes at a time, with what every 64-bit x86 processor has.
struct FastestMasks
{
    static ByteMasks of(const char *block)
    {
        ByteMasks masks;
        __m128i backslashes = _mm_setzero_si128();
        for (int part = 0; part < 4; ++part) {
            const __m128i bytes = load(block, part);
            // '[' and '{', ']' and '}' differ in one bit only.
            const __m128i raised = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
            const __m128i opens = _mm_cmpeq_epi8(raised, _mm_set1_epi8('{'));
            const __m128i closes = _mm_cmpeq_epi8(raised, _mm_set1_epi8('}'));
            const __m128i parts = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
                                               _mm_cmpeq_epi8(bytes, _mm_set1_epi8(':')));
            masks.quotes |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), part);
            masks.brackets |= bits(_mm_or_si128(opens, closes), part);
            masks.leads |= bits(_mm_or_si128(opens, parts), part);
            backslashes = _mm_or_si128(backslashes, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        }
        if (_mm_movemask_epi8(backslashes) != 0) {
            for (int part = 0; part < 4; ++part)
                masks.backslashes |= bits(_mm_cmpeq_epi8(load(block, part), _mm_set1_epi8('\\')), part);
        }
        return masks;
    }

    static quint64 blanks(const char *block)
    {
        quint64 mask = 0;
        for (int part = 0; part < 4; ++part) {
            const __m128i bytes = load(block, part);
            mask |= bits(_mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x20)), bytes), part);
        }
        return mask;
    }

private:
    static __m128i load(const char *block, int part)
    {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 16 * part));
    }
    static quint64 bits(__m128i matches, int part)
    {
        return static_cast<quint64>(static_cast<quint32>(_mm_movemask_epi8(matches))) << (16 * part);
    }
};
#else
using FastestMasks = PortableMasks;
#endif

/// Bits that stand behind an odd run of backslashes. \a carry: whether the first byte of this block does, and then the first
/// byte of the next.
inline quint64 escapedBits(quint64 backslashes, quint64 &carry)
{
    // Adding a run's first bit to the run carries to the bit behind it; whether that bit is odd or even tells the run's length.
    constexpr quint64 even = Q_UINT64_C(0x5555555555555555);
    backslashes &= ~carry;
    const quint64 follows = backslashes << 1 | carry;
    const quint64 oddStarts = backslashes & ~even & ~follows;
    const quint64 sum = oddStarts + backslashes;
    carry = sum < oddStarts ? 1 : 0;
    return (even ^ sum << 1) & follows;
}

/// Bit n is the exclusive or of the bits 0 to n: between two quotes, the first one included, every bit is set.
inline quint64 prefixXor(quint64 bits)
{
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
}

/// The bits that come behind \a starts, with the \a blanks between skipped.
inline quint64 behindBlanks(quint64 starts, quint64 blanks)
{
    // As in escapedBits: a start within a run of blanks is carried to the bit behind the run.
    return (((starts & blanks) + blanks) & ~blanks) | (starts & ~blanks);
}
