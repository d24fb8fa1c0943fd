// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestVisibleText : public QObject
{
    Q_OBJECT

private slots:
    void lettersOfEveryScriptStay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << u"CAS-DC02 <b>&amp;</b>"_s;
        QTest::newRow("umlauts") << u"Müller & Söhne"_s;
        QTest::newRow("hebrew") << u"שרת"_s;
        QTest::newRow("persian with its joiner") << u"می\u200Cخواهم"_s;
        QTest::newRow("a family of emoji") << u"👨\u200D👩\u200D👧"_s;
        QTest::newRow("accents in pieces") << u"e\u0301"_s;
        QTest::newRow("replacement") << u"\uFFFD"_s;
        QTest::newRow("nothing") << QString();
    }

    void lettersOfEveryScriptStay()
    {
        QFETCH(QString, text);
        QCOMPARE(visibleText(text), text);
    }

    void whatIsUnseenIsMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("overriding direction") << u"gpj\u202Eexe"_s << u"gpj[U+202E]exe"_s;
        QTest::newRow("isolate") << u"\u2066a\u2069"_s << u"[U+2066]a[U+2069]"_s;
        QTest::newRow("arabic letter mark") << u"a\u061Cb"_s << u"a[U+061C]b"_s;
        QTest::newRow("zero width space") << u"a\u200Bb"_s << u"a[U+200B]b"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"a[U+0000]b"_s;
        QTest::newRow("escape") << u"a\u001B[31m"_s << u"a[U+001B][31m"_s;
        QTest::newRow("lines") << u"a\nb\u2028c"_s << u"a↵b↵c"_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a⇥b"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD800) + u"b"_s << u"a[U+D800]b"_s;
        QTest::newRow("tag letters") << QString::fromUcs4(U"a\U000E0041") << u"a[U+E0041]"_s;
    }

    void whatIsUnseenIsMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(visibleText(text), shown);
    }

    void bytesAreReadAsUtf8()
    {
        QCOMPARE(visibleText(QByteArrayView("M\xC3\xBCller\0x", 9)), u"Müller[U+0000]x"_s);
    }

    void longTextsAreCutBetweenCharacters()
    {
        QCOMPARE(shortenedText(u"abc"_s, 3), u"abc"_s);
        QCOMPARE(shortenedText(u"abcd"_s, 3), u"abc…"_s);
        QCOMPARE(shortenedText(u"ab\U0001F600cd"_s, 3), u"ab…"_s);
        QCOMPARE(shortenedText(u"ab\U0001F600cd"_s, 4), u"ab\U0001F600…"_s);
        QCOMPARE(shortenedText(u"a"_s, 0), u"…"_s);
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
