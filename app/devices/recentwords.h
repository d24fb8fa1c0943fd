// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstring>
#include <string_view>

/// The codes of short words that came lately, found without hashing or comparing them byte by byte: the few words of status,
/// result, system and version take turns in every row.
class RecentWords
{
public:
    /// 0 when \a word is not at hand.
    quint32 codeOf(std::string_view word) const
    {
        const Place &place = m_places[placeOf(word)];
        return place.bytes == bytesOf(word) && place.size == word.size() ? place.code : 0;
    }

    void remember(std::string_view word, quint32 code)
    {
        if (word.size() <= longest)
            m_places[placeOf(word)] = {.bytes = bytesOf(word), .size = word.size(), .code = code};
    }

private:
    static constexpr size_t longest = 16;

    // The first eight bytes and the last eight; with the size they are the whole word.
    using Bytes = std::array<quint64, 2>;
    struct Place
    {
        Bytes bytes{};
        size_t size = 0;
        quint32 code = 0;
    };

    static Bytes bytesOf(std::string_view word)
    {
        Bytes bytes{};
        if (word.size() >= 8) {
            std::memcpy(&bytes[0], word.data(), 8);
            std::memcpy(&bytes[1], word.data() + word.size() - 8, 8);
        } else if (word.size() >= 4) {
            std::memcpy(&bytes[0], word.data(), 4);
            std::memcpy(&bytes[1], word.data() + word.size() - 4, 4);
        } else if (!word.empty()) {
            bytes[0] = static_cast<quint8>(word.front());
            bytes[1] = static_cast<quint64>(static_cast<quint8>(word[word.size() / 2])) << 8
                | static_cast<quint8>(word.back());
        }
        return bytes;
    }

    static size_t placeOf(std::string_view word)
    {
        const Bytes bytes = bytesOf(word);
        return ((bytes[0] ^ bytes[1] << 7 ^ word.size()) * Q_UINT64_C(0x9e3779b97f4a7c15)) >> 58;
    }

    std::array<Place, 64> m_places;
};
