// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/strictjson.h"

#include <QTest>

class TestStrictJson : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsTaken_data();
    void jsonIsTaken();
    void otherTextIsNot_data();
    void otherTextIsNot();
    void depthHasABound();
};

void TestStrictJson::jsonIsTaken_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"{}", "[]", " { \"a\" : [ 1 , -0.5e+3 , \"\" , null ] , \"b\" : { \"a\" : true } }\r\n\t", "0",
          "-0", "10", "1E5", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fC\"", "\"\xc3\xbc\x7f\"", "false", "[[],[]]"})
        QTest::newRow(text) << QByteArray(text);
}

void TestStrictJson::jsonIsTaken()
{
    QFETCH(const QByteArray, text);
    QVERIFY(isStrictJson(text.toStdString()));
}

void TestStrictJson::otherTextIsNot_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "{",
                             "}",
                             "{]",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "{\"a\":1 \"b\":2}",
                             "{\"a\":1,\"a\":2}",
                             "{\"o\":{\"a\":1,\"a\":1}}",
                             "01",
                             "+1",
                             "1.",
                             ".5",
                             "1e",
                             "-",
                             "0x1",
                             "NaN",
                             "True",
                             "nul",
                             "\"a",
                             "\"\\x\"",
                             "\"\\u12g4\"",
                             "\"a\nb\"",
                             "\"a\tb\"",
                             "\"\xfc\"",
                             "1 1",
                             "{} x",
                             "\xef\xbb\xbf{}"})
        QTest::newRow(text) << QByteArray(text);
}

void TestStrictJson::otherTextIsNot()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!isStrictJson(text.toStdString()));
}

void TestStrictJson::depthHasABound()
{
    QVERIFY(isStrictJson(std::string(50, '[') + std::string(50, ']')));
    QVERIFY(!isStrictJson(std::string(1'000'000, '[')));
}

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
