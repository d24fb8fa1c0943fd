// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonfields.h"
#include "app/net/jsonid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonFields : public QObject
{
    Q_OBJECT

private slots:
    void readsEachShape_data();
    void readsEachShape();
    void theFirstSpellingThatIsThereCounts();
    void absentAndEmptyListsAreTwoThings();
    void oneObjectIsAListOfOne();
    void countsEveryFieldItCouldNotRead();
    void readsFlagsAndLists_data();
    void readsFlagsAndLists();
    void oneObjectIsReadFromAnArrayOfOne();
    void keepsWhatNobodyAskedFor();
    void numbersAreIdsOnlyWhenNoDigitChanges_data();
    void numbersAreIdsOnlyWhenNoDigitChanges();
};

void TestJsonFields::readsEachShape_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("integer");
    QTest::addColumn<int>("unreadable"); // of the three readings

    const auto row = [](const char *value, const QString &text, const QString &id, const QString &integer,
                        int unreadable) {
        QTest::newRow(value) << QByteArray(value) << text << id << integer << unreadable;
    };
    const QString none;
    row(R"("Acme")", u"Acme"_s, u"Acme"_s, none, 1);
    row(R"("  Acme\t")", u"Acme"_s, u"Acme"_s, none, 1);
    row(R"("1111")", u"1111"_s, u"1111"_s, u"1111"_s, 0);
    row("15020", u"15020"_s, u"15020"_s, u"15020"_s, 0);
    row("3000000000", u"3000000000"_s, u"3000000000"_s, u"3000000000"_s, 0);
    row("9007199254740993", u"9007199254740993"_s, u"9007199254740993"_s, u"9007199254740993"_s, 0);
    row("9223372036854775807", u"9223372036854775807"_s, u"9223372036854775807"_s, u"9223372036854775807"_s,
        0);
    row("9223372036854775808", u"9223372036854776000"_s, none, none,
        2); // 2^63: the parser made a double of it
    row("0", u"0"_s, u"0"_s, u"0"_s, 0);
    row("-7", u"-7"_s, u"-7"_s, u"-7"_s, 0);
    row("1.5", u"1.5"_s, none, none, 2);
    row("1e308", u"1e+308"_s, none, none, 2);
    row("true", none, none, none, 3);
    row("{}", none, none, none, 3);
    row("[]", none, none, none, 3);
    row("null", none, none, none, 0);
    row(R"("")", none, none, none, 0);
    row(R"(" ")", none, none, none, 0);
    row(R"("NA")", none, none, none, 0);
    row(R"("N/A")", none, none, none, 0);
    row(R"("NAmibia")", u"NAmibia"_s, u"NAmibia"_s, none, 1);
}

void TestJsonFields::readsEachShape()
{
    QFETCH(const QByteArray, value);
    JsonFields fields(QJsonDocument::fromJson("{\"f\":" + value + "}").object());
    QTEST(fields.text("f"_L1), "text");
    QTEST(fields.id("f"_L1), "id");
    const std::optional<qint64> integer = fields.integer("f"_L1);
    QTEST(integer ? QString::number(*integer) : QString(), "integer");
    QTEST(fields.unreadable(), "unreadable");
}

void TestJsonFields::theFirstSpellingThatIsThereCounts()
{
    JsonFields fields(
        QJsonDocument::fromJson(R"({"emails":null,"email":"a@b","backup_name":"x","name":"y"})").object());
    QCOMPARE(fields.text("emails"_L1, "email"_L1), u"a@b"_s);
    QCOMPARE(fields.text("name"_L1, "backup_name"_L1), u"y"_s);
    QCOMPARE(fields.text("plan_name"_L1), QString());
    QCOMPARE(fields.unreadable(), 0);
}

void TestJsonFields::absentAndEmptyListsAreTwoThings()
{
    JsonFields fields(QJsonDocument::fromJson(R"({"empty":[],"null":null})").object());
    QVERIFY(!fields.objects("absent"_L1));
    QVERIFY(!fields.objects("null"_L1));
    QVERIFY(fields.objects("empty"_L1));
    QVERIFY(fields.objects("empty"_L1)->isEmpty());
}

void TestJsonFields::oneObjectIsAListOfOne()
{
    JsonFields fields(QJsonDocument::fromJson(R"({"one":{"a":1},"two":[{"a":1},{"a":2}]})").object());
    QCOMPARE(fields.objects("one"_L1)->size(), 1);
    QCOMPARE(fields.objects("two"_L1)->size(), 2);
}

void TestJsonFields::countsEveryFieldItCouldNotRead()
{
    JsonFields fields(QJsonDocument::fromJson(R"({"a":true,"b":[1,{},null,"x"],"c":"text","d":7})").object());
    fields.text("a"_L1);
    QCOMPARE(fields.objects("b"_L1)->size(), 1);
    QVERIFY(!fields.objects("c"_L1));
    fields.id("d"_L1);
    QCOMPARE(fields.unreadable(), 1 + 3 + 1);
}

