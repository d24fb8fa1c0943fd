// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/deviceid.h"
#include "app/sandbox/devicelife.h"
#include "app/sandbox/stamptext.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string_view>

/// A short text that is often written. It is copied as a block of fixed size, which is several times faster
/// than a copy of its own size.
class Piece
{
public:
    static constexpr std::size_t room = 56;

    Piece() = default;
    explicit Piece(std::string_view text) : m_size(static_cast<std::uint8_t>(text.size()))
    {
        if (text.size() > room)
            throw std::length_error("a piece of JSON is longer than its room");
        text.copy(m_text.data(), text.size());
    }

    const char *data() const { return m_text.data(); }
    std::size_t size() const { return m_size; }

private:
    std::array<char, room> m_text{};
    std::uint8_t m_size = 0;
};

constexpr unsigned digitsOf(std::uint32_t number, unsigned atLeast)
{
    unsigned digits = 1;
    for (std::uint32_t rest = number / 10; rest != 0; rest /= 10)
        ++digits;
    return digits < atLeast ? atLeast : digits;
}

/// Writes to memory. Each call may write up to Piece::room bytes more than it keeps: leave that much behind
/// the text.
class Pen
{
public:
    Pen(char *at, const StampText &stamps) : m_at(at), m_stamps(&stamps) { }

    char *at() const { return m_at; }
    void letter(char c) { *m_at++ = c; }
    void piece(const Piece &piece)
    {
        std::memcpy(m_at, piece.data(), Piece::room);
        m_at += piece.size();
    }
    void number(std::uint32_t number, unsigned atLeastDigits)
    {
        const unsigned digits = digitsOf(number, atLeastDigits);
        for (unsigned i = digits; i-- > 0; number /= 10)
            m_at[i] = static_cast<char>('0' + number % 10);
        m_at += digits;
    }
    void deviceId(std::uint64_t word)
    {
        writeDeviceId(m_at, word);
        m_at += deviceIdLength(word);
    }
    void stamp(const std::optional<Moment> &moment) { m_at = m_stamps->write(m_at, moment); }

private:
    char *m_at;
    const StampText *m_stamps;
};

/// Writes nothing and counts what Pen would write.
class CountingPen
{
public:
    std::size_t size() const { return m_size; }
    void letter(char) { ++m_size; }
    void piece(const Piece &piece) { m_size += piece.size(); }
    void number(std::uint32_t number, unsigned atLeastDigits) { m_size += digitsOf(number, atLeastDigits); }
    void deviceId(std::uint64_t word) { m_size += deviceIdLength(word); }
    void stamp(const std::optional<Moment> &moment) { m_size += StampText::length(moment); }

private:
    std::size_t m_size = 0;
};
