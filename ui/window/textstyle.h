// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

/// The sizes and weights of all texts, in logical pixels.
enum class TextStyle {
    Base, ///< 13
    Strong, ///< 13 semibold: first sentences, state words, sums
    Small, ///< 12: headers, chips, status line, hints
    Badge, ///< 11: badges and key caps
    Title, ///< 15 semibold: title of a pane
    Page, ///< 18 semibold
    Figure, ///< 20 semibold
    Mono, ///< 12, one width: ids, paths and the server's words
};

/// Whether '0' to '9' of \a font have the same advance, so that numbers stand in line.
bool digitsShareOneWidth(const QFont &font);

/// The family for all texts: that of \a desktop where its digits share one width, else Noto Sans where it is
/// installed, else DejaVu Sans.
QString textFamily(const QFont &desktop);

/// \a family in one style. Mono has a family of its own: the desktop's for fixed width.
QFont textFont(TextStyle style, const QString &family);
