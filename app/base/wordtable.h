// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <QCoreApplication>

/// A row of the table of an enumeration: the word on the wire, what it means, and the word for the person (marked by
/// QT_TRANSLATE_NOOP under the context "WireWords"). Such a table is a constexpr std::array: it stands once for each enumeration.
template <typename Enum>
struct WireWord
{
    QLatin1StringView word;
    Enum value;
    const char *label;
};

// clang before 17 needs to be told.
template <typename Enum>
WireWord(QLatin1StringView, Enum, const char *) -> WireWord<Enum>;

/// What \a word means by \a table. Case, blanks, '_' and '-' do not count; the word itself is kept as it came.
template <typename Table>
auto openWordBy(const Table &table, const QString &word)
{
    using Enum = decltype(table.front().value);
    const QString folded = foldedWord(word);
    const auto found = std::ranges::find_if(
        table, [&folded](const WireWord<Enum> &row) { return foldedWord(QString(row.word)) == folded; });
    return OpenWord<Enum>(word, found == table.end() ? std::nullopt : std::optional(found->value));
}

/// How \a value is written on the wire.
template <typename Table>
QString wireWordBy(const Table &table, decltype(table.front().value) value)
{
    return std::ranges::find(table, value, &WireWord<decltype(table.front().value)>::value)->word;
}

/// The translated label of \a value.
template <typename Table>
QString labelBy(const Table &table, decltype(table.front().value) value)
{
    return QCoreApplication::translate(
        "WireWords", std::ranges::find(table, value, &WireWord<decltype(table.front().value)>::value)->label);
}
