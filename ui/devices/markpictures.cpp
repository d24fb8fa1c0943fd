// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/markpictures.h"

#include "ui/accounts/accountlook.h"
#include "ui/window/theme.h"

#include <QPainter>

namespace {

constexpr quint32 discs = 1U << 31; // above every key of a glyph

quint32 keyOf(Glyph glyph, Token ink, Token ground)
{
    return quint32(glyph) << 16 | quint32(ink) << 8 | quint32(ground);
}

} // namespace

MarkPictures::MarkPictures(const Theme &theme) : m_theme(theme) { }

void MarkPictures::setDevicePixelRatio(qreal ratio)
{
    if (qFuzzyCompare(ratio, m_ratio))
        return;
    m_ratio = ratio;
    m_pictures.clear();
}

template <typename Draw>
const QPixmap &MarkPictures::picture(quint32 key, const Draw &draw)
{
    QPixmap &picture = m_pictures[key];
    if (picture.isNull())
        picture = draw();
    return picture;
}

const QPixmap &MarkPictures::glyph(Glyph glyph, Token ink, Token ground)
{
    return picture(keyOf(glyph, ink, ground), [&] {
        return glyphPixmap(glyph, size, m_ratio, m_theme.color(ink), m_theme.color(ground));
    });
}

const QPixmap &MarkPictures::account(AccountColour colour)
{
    return picture(discs | quint32(colour), [&] {
        QPixmap disc(QSize(size, size) * m_ratio);
        disc.setDevicePixelRatio(m_ratio);
        disc.fill(Qt::transparent);
        QPainter painter(&disc);
        paintAccountDisc(painter, {size / 2.0, size / 2.0}, m_theme, colour);
        return disc;
    });
}