void TestJsonFields::readsFlagsAndLists_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("texts"); // "-": none
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("unreadable"); // of the three readings

    const auto row = [](const char *value, const QString &flag, const QString &texts, const QString &words,
                        int unreadable) {
        QTest::newRow(value) << QByteArray(value) << flag << texts << words << unreadable;
    };
    const QString none = u"-"_s;
    row("true", u"true"_s, none, none, 2);
    row("false", u"false"_s, none, none, 2);
    row(R"(" True ")", u"true"_s, u" True "_s, u"True"_s, 0);
    row(R"("FALSE")", u"false"_s, u"FALSE"_s, u"FALSE"_s, 0);
    row("1", u"true"_s, u"1"_s, u"1"_s, 0);
    row("0", u"false"_s, u"0"_s, u"0"_s, 0);
    row("2", none, u"2"_s, u"2"_s, 1);
    row(R"("yes")", none, u"yes"_s, u"yes"_s, 1);
    row("1e308", none, none, none, 3);
    row("{}", none, none, none, 3);
    row("[]", none, QString(), QString(), 1);
    row("null", none, none, none, 0);
    row(R"("")", none, QString(), QString(), 0);
    row(R"("NA")", none, none, none, 0);
    row(R"(["a","b, c",7,""," "])", none, u"a|b, c|7"_s, u"a|b|c|7"_s, 1);
    row(R"("a, b,,c,")", none, u"a, b,,c,"_s, u"a|b|c"_s, 1);
    row(R"(["a",{},true,[1],null])", none, u"a"_s, u"a"_s, 1 + 3 + 3);
}

void TestJsonFields::readsFlagsAndLists()
{
    QFETCH(const QByteArray, value);
    JsonFields fields(QJsonDocument::fromJson("{\"f\":" + value + "}").object());
    const std::optional<bool> flag = fields.flag("f"_L1);
    const std::optional<QStringList> texts = fields.texts("f"_L1);
    const std::optional<QStringList> words = fields.words("f"_L1);
    QTEST(flag ? QVariant(*flag).toString() : u"-"_s, "flag");
    QTEST(texts ? texts->join(u'|') : u"-"_s, "texts");
    QTEST(words ? words->join(u'|') : u"-"_s, "words");
    QTEST(fields.unreadable(), "unreadable");
}

void TestJsonFields::oneObjectIsReadFromAnArrayOfOne()
{
    JsonFields fields(
        QJsonDocument::fromJson(R"({"a":{"x":1},"b":[{"x":1}],"c":[{"x":1},{}],"d":[1],"e":null})").object());
    QCOMPARE(fields.object("a"_L1), fields.object("b"_L1));
    QVERIFY(fields.object("a"_L1).has_value());
    QVERIFY(!fields.object("e"_L1).has_value());
    QCOMPARE(fields.unreadable(), 0);
    QVERIFY(!fields.object("c"_L1).has_value());
    QVERIFY(!fields.object("d"_L1).has_value());
    QCOMPARE(fields.unreadable(), 2);
}

void TestJsonFields::keepsWhatNobodyAskedFor()
{
    JsonFields fields(
        QJsonDocument::fromJson(R"({"b":[1,{"x":null}],"a":"text","known":1,"also":2})").object());
    fields.text("known"_L1, "other spelling"_L1);
    fields.raw("also"_L1);
    QCOMPARE(fields.others(u"in."_s),
             (QList<OtherField>{{u"in.a"_s, u"\"text\""_s}, {u"in.b"_s, u"[1,{\"x\":null}]"_s}}));
}

void TestJsonFields::numbersAreIdsOnlyWhenNoDigitChanges_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *id, const char *json) {
        QTest::newRow(id) << QString::fromLatin1(id) << QByteArray(json);
    };
    row("1111", "[1111]");
    row("0", "[0]");
    row("-1", "[-1]");
    row("9007199254740993", "[9007199254740993]"); // a double makes …992 of it
    row("9223372036854775807", "[9223372036854775807]");
    row("9223372036854775808", R"(["9223372036854775808"])");
    row("123456789012345678901234567890", R"(["123456789012345678901234567890"])");
    row("007", R"(["007"])");
    row("+7", R"(["+7"])");
    row("-0", R"(["-0"])");
    row(" 7", R"([" 7"])");
    row("7.0", R"(["7.0"])");
    row("1e3", R"(["1e3"])");
    row("ab12", R"(["ab12"])");
    row("", R"([""])");
}

void TestJsonFields::numbersAreIdsOnlyWhenNoDigitChanges()
{
    QFETCH(const QString, id);
    QTEST(QJsonDocument(QJsonArray{jsonNumberId(id)}).toJson(QJsonDocument::Compact), "json");
}

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"
