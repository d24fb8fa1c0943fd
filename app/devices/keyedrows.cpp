// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/keyedrows.h"

#include "app/devices/twocores.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

// 64 bits in six digits of 11: the counts of a digit stay in the nearest cache.
static constexpr int digitBits = 11;
static constexpr size_t digitValues = size_t(1) << digitBits;

static size_t digitOf(quint64 key, int shift)
{
    return static_cast<size_t>(key >> shift) & (digitValues - 1);
}

static void sortByDigit(std::span<const KeyedRow> from, std::span<KeyedRow> to, int shift)
{
    std::array<quint32, digitValues> places{};
    for (const KeyedRow &each : from)
        ++places[digitOf(each.key, shift)];
    quint32 begin = 0;
    for (quint32 &place : places)
        begin += std::exchange(place, begin);
    for (const KeyedRow &each : from)
        to[places[digitOf(each.key, shift)]++] = each;
}

static void sortByDigits(std::span<KeyedRow> rows, std::span<KeyedRow> scratch)
{
    quint64 differing = 0;
    for (const KeyedRow &each : rows)
        differing |= each.key ^ rows.front().key;
    std::span<KeyedRow> from = rows;
    std::span<KeyedRow> to = scratch;
    for (int shift = 0; shift < 64; shift += digitBits) {
        if (digitOf(differing, shift) == 0)
            continue;
        sortByDigit(from, to, shift);
        std::swap(from, to);
    }
    if (from.data() != rows.data())
        std::ranges::copy(from, rows.begin());
}

void sortByKey(std::span<KeyedRow> rows, std::span<KeyedRow> scratch)
{
    constexpr size_t few = 1500; // below this, comparing is faster than counting
    if (std::ranges::is_sorted(rows, {}, &KeyedRow::key))
        return;
    if (rows.size() > few) {
        sortByDigits(rows, scratch.first(rows.size()));
        return;
    }
    std::ranges::sort(rows, [](const KeyedRow &a, const KeyedRow &b) {
        return a.key != b.key ? a.key < b.key : a.position < b.position;
    });
}

// The same for packed rows and the lowest \a digits of their numbers. After an odd number of them the sorted rows are in \a scratch.
static void sortByDigits(std::span<PackedRow> rows, std::span<PackedRow> scratch, int digits)
{
    for (int digit = 0; digit < digits; ++digit) {
        const int shift = 32 + digit * digitBits;
        std::array<quint32, digitValues> places{};
        for (const PackedRow each : rows)
            ++places[digitOf(each, shift)];
        quint32 begin = 0;
        for (quint32 &place : places)
            begin += std::exchange(place, begin);
        for (const PackedRow each : rows)
            scratch[places[digitOf(each, shift)]++] = each;
        std::swap(rows, scratch);
    }
}

// How many of the first \a count of both, merged, come from \a left: as many as std::merge would take.
static size_t countFromLeft(std::span<const PackedRow> left, std::span<const PackedRow> right, size_t count)
{
    size_t least = count > right.size() ? count - right.size() : 0;
    size_t most = std::min(count, left.size());
    while (least < most) {
        const size_t middle = (least + most) / 2;
        if (numberOf(left[middle]) <= numberOf(right[count - middle - 1]))
            least = middle + 1; // it stands before the last that right would give
        else
            most = middle;
    }
    return least;
}

static void mergeRows(std::span<const PackedRow> left, std::span<const PackedRow> right, quint32 *to)
{
    size_t fromRight = 0;
    for (const PackedRow each : left) {
        while (fromRight < right.size() && numberOf(right[fromRight]) < numberOf(each))
            *to++ = rowOf(right[fromRight++]);
        *to++ = rowOf(each);
    }
    std::ranges::transform(right.subspan(fromRight), to, &rowOf);
}

void sortByNumber(Scratch<PackedRow> &rows, quint32 highest, std::span<quint32> to)
{
    const int bits = static_cast<int>(std::bit_width(highest)); // some libraries count unsigned
    const int digits = (bits + digitBits - 1) / digitBits;
    Scratch<PackedRow> scratch(rows.size());
    const size_t half = onTwoCores(rows.size(), [&](size_t begin, size_t end) {
        sortByDigits(std::span(rows).subspan(begin, end - begin),
                     std::span(scratch).subspan(begin, end - begin), digits);
    });
    const std::span<const PackedRow> sorted = digits % 2 != 0 ? scratch : rows;
    const std::span<const PackedRow> left = sorted.first(half);
    const std::span<const PackedRow> right = sorted.subspan(half);
    onTwoCores(rows.size(), [&](size_t begin, size_t end) {
        const size_t leftBegin = countFromLeft(left, right, begin);
        const size_t leftEnd = countFromLeft(left, right, end);
        const size_t rightBegin = begin - leftBegin;
        mergeRows(left.subspan(leftBegin, leftEnd - leftBegin),
                  right.subspan(rightBegin, end - leftEnd - rightBegin), to.data() + begin);
    });
}
