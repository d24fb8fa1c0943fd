// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/query.h"

#include <QTest>

#include <array>

namespace {

constexpr std::array rules{ParameterRule{"id", ParameterKind::Number},
                           ParameterRule{"exact", ParameterKind::Boolean}, ParameterRule{"name"}};

Allowed<UrlQuery> read(std::string_view text)
{
    return UrlQuery::read(text, rules);
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void textIsDecodedAsRfc3986Says_data();
    void textIsDecodedAsRfc3986Says();
    void absentIsNothingAndFlagsHaveDefaults();
    void numbersAreWhole();
    void firstFaultIsNamed();
};

void TestQuery::textIsDecodedAsRfc3986Says_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("plain") << QByteArray("Acme") << QByteArray("Acme");
    QTest::newRow("blank") << QByteArray("A%20B") << QByteArray("A B");
    QTest::newRow("plus is a plus") << QByteArray("A+B") << QByteArray("A+B");
    QTest::newRow("escaped plus") << QByteArray("A%2BB") << QByteArray("A+B");
    QTest::newRow("signs of a query") << QByteArray("%26%3D%3F%23") << QByteArray("&=?#");
    QTest::newRow("second equals sign") << QByteArray("a=b") << QByteArray("a=b");
    QTest::newRow("decoded once") << QByteArray("%2541") << QByteArray("%41");
    QTest::newRow("both cases of hexadecimal") << QByteArray("%c3%BC") << QByteArray("\xc3\xbc");
}

void TestQuery::textIsDecodedAsRfc3986Says()
{
    QFETCH(const QByteArray, encoded);
    QFETCH(const QByteArray, decoded);
    const Allowed<UrlQuery> query = read("name=" + encoded.toStdString());
    QVERIFY(query.has_value());
    QCOMPARE(QByteArray::fromStdString(query->text("name").value_or("")), decoded);
}

void TestQuery::absentIsNothingAndFlagsHaveDefaults()
{
    const Allowed<UrlQuery> query = read("");
    QVERIFY(query.has_value());
    QVERIFY(!query->number("id") && !query->text("name"));
    QVERIFY(query->flag("exact", true) && !query->flag("exact", false));
    QVERIFY(!read("exact=false")->flag("exact", true));
}

void TestQuery::numbersAreWhole()
{
    QVERIFY(read("id=18446744073709551615")->number("id") == ~std::uint64_t(0));
    QVERIFY(read("id=0")->number("id") == std::uint64_t(0));
    for (const char *wrong : {"id=18446744073709551616", "id=1e3", "id=%2B1", "id=1%20", "id=0x1", "id=00"})
        QVERIFY2(read(wrong).error() == (Refused{Refusal::NotANumber, "id"}), wrong);
}

void TestQuery::firstFaultIsNamed()
{
    QVERIFY(read("id=1&what=2&exact=maybe").error() == (Refused{Refusal::UnknownParameter, "what"}));
    QVERIFY(read("id=1&exact=maybe&what=2").error() == (Refused{Refusal::NotABoolean, "exact"}));
    QVERIFY(read("name=%F0%9F").error().why == Refusal::BadEncoding);
    QVERIFY(read("name=%4").error().why == Refusal::BadEncoding);
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
