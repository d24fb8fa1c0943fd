// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>

/// A text (UTF-8) as a stream of bytes whose plain order is the natural one: case is folded, runs of the digits 0 to 9 count as
/// numbers of any length, and among texts that are then equal the one with fewer leading zeros comes first.
class NaturalKey
{
public:
    explicit NaturalKey(QByteArrayView text) : m_at(text.data()), m_end(text.data() + text.size()) { }

    /// The next eight bytes, the first one highest; 0 behind the end.
    quint64 next()
    {
        quint64 eight = 0;
        for (int i = 0; i < 8; ++i)
            eight = eight << 8 | nextByte();
        return eight;
    }
    /// True when nothing can follow \a eight, a result of next().
    static bool isLast(quint64 eight) { return (eight & 0xffff) == 0; }

private:
    // What a character of one byte becomes; 0 for digits and for what is no such character.
    static const std::array<uchar, 256> plainCharacters;

    uchar nextByte()
    {
        if (m_at != m_end && m_pending == 0) {
            const uchar c = static_cast<uchar>(*m_at);
            const uchar plain = m_digits == 0 ? plainCharacters[c] : c;
            if (plain != 0) {
                m_digits -= m_digits == 0 ? 0 : 1;
                ++m_at;
                return plain;
            }
        }
        return nextOther();
    }
    uchar nextOther();
    uchar beginNumber();
    uchar beginCharacter();
    uchar nextOfEnd();

    const char *m_at;
    const char *m_end;
    qsizetype m_digits = 0; // of the present number, still to come
    qsizetype m_lengths = 0; // full bytes of its length, still to come
    quint32 m_pending = 0; // bytes to come before anything else, the next one lowest
    uchar m_zeros = 0;
    bool m_hasEnded = false;
};

/// Below, at or above 0 as \a a comes before, with or after \a b in natural order.
int naturalCompare(QByteArrayView a, QByteArrayView b);
