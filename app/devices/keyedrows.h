// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/scratch.h"

#include <QtGlobal>

#include <span>

/// A row with a number to sort it by.
struct KeyedRow
{
    quint64 key;
    quint32 row;
    quint32 position; ///< Where the row stood: decides between equal keys.
};

/// A row with a number of 32 bits to sort it by, in one word: the number stands above the row.
using PackedRow = quint64;
constexpr PackedRow packedRow(quint32 number, quint32 row)
{
    return quint64(number) << 32 | row;
}
constexpr quint32 numberOf(PackedRow packed)
{
    return static_cast<quint32>(packed >> 32);
}
constexpr quint32 rowOf(PackedRow packed)
{
    return static_cast<quint32>(packed & 0xffffffff);
}

/// Sorts \a rows by their numbers, none of which is above \a highest, into \a to, as long; rows of equal numbers stay in their order. What is
/// left in \a rows is of no use.
void sortByNumber(Scratch<PackedRow> &rows, quint32 highest, std::span<quint32> to);

/// Sorts \a rows, which stand in the order of their positions, by their keys; rows of equal keys stay in their order. \a scratch is as
/// large at least, and its contents are lost.
void sortByKey(std::span<KeyedRow> rows, std::span<KeyedRow> scratch);
