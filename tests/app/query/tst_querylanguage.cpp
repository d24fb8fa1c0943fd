// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryedit.h"
#include "app/query/querymatch.h"
#include "app/query/queryreader.h"
#include "tests/app/query/testfields.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

using Kind = QueryProblem::Kind;
static const QueryFields fields = bookFields();

static QueryValue exact(const QString &text)
{
    return {QueryMatch::Exact, text};
}

/// Texts of the characters that mean something, and of others.
static QString randomText(std::mt19937 &random, size_t size)
{
    static const QStringList pieces{u"a"_s,
                                    u"B"_s,
                                    u" "_s,
                                    u"-"_s,
                                    u","_s,
                                    u":"_s,
                                    u"\""_s,
                                    u"\\"_s,
                                    u"<"_s,
                                    u">"_s,
                                    u"="_s,
                                    u"3d"_s,
                                    u"never"_s,
                                    u"none"_s,
                                    u"title:"_s,
                                    u"shelf:"_s,
                                    u"edition:"_s,
                                    u"lent:"_s,
                                    u"6.8"_s,
                                    u"\u0130"_s,
                                    QString(QChar(0xd800)),
                                    QString(QChar(0)),
                                    u"\u00a0"_s,
                                    u"\U0001F4BE"_s};
    QString text;
    for (size_t i = 0; i < size; ++i)
        text.append(pieces[static_cast<qsizetype>(random() % static_cast<size_t>(pieces.size()))]);
    return text;
}

class QueryLanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWrites_data();
    void readsAndWrites();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void agesAreMilliseconds();
    void partsKnowWhereTheyStand();
    void everySentenceNamesWhatWasFound();
    void chipsAreTakenAway_data();
    void chipsAreTakenAway();
    void valuesAreToggled_data();
    void valuesAreToggled();
    void valuesMatch_data();
    void valuesMatch();
    void anyTextIsReadOrRefused();
    void hugeTextsAreReadAtOnce();
};

void QueryLanguageTest::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blanks") << u" \t\u00a0 "_s << u""_s;
    QTest::newRow("words") << u"  acme   srv "_s << u"acme srv"_s;
    same("excluded word", u"-acme"_s);
    same("alternatives", u"web,db"_s);
    same("quoted", u"\"acme ltd\""_s);
    same("field", u"shelf:north"_s);
    QTest::newRow("alias in another case") << u"PLACE:North"_s << u"shelf:North"_s;
    same("list of a field", u"-shelf:north,\"upper south\",none"_s);
    QTest::newRow("the same value twice") << u"shelf:a,a,b"_s << u"shelf:a,b"_s;
    QTest::newRow("empty quotes are none") << u"shelf:\"\""_s << u"shelf:none"_s;
    same("never of an age", u"lent:>7d,never"_s);
    QTest::newRow("none of an age") << u"lent:NONE"_s << u"lent:never"_s;
    QTest::newRow("age without a field") << u"<3d"_s << u"lent:<3d"_s;
    QTest::newRow("excluded age") << u"->=12H"_s << u"-lent:>=12H"_s;
    same("versions", u"edition:<6.8.2,=7,>=8,6.1,\"9\""_s);
    same("never is a word elsewhere", u"never none shelf:never"_s);
    same("escapes", u"\\-a b\\ c d\\,e f\\:g \\<3d h\\\\i j\\\"k"_s);
    QTest::newRow("a backslash before a letter is itself") << u"C:\\Data"_s << u"C\\:\\\\Data"_s;
    QTest::newRow("a colon behind a digit") << u"12:30"_s << u"12\\:30"_s;
    QTest::newRow("quotes within quotes") << u"\"a\\\"b\\\\\""_s << u"\"a\\\"b\\\\\""_s;
    same("a colon in a value", u"title:a:b"_s);
    QTest::newRow("a quote within a word") << u"19\""_s << u"19\\\""_s;
    same("a backslash at the end", u"a\\\\"_s);
    same("an excluded minus", u"-\\-x"_s);
    same("a sign in a value", u"title:\\<b\\>"_s.replace(u"\\>"_s, u">"_s));
}

