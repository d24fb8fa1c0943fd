// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// A text of the server for the screen, in one line: what would be unseen or would change how its neighbours are read is shown as a
/// mark. A line break becomes "↵", a tab "⇥"; other controls, marks of writing direction (U+202E makes
/// "exe.gpj" of "jpg.exe"), invisible characters and halves of surrogate pairs become "[U+202E]".
///
/// Letters of every script stay, with the joiners that some scripts need.
/// Source: Unicode Standard Annex 9 (explicit directional formatting), Technical Report 36.
QString visibleText(QStringView text);

/// The same; a text without anything to mark is not copied.
QString visibleText(const QString &text);

/// The same for UTF-8; bytes that are none are U+FFFD already when this sees them.
QString visibleText(QByteArrayView utf8);

/// Of a longer text the first \a most characters and "…", a surrogate pair never cut in two: a name of 10,000 letters is no help on
/// a screen, and costs as much to draw as it is long.
QString shortenedText(const QString &text, qsizetype most);
