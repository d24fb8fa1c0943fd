// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// A name that a person typed, as it is sent: without blanks around it, in Unicode's composed form (NFC), so that a name typed on one
/// system is found again by the same name typed on another.
QString sentName(const QString &typed);

/// The first character that no name may hold, because it cannot be seen or changes how its neighbours are read: controls (line
/// breaks and tabs too), marks of writing direction, line separators, halves of surrogate pairs.
/// Source: API.md, row 96: names that come back are shown with such characters marked; none is to be made here.
std::optional<char32_t> unsendableCharacter(QStringView name);

/// As "U+202E".
QString codePointName(char32_t character);