void QueryLanguageTest::readsAndWrites()
{
    QFETCH(const QString, text);
    QFETCH(const QString, canonical);
    const tl::expected<Query, QueryProblem> query = readQuery(text, fields);
    QVERIFY2(query.has_value(), query ? "" : qPrintable(query.error().sentence(fields)));
    QCOMPARE(textOf(*query, fields), canonical);
    QVERIFY(*readQuery(canonical, fields) == *query);
}

void QueryLanguageTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qsizetype>("begin");
    QTest::addColumn<qsizetype>("end");
    QTest::addColumn<bool>("isUnfinished");
    const auto row = [](const char *name, const QString &text, Kind kind, qsizetype begin, qsizetype end,
                        bool isUnfinished) {
        QTest::newRow(name) << text << kind << begin << end << isUnfinished;
    };
    row("open quote", u"a \"b c"_s, Kind::UnclosedQuote, 2, 6, true);
    row("escaped closing quote", u"\"b\\\""_s, Kind::UnclosedQuote, 0, 4, true);
    row("behind a quote", u"\"b\"cd e"_s, Kind::BehindQuote, 3, 5, false);
    row("empty quotes", u"a \"\""_s, Kind::EmptyQuotes, 2, 4, true);
    row("minus alone", u"a - b"_s, Kind::NothingExcluded, 2, 3, false);
    row("minus at the end", u"a -"_s, Kind::NothingExcluded, 2, 3, true);
    row("unknown field", u"a -colour:red"_s, Kind::UnknownField, 3, 9, false);
    row("field without a value", u"shelf:"_s, Kind::MissingValue, 0, 6, true);
    row("field and a blank", u"shelf: a"_s, Kind::MissingValue, 0, 6, false);
    row("comma at the end", u"shelf:a,"_s, Kind::MissingAlternative, 7, 8, true);
    row("two commas", u"shelf:a,,b"_s, Kind::MissingAlternative, 7, 8, false);
    row("comma first", u"shelf:,b"_s, Kind::MissingAlternative, 6, 7, false);
    row("comma alone", u", b"_s, Kind::MissingAlternative, 0, 1, false);
    row("age without a sign", u"lent:3d"_s, Kind::NotAnAge, 5, 7, true);
    row("age without a unit", u"lent:<3 a"_s, Kind::NotAnAge, 5, 7, false);
    row("age of an odd unit", u"<3y"_s, Kind::NotAnAge, 0, 3, true);
    row("age that is too long", u"<1234567d"_s, Kind::NotAnAge, 0, 9, true);
    row("sign alone", u"<"_s, Kind::NotAnAge, 0, 1, true);
    row("quoted age", u"lent:\"3d\" b"_s, Kind::NotAnAge, 5, 9, false);
    row("word and age", u"a,<3d"_s, Kind::NoOrder, 2, 5, false);
    row("no version", u"edition:<new b"_s, Kind::NotAVersion, 8, 12, false);
    row("version to come", u"edition:>="_s, Kind::NotAVersion, 8, 10, true);
    row("no order", u"title:<3d"_s, Kind::NoOrder, 6, 9, false);
}

void QueryLanguageTest::saysWhatIsWrongAndWhere()
{
    QFETCH(const QString, text);
    QFETCH(const Kind, kind);
    QFETCH(const qsizetype, begin);
    QFETCH(const qsizetype, end);
    QFETCH(const bool, isUnfinished);
    const tl::expected<Query, QueryProblem> query = readQuery(text, fields);
    QVERIFY(!query.has_value());
    QCOMPARE(query.error().kind, kind);
    QCOMPARE(query.error().begin, begin);
    QCOMPARE(query.error().end, end);
    QCOMPARE(query.error().isUnfinished, isUnfinished);
}

