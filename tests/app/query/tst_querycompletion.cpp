// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/querycompletion.h"

#include "app/query/queryreader.h"
#include "tests/app/query/testfields.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

static const QueryFields fields = bookFields();

/// What the cursor, written as |, is at.
static QueryPlace placeAt(QString text)
{
    const qsizetype cursor = text.indexOf(u'|');
    return queryPlace(text.remove(cursor, 1), cursor, fields);
}

/// Lines as "text shown -> text of the box with the cursor (rows)".
static QStringList linesAt(QString text, const QStringList &earlier = {})
{
    const std::vector<QueryFieldCounts> counts{{shelfField,
                                                {{{QueryMatch::Exact, u"North"_s}, u"North"_s, 5},
                                                 {{QueryMatch::Exact, u"Upper north"_s}, u"Upper north"_s, 8},
                                                 {{QueryMatch::Exact, u"South"_s}, u"South"_s, 3},
                                                 {{QueryMatch::None, {}}, u"none"_s, 4}},
                                                20}};
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    QStringList lines;
    for (const QueryCompletion &each :
         queryCompletions(text, queryPlace(text, cursor, fields), fields, counts, earlier)) {
        QString line = each.label + u" -> "_s + QString(each.text).insert(each.cursor, u'|');
        if (each.rows)
            line.append(u" (%1)"_s.arg(*each.rows));
        lines.append(line);
    }
    return lines;
}

class QueryCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void theCursorHasAPlace_data();
    void theCursorHasAPlace();
    void fieldsAreOffered();
    void valuesAreOfferedWithTheirRows();
    void earlierQueriesAreOffered();
    void everyPlaceOfAnyTextIsFound();
};

void QueryCompletionTest::theCursorHasAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("rest");
    QTest::newRow("nothing") << u"|"_s << anyField << u""_s << u""_s << u""_s;
    QTest::newRow("word") << u"ab sh|e c"_s << anyField << u"sh"_s << u"she"_s << u"ab c"_s;
    QTest::newRow("behind a blank") << u"ab |"_s << anyField << u""_s << u""_s << u"ab"_s;
    QTest::newRow("value") << u"a shelf:no|"_s << shelfField << u"no"_s << u"no"_s << u"a"_s;
    QTest::newRow("value to come") << u"shelf:|"_s << shelfField << u""_s << u""_s << u""_s;
    QTest::newRow("second value") << u"-shelf:a,n|o,c b"_s << shelfField << u"n"_s << u"no"_s << u"b"_s;
    QTest::newRow("before the comma") << u"shelf:a|,no"_s << shelfField << u"a"_s << u"a"_s << u""_s;
    QTest::newRow("open quotes") << u"a shelf:\"up no|"_s << shelfField << u"up no"_s << u"\"up no"_s
                                 << u"a"_s;
    QTest::newRow("closed quotes") << u"shelf:\"up n|o\" b"_s << shelfField << u"up n"_s << u"\"up no\""_s
                                   << u"b"_s;
    QTest::newRow("in the name of a field") << u"she|lf:a"_s << anyField << u"she"_s << u"shelf:"_s << u""_s;
    QTest::newRow("unknown field") << u"x:a|"_s << anyField << u"x:a"_s << u"x:a"_s << u""_s;
}

void QueryCompletionTest::theCursorHasAPlace()
{
    QFETCH(const QString, text);
    const QueryPlace place = placeAt(text);
    QTEST(place.field, "field");
    QTEST(place.typed, "typed");
    QTEST(QString(text).remove(u'|').sliced(place.begin, place.end - place.begin), "replaced");
    QTEST(place.rest, "rest");
}

void QueryCompletionTest::fieldsAreOffered()
{
    QCOMPARE(linesAt(u"a TI| b"_s), (QStringList{u"Title -> a title:| b"_s}));
    QCOMPARE(linesAt(u"-pla|"_s), (QStringList{u"Shelf -> -shelf:|"_s}));
    QCOMPARE(linesAt(u"last|"_s), (QStringList{u"Last lent -> lent:|"_s}));
    QCOMPARE(linesAt(u"a,ti|"_s), QStringList());
}

void QueryCompletionTest::valuesAreOfferedWithTheirRows()
{
    QCOMPARE(linesAt(u"shelf:N|"_s),
             (QStringList{u"North -> shelf:\"North\"| (5)"_s, u"none -> shelf:none| (4)"_s,
                          u"Upper north -> shelf:\"Upper north\"| (8)"_s}));
    QCOMPARE(linesAt(u"a -shelf:x,sou| b"_s), (QStringList{u"South -> a -shelf:x,\"South\"| b (17)"_s}));
    QCOMPARE(linesAt(u"shelf:\"upper n|"_s), (QStringList{u"Upper north -> shelf:\"Upper north\"| (8)"_s}));
    QCOMPARE(linesAt(u"sout|"_s), (QStringList{u"South -> shelf:\"South\"| (3)"_s}));
    QCOMPARE(linesAt(u"-sout|"_s), (QStringList{u"South -> -shelf:\"South\"| (17)"_s}));
    QCOMPARE(linesAt(u"title:n|"_s), QStringList());
}

void QueryCompletionTest::earlierQueriesAreOffered()
{
    QCOMPARE(linesAt(u"zoo|"_s, {u"Zoo title:a"_s, u"zoo"_s, u"a zoo"_s}),
             (QStringList{u"Zoo title:a -> Zoo title:a|"_s}));
}

void QueryCompletionTest::everyPlaceOfAnyTextIsFound()
{
    static constexpr QStringView characters = u"ab -,:\"\\<";
    std::mt19937 random(3);
    for (int i = 0; i < 20000; ++i) {
        QString text = i % 3 == 0 ? u"shelf:"_s : QString();
        for (size_t size = random() % 9; size > 0; --size)
            text.append(
                characters[static_cast<qsizetype>(random() % static_cast<size_t>(characters.size()))]);
        const qsizetype cursor = static_cast<qsizetype>(random() % 12) - 1;
        const QueryPlace place = queryPlace(text, cursor, fields);
        QVERIFY2(0 <= place.begin && place.begin <= place.end && place.end <= text.size(), qPrintable(text));
        const qsizetype inside = std::clamp<qsizetype>(cursor, 0, text.size());
        QVERIFY2(place.begin <= inside + 1 && inside <= place.end + 1, qPrintable(text));
        // A text that can be read stays one.
        if (!readQuery(text, fields))
            continue;
        const std::vector<QueryFieldCounts> counts{
            {shelfField, {{{QueryMatch::Exact, place.typed}, place.typed, 1}}, 1}};
        if (place.typed.isEmpty() || place.isInList || text.contains(u'\\'))
            continue;
        for (const QueryCompletion &each : queryCompletions(text, place, fields, counts, {})) {
            if (each.kind == QueryCompletion::Kind::Value)
                QVERIFY2(readQuery(each.text, fields).has_value(), qPrintable(text + u" | "_s + each.text));
        }
    }
}

QTEST_GUILESS_MAIN(QueryCompletionTest)
#include "tst_querycompletion.moc"
