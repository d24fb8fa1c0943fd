// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/chance.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

// Device IDs look like those of the API document: 48 to 50 characters of a to z and 2 to 7, five bits each.
// The first 13 are the device's word, so that a device is found by its ID without a table of a million IDs;
// the rest follows from the word.

inline constexpr std::string_view deviceIdAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
inline constexpr std::size_t deviceWordCharacters = 13;
inline constexpr std::size_t deviceIdRoom =
    4 * deviceWordCharacters; ///< what writeDeviceId() writes, in bytes

inline constexpr auto deviceIdPairs = [] {
    std::array<std::array<char, 2>, 1024> pairs{};
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] = {deviceIdAlphabet[i & 31], deviceIdAlphabet[i >> 5]};
    return pairs;
}();

/// How many characters the ID of the device with this \a word has.
constexpr std::size_t deviceIdLength(std::uint64_t word)
{
    return 48 + bits(word, 0, 8) % 3;
}

/// Writes deviceIdRoom characters to \a at; the first deviceIdLength(word) of them are the ID.
inline void writeDeviceId(char *at, std::uint64_t word)
{
    std::uint64_t part = word;
    for (std::uint64_t which = 1; which <= 4; ++which) {
        for (unsigned pair = 0; pair < 6; ++pair, at += 2)
            std::memcpy(at, deviceIdPairs[bits(part, 10 * pair, 10)].data(), 2);
        *at++ = deviceIdAlphabet[part >> 60];
        part = chance(word, which);
    }
}

/// The word of the device that has this ID, if any device has it. Whether one does is not said.
constexpr std::optional<std::uint64_t> deviceWord(std::string_view id)
{
    if (id.size() < deviceWordCharacters)
        return std::nullopt;
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < deviceWordCharacters; ++i) {
        const std::size_t value = deviceIdAlphabet.find(id[i]);
        if (value == std::string_view::npos)
            return std::nullopt;
        word |= static_cast<std::uint64_t>(value) << (5 * i);
    }
    return word;
}