void QueryLanguageTest::agesAreMilliseconds()
{
    const Query query = *readQuery(u"lent:<1m,<1h,<1d,<1w,>=0m", fields);
    std::vector<qint64> ages;
    for (const QueryValue &value : query.parts.front().values)
        ages.push_back(value.age);
    QCOMPARE(ages, (std::vector<qint64>{60'000, 3'600'000, 86'400'000, 604'800'000, 0}));
}

void QueryLanguageTest::partsKnowWhereTheyStand()
{
    const QString text = u"  a -shelf:\"b c\",d  <3d"_s;
    const Query query = *readQuery(text, fields);
    QStringList texts;
    QStringList shown;
    for (const QueryPart &part : query.parts) {
        texts.append(text.sliced(part.begin, part.end - part.begin));
        shown.append(shownValues(part, fields));
    }
    QCOMPARE(texts, (QStringList{u"a"_s, u"-shelf:\"b c\",d"_s, u"<3d"_s}));
    QCOMPARE(shown, (QStringList{u"a"_s, u"b c, d"_s, u"<3d"_s}));
}

void QueryLanguageTest::everySentenceNamesWhatWasFound()
{
    QCOMPARE(readQuery(u"colour:red", fields).error().sentence(fields),
             u"There is no field “colour”. Write one of title:, shelf:, edition:, lent:, due:, or use "
             u"quotes to look for "
             "the text itself."_s);
    QCOMPARE(readQuery(u"lent:3", fields).error().sentence(fields),
             u"“3” is not an age. Write <3d for less or >7d for more, in m, h, d or w, or never."_s);
    QCOMPARE(readQuery(u"edition:<%2", fields).error().sentence(fields),
             u"“<%2” is not a version. Write numbers, as in edition:<6.8.2."_s);
    QVERIFY(readQuery(QString(u"lent:"_s + QString(60000, u'x')), fields).error().sentence(fields).size()
            < 200);
}

void QueryLanguageTest::chipsAreTakenAway_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("part");
    QTest::addColumn<QString>("left");
    QTest::newRow("only") << u" a "_s << 0 << u""_s;
    QTest::newRow("first") << u"a  shelf:b c"_s << 0 << u"shelf:b c"_s;
    QTest::newRow("middle") << u"a  shelf:\"b d\" c"_s << 1 << u"a  c"_s;
    QTest::newRow("last") << u"a  b"_s << 1 << u"a"_s;
}

void QueryLanguageTest::chipsAreTakenAway()
{
    QFETCH(const QString, text);
    QFETCH(const int, part);
    QFETCH(const QString, left);
    QCOMPARE(withoutPart(text, readQuery(text, fields)->parts[static_cast<size_t>(part)]), left);
}

void QueryLanguageTest::valuesAreToggled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("after");
    QTest::newRow("into nothing") << u""_s << u"North"_s << u"shelf:\"North\""_s;
    QTest::newRow("beside words") << u"a  b "_s << u"up \"x\""_s << u"a  b shelf:\"up \\\"x\\\"\""_s;
    QTest::newRow("into a list") << u"shelf:a  b"_s << u"N"_s << u"shelf:a,\"N\"  b"_s;
    QTest::newRow("not into an excluded list") << u"-shelf:a"_s << u"N"_s << u"-shelf:a shelf:\"N\""_s;
    QTest::newRow("out of a list") << u"c place:a,\"N\""_s << u"n"_s << u"c shelf:a"_s;
    QTest::newRow("out of the query") << u"c shelf:\"N\" d"_s << u"N"_s << u"c d"_s;
    QTest::newRow("no more excluded") << u"-shelf:\"N\",b"_s << u"N"_s << u"-shelf:b"_s;
    QTest::newRow("without quotes it is the same wish") << u"shelf:n b"_s << u"N"_s << u"b"_s;
    QTest::newRow("what contains it is something else")
        << u"shelf:N"_s << u"North"_s << u"shelf:N,\"North\""_s;
    QTest::newRow("a text that cannot be read") << u"shelf:"_s << u"N"_s << u"shelf:"_s;
}

void QueryLanguageTest::valuesAreToggled()
{
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    QFETCH(const QString, after);
    QCOMPARE(toggled(text, fields, shelfField, exact(value)), after);
    if (const auto query = readQuery(after, fields); query && after.contains(u"\""_s))
        QVERIFY(asksFor(*query, shelfField, exact(value)));
}

void QueryLanguageTest::valuesMatch_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto row = [](const QString &query, const QString &text, bool fits) {
        QTest::addRow("%s in %s", qPrintable(query), qPrintable(text)) << query << text << fits;
    };
    row(u"title:own"_s, u"down"_s, true);
    row(u"title:\"own\""_s, u"down"_s, false);
    row(u"title:\"down\""_s, u"down"_s, true);
    row(u"title:none"_s, u""_s, true);
    row(u"title:none"_s, u"none"_s, false);
    row(u"\"srv-1\""_s, u"a srv-1."_s, true);
    row(u"\"srv-1\""_s, u"srv-10 srv-1"_s, true);
    row(u"\"srv-1\""_s, u"srv-10"_s, false);
    row(u"\"srv-1\""_s, u"xsrv-1"_s, false);
    row(u"\"-1\""_s, u"srv-1"_s, true);
    row(u"\"m\u00fc\""_s, u"m\u00fc\u00fc"_s, false);
    row(u"edition:<6.10"_s, u"6.9"_s, true);
    row(u"edition:<6.8"_s, u"6.8.0"_s, false);
    row(u"edition:=6.8"_s, u"v06.8.0-beta9"_s, true);
    row(u"edition:<=6.8"_s, u"6.8"_s, true);
    row(u"edition:>6.8"_s, u"6.8.0.1"_s, true);
    row(u"edition:>=99999999999999999999"_s, u"100000000000000000000"_s, true);
    row(u"edition:>0"_s, u"none yet"_s, false);
    row(u"edition:<9"_s, u""_s, false);
    row(u"edition:6.8"_s, u"16.80"_s, true);
}

