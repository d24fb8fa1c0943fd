// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/cellguard.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCellGuard : public QObject
{
    Q_OBJECT

private slots:
    void whatBeginsAFormulaIsGuarded_data();
    void whatBeginsAFormulaIsGuarded();
    void otherTextsStay_data();
    void otherTextsStay();
    void aGuardedTextComesBackExactly_data();
    void aGuardedTextComesBackExactly();
    void onlyPlainNumbersAreNumbers();
};

void TestCellGuard::whatBeginsAFormulaIsGuarded_data()
{
    QTest::addColumn<QString>("text");
    const QStringList triggers{u"="_s,  u"+"_s,  u"-"_s,  u"@"_s,  u"\t"_s,
                               u"\r"_s, u"＝"_s, u"＋"_s, u"－"_s, u"＠"_s};
    for (const QString &trigger : triggers) {
        const auto row = [&](const char *how, const QString &text) {
            QTest::addRow("%s, U+%04X", how, trigger.front().unicode()) << text;
        };
        row("alone", trigger);
        row("first", trigger + u"HYPERLINK(\"http://x\")"_s);
        row("after a blank", u' ' + trigger + u"1"_s);
        row("after a no-break space", u"\u00A0"_s + trigger + u"1"_s);
        row("after a wide space", u"\u3000\u2003"_s + trigger + u"1"_s);
        row("after a line break", u"\n"_s + trigger + u"1"_s);
        row("after a byte order mark", u"\uFEFF"_s + trigger + u"1"_s);
        row("after a zero width space", u"\u200B"_s + trigger + u"1"_s);
        row("after a mark of direction", u"\u202E\u2066"_s + trigger + u"1"_s);
        row("after a NUL", QChar(0) + trigger + u"1"_s);
        row("after a guard", u"'"_s + trigger + u"1"_s);
        row("after guards", u"'' "_s + trigger + u"1"_s);
    }
}

void TestCellGuard::whatBeginsAFormulaIsGuarded()
{
    QFETCH(QString, text);
    QVERIFY(needsGuard(text.toStdString()));
}

void TestCellGuard::otherTextsStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blank") << u" "_s;
    QTest::newRow("name") << u"CAS-DC02"_s;
    QTest::newRow("e-mail") << u"a@example.com"_s;
    QTest::newRow("time") << u"2026-11-25T10:03:00Z"_s;
    QTest::newRow("quoted name") << u"'t Hooft"_s;
    QTest::newRow("umlaut") << u"Überlingen = schön"_s;
    QTest::newRow("full-width letter") << u"Ａ＝"_s;
    QTest::newRow("other minus") << u"–"_s;
    QTest::newRow("hebrew") << u"שרת"_s;
}

void TestCellGuard::otherTextsStay()
{
    QFETCH(QString, text);
    QVERIFY(!needsGuard(text.toStdString()));
    QCOMPARE(withoutGuard(text.toStdString()), std::string_view(text.toStdString()));
}

void TestCellGuard::aGuardedTextComesBackExactly_data()
{
    whatBeginsAFormulaIsGuarded_data();
}

void TestCellGuard::aGuardedTextComesBackExactly()
{
    QFETCH(QString, text);
    const std::string cell = '\'' + text.toStdString();
    QCOMPARE(withoutGuard(cell), std::string_view(text.toStdString()));
}

void TestCellGuard::onlyPlainNumbersAreNumbers()
{
    for (const char *text : {"0", "-0", "12", "-12", "3.50", "-0.5", "1e9", "1E-9", "-1.5e+3"})
        QVERIFY2(isPlainNumber(text), text);
    for (const char *text : {"", "-", "+1", "007", ".5", "5.", "1e", "1e+", "1,5", "0x10", " 1", "1 ", "-1+2",
                             "=1", "--1", "NaN", "1.2.3"})
        QVERIFY2(!isPlainNumber(text), text);
}

QTEST_GUILESS_MAIN(TestCellGuard)
#include "tst_cellguard.moc"
