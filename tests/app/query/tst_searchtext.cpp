// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/searchtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class SearchTextTest : public QObject
{
    Q_OBJECT

private slots:
    void textsThatAPersonTakesForTheSame_data();
    void textsThatAPersonTakesForTheSame();
    void textsThatAreNotTheSame_data();
    void textsThatAreNotTheSame();
    void asciiIsSeenAtEveryPlace();
};

void SearchTextTest::textsThatAPersonTakesForTheSame_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("case") << u"SRV-Z"_s << u"srv-z"_s;
    QTest::newRow("sharp s") << u"STRASSE"_s << u"Stra\u00dfe"_s;
    QTest::newRow("capital sharp s") << u"STRA\u1e9eE"_s << u"stra\u00dfe"_s;
    QTest::newRow("Turkish capital I with its dot") << u"\u0130ZM\u0130R"_s << u"izmir"_s;
    QTest::newRow("Turkish small i without it") << u"\u0131s\u0131"_s << u"ISI"_s;
    QTest::newRow("composed and decomposed") << u"M\u00dcnchen"_s << u"mu\u0308nchen"_s;
    QTest::newRow("full width") << u"\uff33\uff32\uff36\uff0d\uff11"_s << u"srv-1"_s;
    QTest::newRow("half-width kana") << u"\uff76\uff9e"_s << u"\u30ac"_s;
    QTest::newRow("ligature") << u"o\ufb03ce"_s << u"OFFICE"_s;
    QTest::newRow("final sigma") << u"\u03a3\u03c2"_s << u"\u03c3\u03c3"_s;
    QTest::newRow("Cyrillic") << u"\u041c\u041e\u0421\u041a\u0412\u0410"_s
                              << u"\u043c\u043e\u0441\u043a\u0432\u0430"_s;
    QTest::newRow("outside of the first plane") << u"\U00010400"_s << u"\U00010428"_s;
    QTest::newRow("Kelvin") << u"\u212a"_s << u"k"_s;
}

void SearchTextTest::textsThatAPersonTakesForTheSame()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QCOMPARE(searchText(a), searchText(b));
    QCOMPARE(searchText(searchText(a)), searchText(a));
}

void SearchTextTest::textsThatAreNotTheSame_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("accent") << u"Jos\u00e9"_s << u"Jose"_s;
    QTest::newRow("sign") << u"srv-1"_s << u"srv_1"_s;
    QTest::newRow("@ is no small `") << u"@["_s << u"`{"_s;
}

void SearchTextTest::textsThatAreNotTheSame()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QVERIFY(searchText(a) != searchText(b));
}

void SearchTextTest::asciiIsSeenAtEveryPlace()
{
    for (qsizetype size = 0; size < 20; ++size) {
        QByteArray text(size, '\x7f');
        QVERIFY(isAscii(text));
        for (qsizetype at = 0; at < size; ++at) {
            text[at] = '\x80';
            QVERIFY(!isAscii(text));
            text[at] = '\x7f';
        }
    }
}

QTEST_APPLESS_MAIN(SearchTextTest)
#include "tst_searchtext.moc"
