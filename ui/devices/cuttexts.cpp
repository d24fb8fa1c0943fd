// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/cuttexts.h"

#include "app/base/visibletext.h"
#include "ui/window/theme.h"

#include <QFontMetrics>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Enough for some eight screens, and about 3 MB; then all are made anew.
constexpr qsizetype mostTexts = 4096;
/// No cell is wide enough for more; a text of 10,000 characters is not measured to its end.
constexpr qsizetype longestText = 512;

/// What QFontMetrics::elidedText() makes of \a key's text in a font whose characters are all of one width, without shaping it to find the
/// width. Empty where Qt has to say: for other fonts, characters and ways to elide.
QString evenlyElided(const CutTextKey &key, const QFontMetricsF &metrics)
{
    const qreal each = metrics.horizontalAdvance(u'0');
    const qreal room = key.width - metrics.horizontalAdvance(u'…');
    const auto isPlain = [](QChar c) {
        return c >= u' ' && c <= u'~';
    };
    if (key.elide != Qt::ElideMiddle || room <= 0 || metrics.horizontalAdvance(u'i') != each
        || metrics.horizontalAdvance(u'W') != each || !std::ranges::all_of(key.text, isPlain))
        return {};
    const qsizetype ofSide = qCeil(room / (2 * each)) - 1;
    return 2 * ofSide < key.text.size() ? key.text.first(ofSide) + u'…' + key.text.last(ofSide) : QString();
}

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
    const QString text = shortenedText(key.text, longestText);
    CutText cut;
    cut.font = font;
    cut.height = metrics.height();
    cut.text.setTextFormat(Qt::PlainText);
    cut.text.setPerformanceHint(QStaticText::AggressiveCaching);
    const auto shape = [&](const QString &shown) {
        cut.text.setText(shown);
        cut.text.prepare({}, font);
        cut.width = qCeil(cut.text.size().width()); // of the layout that is there anyway
        cut.isCut = shown != key.text;
    };
    // most texts fit: to elide them would be to shape them twice
    const bool isLong = metrics.averageCharWidth() * text.size() > key.width * 3 / 2;
    if (!isLong)
        shape(text);
    if (!isLong && cut.width <= key.width)
        return cut;
    const QString elided = key.style == TextStyle::Mono ? evenlyElided(key, QFontMetricsF(font)) : QString();
    shape(elided.isEmpty() ? metrics.elidedText(text, key.elide, key.width) : elided);
    return cut;
}
