// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

/// A row with a number to sort it by.
struct KeyedRow
{
    quint64 key;
    quint32 row;
    quint32 position; ///< Where the row stood: decides between equal keys.
};

/// Sorts \a rows, which stand in the order of their positions, by their keys; rows of equal keys stay in their order. \a scratch is as
/// large at least, and its contents are lost.
void sortByKey(std::span<KeyedRow> rows, std::span<KeyedRow> scratch);