void QueryLanguageTest::valuesMatch()
{
    QFETCH(const QString, query);
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    const QueryPart part = readQuery(query, fields)->parts.front();
    QCOMPARE(QueryMatcher(part.values.front(), part.field).fits(text.toUtf8()), fits);
}

void QueryLanguageTest::anyTextIsReadOrRefused()
{
    std::mt19937 random(5);
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        const QString text = randomText(random, random() % 12);
        const tl::expected<Query, QueryProblem> query = readQuery(text, fields);
        if (!query) {
            const QueryProblem &problem = query.error();
            QVERIFY2(0 <= problem.begin && problem.begin < problem.end && problem.end <= text.size(),
                     qPrintable(text));
            QVERIFY(!problem.sentence(fields).isEmpty());
            continue;
        }
        ++read;
        const tl::expected<Query, QueryProblem> again = readQuery(textOf(*query, fields), fields);
        QVERIFY2(again && *again == *query, qPrintable(text));
        if (query->isEmpty())
            continue;
        Query less = *query;
        const size_t part = random() % less.parts.size();
        const QString left = withoutPart(text, less.parts[part]);
        less.parts.erase(less.parts.begin() + static_cast<qsizetype>(part));
        QVERIFY2(readQuery(left, fields) && *readQuery(left, fields) == less, qPrintable(text));

        const QString with = toggled(text, fields, titleField, exact(u"x, \"y\" \\"_s));
        QVERIFY2(asksFor(*readQuery(with, fields), titleField, exact(u"X, \"y\" \\"_s)), qPrintable(text));
    }
    QVERIFY(read > 2000);
}

void QueryLanguageTest::hugeTextsAreReadAtOnce()
{
    constexpr qsizetype size = 65536;
    QCOMPARE(readQuery(QString(size, u'x'), fields)->parts.size(), size_t(1));
    QCOMPARE(readQuery(QString(size, u'"'), fields).error().kind, Kind::BehindQuote);
    QCOMPARE(readQuery(QString(size, u'-'), fields)->parts.size(), size_t(1));
    const tl::expected<Query, QueryProblem> many = readQuery(QString(u"a "_s).repeated(size / 2), fields);
    QVERIFY(!many);
    QCOMPARE(many.error().kind, Kind::TooManyValues);
    QCOMPARE(many.error().begin, qsizetype(mostQueryValues * 2));
}

QTEST_GUILESS_MAIN(QueryLanguageTest)
#include "tst_querylanguage.moc"
