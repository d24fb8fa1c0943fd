// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/textstyle.h"

#include <QFont>
#include <QHash>
#include <QStaticText>
#include <QString>

class Theme;

/// Which text, how wide it may be, and how it is written.
struct CutTextKey
{
    QString text;
    int width = 0; ///< Logical pixels.
    TextStyle style = TextStyle::Base;
    Qt::TextElideMode elide = Qt::ElideRight;

    friend bool operator==(const CutTextKey &, const CutTextKey &) = default;
    friend size_t qHash(const CutTextKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.text, key.width, int(key.style), int(key.elide));
    }
};

/// A text that is shaped once and drawn often.
struct CutText
{
    QStaticText text;
    QFont font;
    int width = 0; ///< Logical pixels of what is drawn.
    int height = 0;
    bool isCut = false;
};

/// Texts cut to the width of their cells and laid out for painting. Shaping is three quarters of painting a grid, and the same
/// few words stand in most of its cells. Kept until there are too many, or the theme asks for other fonts.
class CutTexts
{
public:
    explicit CutTexts(const Theme &theme);

    /// Good until the next call.
    const CutText &cut(const CutTextKey &key);
    void forget();

private:
    CutText make(const CutTextKey &key);
    const QFont &fontOf(TextStyle style);

    const Theme &m_theme;
    QHash<int, QFont> m_fonts; // by TextStyle; one object each, so that painting compares pointers
    QHash<CutTextKey, CutText> m_texts;
};
