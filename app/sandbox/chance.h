// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// A number that looks like chance, and always the same for the same \a number. One to one, so that it can be
/// undone. It is the finisher of SplitMix64.
constexpr std::uint64_t scrambled(std::uint64_t number)
{
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

/// Undoes scrambled(): the factors are the inverses of its factors modulo 2^64.
constexpr std::uint64_t unscrambled(std::uint64_t number)
{
    number = (number ^ (number >> 31) ^ (number >> 62)) * 0x319642b2d24d8ec3;
    number = (number ^ (number >> 27) ^ (number >> 54)) * 0x96de1b173f119089;
    return number ^ (number >> 30) ^ (number >> 60);
}

static_assert(unscrambled(scrambled(4212)) == 4212 && unscrambled(scrambled(~0ULL)) == ~0ULL);

/// The chance of \a subject in the question \a which: 64 bits that do not depend on those of other questions.
constexpr std::uint64_t chance(std::uint64_t subject, std::uint64_t which)
{
    return scrambled(subject + (which + 1) * 0x9e3779b97f4a7c15);
}

/// A part of a chance: \a count bits from bit \a first on.
constexpr std::uint32_t bits(std::uint64_t chance, unsigned first, unsigned count)
{
    return static_cast<std::uint32_t>((chance >> first) & ((1ULL << count) - 1));
}
