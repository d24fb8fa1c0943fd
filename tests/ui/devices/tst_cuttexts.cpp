// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/cuttexts.h"

#include "ui/window/theme.h"

#include <QFontMetrics>
#include <QTest>

using namespace Qt::StringLiterals;

/// Texts of cells against what QFontMetrics makes of them.
class CutTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsElidedAsQtDoes_data();
    void aTextIsElidedAsQtDoes();
};

void CutTextsTest::aTextIsElidedAsQtDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << u"Online"_s;
    QTest::newRow("narrow letters") << u"illicit-till-iii-lll-111"_s;
    QTest::newRow("wide letters") << u"WWW-MMM-WWW-MMM"_s;
    QTest::newRow("an ID") << u"4f2b7c1e-9d3a-4c55-8e21-0a6d9b7f3c18"_s;
    QTest::newRow("other scripts") << u"Büro-Überlingen 東京支店 Москва"_s;
    QTest::newRow("right to left") << u"שרת הגיבוי של המשרד"_s;
    QTest::newRow("accents on their own") << u"e\u0301e\u0301e\u0301e\u0301 n\u0303"_s;
}

void CutTextsTest::aTextIsElidedAsQtDoes()
{
    QFETCH(QString, text);
    const Theme theme;
    CutTexts texts(theme);
    for (const TextStyle style : {TextStyle::Base, TextStyle::Mono, TextStyle::Strong}) {
        const QFontMetrics metrics(theme.font(style));
        for (const Qt::TextElideMode elide : {Qt::ElideRight, Qt::ElideMiddle}) {
            for (int width = 1; width < 400; ++width) {
                const CutText &cut = texts.cut({text, width, style, elide});
                QCOMPARE(cut.text.text(), metrics.elidedText(text, elide, width));
                QCOMPARE(cut.isCut, cut.text.text() != text);
                if (!cut.isCut)
                    QVERIFY(cut.width <= width);
            }
        }
    }
}

QTEST_MAIN(CutTextsTest)
#include "tst_cuttexts.moc"
