// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonfields.h"

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

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"
