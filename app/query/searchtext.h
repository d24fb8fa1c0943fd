// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// \a text as it is searched: two texts that a person takes for the same have the same search text. Case is folded ("Straße" is
/// "strasse"), composed and decomposed marks are one, full-width letters are the plain ones (Unicode's form KC), and the four i of Turkish
/// are one, because who types a name does not know which of them another keyboard had. Other accents count.
/// Source: Unicode Standard, chapter 3.13 (caseless matching) and CaseFolding.txt.
QString searchText(QStringView text);

/// True when all of \a utf8 is ASCII: then its search text is itself with A to Z as a to z.
bool isAscii(QByteArrayView utf8);

/// \a c with A to Z as a to z; other bytes stay.
constexpr char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// True when the bytes \a begin to \a end of \a text (a search text as UTF-8, or one that differs from it in the case of A to Z only)
/// are whole words: no letter or digit goes on before or behind them.
bool isWholeWords(QByteArrayView text, qsizetype begin, qsizetype end);
