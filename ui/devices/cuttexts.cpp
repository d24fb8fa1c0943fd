// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/cuttexts.h"

#include "app/base/visibletext.h"
#include "ui/window/theme.h"

#include <QFontMetrics>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace {

/// Enough for some 16 screens; then all are made anew.
constexpr qsizetype mostTexts = 8192;
/// No cell is wide enough for more; a text of 10,000 characters is not measured to its end.
constexpr qsizetype longestText = 512;

} // namespace

CutTexts::CutTexts(const Theme &theme) : m_theme(theme) { }

const CutText &CutTexts::cut(const CutTextKey &key)
{
    const auto found = m_texts.constFind(key);
    if (found != m_texts.constEnd())
        return *found;
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    return *m_texts.insert(key, make(key));
}

void CutTexts::forget()
{
    m_texts.clear();
    m_fonts.clear();
}

const QFont &CutTexts::fontOf(TextStyle style)
{
    const auto found = m_fonts.constFind(int(style));
    return found != m_fonts.constEnd() ? *found : *m_fonts.insert(int(style), m_theme.font(style));
}

CutText CutTexts::make(const CutTextKey &key)
{
    const QFont &font = fontOf(key.style);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(shortenedText(key.text, longestText), key.elide, key.width);
    CutText cut;
    cut.font = font;
    cut.text.setText(shown);
    cut.text.setTextFormat(Qt::PlainText);
    cut.text.setPerformanceHint(QStaticText::AggressiveCaching);
    cut.text.prepare({}, font);
    cut.width = qCeil(cut.text.size().width()); // of the layout that is there anyway
    cut.height = metrics.height();
    cut.isCut = shown != key.text;
    return cut;
}
