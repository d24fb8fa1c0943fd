// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QDir>
#include <QImage>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// How many pixels of \a image are solid and have exactly this colour.
static int solidPixels(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyFileHasAGlyphAndEveryGlyphAFile();
    void everyGlyphIsDrawnInTheInkAskedFor_data();
    void everyGlyphIsDrawnInTheInkAskedFor();
    void filledMarksShowTheGround();
    void picturesFitTheScale_data();
    void picturesFitTheScale();
    void iconFollowsTheShade();
    void disabledIconIsPale();
    void iconInAWideAreaStandsAtItsBegin();
    void iconOutlivesItsTheme();
    void applicationIconHasAllSizes();
};

void TestIcons::everyFileHasAGlyphAndEveryGlyphAFile()
{
    const Theme theme;
    QStringList files = QDir(u":/icons"_s).entryList();
    QStringList glyphs;
    for (const GlyphRow &row : glyphTable)
        glyphs.append(row.file + u".svg"_s);
    files.sort();
    glyphs.sort();
    QCOMPARE(glyphs, files);
}

void TestIcons::everyGlyphIsDrawnInTheInkAskedFor_data()
{
    QTest::addColumn<Glyph>("glyph");
    for (const GlyphRow &row : glyphTable)
        QTest::newRow(row.file.latin1()) << row.glyph;
}

void TestIcons::everyGlyphIsDrawnInTheInkAskedFor()
{
    QFETCH(Glyph, glyph);
    const Theme theme;
    for (const QColor ink : {QColor(0x12, 0xab, 0xcd), QColor(0xff, 0xff, 0xff)}) {
        const QColor ground(0x40, 0x40, 0x00);
        const QImage image = glyphPixmap(glyph, 16, 4, ink, ground).toImage();
        QVERIFY2(solidPixels(image, ink) > 0, qPrintable(ink.name()));
        for (int y = 0; y < image.height(); ++y) { // what is solid is ink, ground, or between the two
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 255)
                    continue;
                const int least = std::min(ink.blue(), ground.blue());
                QVERIFY(pixel.blue() >= least && pixel.blue() <= std::max(ink.blue(), ground.blue()));
                QVERIFY(pixel.red() >= std::min(ink.red(), ground.red()) - 1);
            }
        }
    }
    const QImage small = glyphPixmap(glyph, 16, 1, Qt::red, Qt::white).toImage();
    int seen = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x)
            seen += small.pixelColor(x, y).alpha() > 60 ? 1 : 0;
    }
    QVERIFY2(seen >= 3, "nothing to be seen at 16 pixels");
}

void TestIcons::filledMarksShowTheGround()
{
    const Theme theme;
    for (const Glyph glyph : {Glyph::HealthFailing, Glyph::HealthStale})
        QVERIFY(solidPixels(glyphPixmap(glyph, 14, 4, Qt::red, Qt::green).toImage(), Qt::green) > 0);
}

void TestIcons::picturesFitTheScale_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<int>("pixels");
    QTest::newRow("100 %") << 1.0 << 16;
    QTest::newRow("125 %") << 1.25 << 20;
    QTest::newRow("150 %") << 1.5 << 24;
    QTest::newRow("175 %") << 1.75 << 28;
    QTest::newRow("200 %") << 2.0 << 32;
    QTest::newRow("250 %") << 2.5 << 40;
}

void TestIcons::picturesFitTheScale()
{
    QFETCH(qreal, scale);
    QFETCH(int, pixels);
    const Theme theme;
    const QPixmap direct = glyphPixmap(Glyph::Refresh, 16, scale, Qt::black, Qt::white);
    QCOMPARE(direct.size(), QSize(pixels, pixels));
    QCOMPARE(direct.devicePixelRatio(), scale);
    const QPixmap ofIcon = glyphIcon(theme, Glyph::Refresh).pixmap(QSize(16, 16), scale);
    QCOMPARE(ofIcon.size(), QSize(pixels, pixels));
    QCOMPARE(ofIcon.deviceIndependentSize(), QSizeF(16, 16));
}

void TestIcons::iconFollowsTheShade()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    const QIcon plain = glyphIcon(theme, Glyph::Stop);
    const QIcon mark = glyphIcon(theme, Glyph::HealthStale);
    const auto has = [](const QIcon &icon, const QColor &color) {
        return solidPixels(icon.pixmap(QSize(64, 64), 1.0).toImage(), color) > 0;
    };
    QVERIFY(has(plain, tokenColor(Token::Text2, Shade::Light)));
    QVERIFY(has(mark, tokenColor(Token::Warn, Shade::Light)));
    theme.setMode(ThemeMode::Dark);
    QVERIFY(has(plain, tokenColor(Token::Text2, Shade::Dark)));
    QVERIFY(has(mark, tokenColor(Token::Warn, Shade::Dark)));
    QVERIFY(!has(mark, tokenColor(Token::Warn, Shade::Light)));
}

void TestIcons::disabledIconIsPale()
{
    const Theme theme;
    const QImage image = glyphIcon(theme, Glyph::Stop).pixmap(QSize(64, 64), 1.0, QIcon::Disabled).toImage();
    QVERIFY(solidPixels(image, theme.color(Token::Dis)) > 0);
    QCOMPARE(solidPixels(image, theme.color(Token::Text2)), 0);
}

void TestIcons::iconInAWideAreaStandsAtItsBegin()
{
    const Theme theme;
    const QImage image = glyphIcon(theme, Glyph::Stop).pixmap(QSize(80, 64), 1.0).toImage();
    QCOMPARE(image.size(), QSize(80, 64));
    QCOMPARE(solidPixels(image.copy(64, 0, 16, 64), Qt::transparent), 16 * 64);
    QCOMPARE(image.copy(0, 0, 64, 64), glyphIcon(theme, Glyph::Stop).pixmap(QSize(64, 64), 1.0).toImage());
}

void TestIcons::iconOutlivesItsTheme()
{
    QIcon icon;
    {
        const Theme theme;
        icon = glyphIcon(theme, Glyph::Refresh);
    }
    QVERIFY(icon.pixmap(QSize(16, 16), 1.0).isNull());
}

void TestIcons::applicationIconHasAllSizes()
{
    const QIcon icon = applicationIcon();
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QVERIFY(icon.availableSizes().contains(QSize(size, size)));
        QVERIFY(solidPixels(icon.pixmap(QSize(size, size), 1.0).toImage(), QColor(0x36, 0x50, 0xC8)) > size);
    }
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
