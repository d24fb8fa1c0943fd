// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/icons.h"

#include "ui/window/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QStyle>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace Qt::StringLiterals;

static constexpr bool iconsStandInOrder()
{
    for (std::size_t row = 0; row < glyphTable.size(); ++row) {
        if (static_cast<std::size_t>(glyphTable[row].glyph) != row)
            return false;
    }
    return true;
}
static_assert(iconsStandInOrder());

static const GlyphRow &rowOf(Glyph glyph)
{
    return glyphTable.at(static_cast<std::size_t>(glyph));
}

static QByteArray hex(const QColor &color)
{
    return color.name().toUpper().toLatin1();
}

/// The drawing with its inks exchanged. In the files plain glyphs are black; health marks have the light shade's
/// colour of their state and white where the ground shows through.
static QByteArray drawing(const GlyphRow &row, const QColor &ink, const QColor &ground)
{
    QFile file(u":/icons/"_s + row.file + u".svg"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const bool isHealthMark = row.glyph >= Glyph::HealthFailing;
    const QByteArray inkInFile = isHealthMark ? hex(tokenColor(row.ink, Shade::Light)) : "#000000"_ba;
    return file.readAll().replace("#FFFFFF"_ba, hex(ground)).replace(inkInFile, hex(ink));
}

/// A square one in an area of \a pixels of the device. In an area wider than high it stands where reading begins: so
/// a button whose icon size is 20 x 16 has air between icon and text.
static QPixmap drawn(Glyph glyph, QSize pixels, const QColor &ink, const QColor &ground)
{
    const GlyphRow &row = rowOf(glyph);
    const QString key = u"steward %1 %2x%3 %4 %5"_s.arg(row.file)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(ink.rgba())
                            .arg(ground.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    const int side = std::min(pixels.width(), pixels.height());
    QSvgRenderer renderer(drawing(row, ink, ground));
    QPainter painter(&pixmap);
    renderer.render(&painter,
                    QStyle::alignedRect(QGuiApplication::layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter,
                                        QSize(side, side), QRect(QPoint(), pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap glyphPixmap(Glyph glyph, int size, qreal devicePixelRatio, const QColor &ink, const QColor &ground)
{
    const int pixels = static_cast<int>(std::ceil(size * devicePixelRatio));
    QPixmap pixmap = drawn(glyph, QSize(pixels, pixels), ink, ground);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

/// Paints a glyph in the theme's colours of that moment.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(const Theme &theme, Glyph glyph, Token ink) : m_theme(&theme), m_glyph(glyph), m_ink(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSizeF pixels = QSizeF(rect.size()) * painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap(pixels.toSize(), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (!m_theme || size.isEmpty())
            return {};
        const Token ink = mode == QIcon::Disabled ? Token::Dis : m_ink;
        return drawn(m_glyph, size, m_theme->color(ink), m_theme->color(Token::Base));
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return u"GlyphEngine"_s; }

private:
    QPointer<const Theme> m_theme;
    Glyph m_glyph;
    Token m_ink;
};

QIcon glyphIcon(const Theme &theme, Glyph glyph)
{
    return glyphIcon(theme, glyph, rowOf(glyph).ink);
}

QIcon glyphIcon(const Theme &theme, Glyph glyph, Token ink)
{
    return QIcon(new GlyphEngine(theme, glyph, ink));
}

QIcon applicationIcon()
{
    QSvgRenderer renderer(u":/appicon.svg"_s);
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}
