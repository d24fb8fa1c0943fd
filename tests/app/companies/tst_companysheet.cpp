// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companysheet.h"
#include "app/sheets/importedsheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(RowVerdict)

/// A sheet of companies: what each line comes to.
class TestCompanySheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        put(u"1"_s, u"Northwind"_s, CompanyPlace::Own);
        put(u"2"_s, u"Castell & Co"_s, CompanyPlace::Sub);
        put(u"3"_s, u"Twin"_s, CompanyPlace::Sub);
        put(u"4"_s, u"TWIN"_s, CompanyPlace::FoundBySearch);
        put(u"5"_s, {}, CompanyPlace::KnownFromDevices);
        m_known.put(AccountId(u"b"_s), {.id = CompanyId(u"9"_s), .name = u"Of another account"_s},
                    CompanyPlace::Own);
    }

    void eachLineHasItsVerdict_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<RowVerdict>("verdict");
        QTest::addColumn<QString>("remark"); // what it begins with
        QTest::addColumn<QString>("below"); // the ID
        const auto row = [](const char *name, const QString &line, RowVerdict verdict, const QString &remark,
                            const QString &below = u"1"_s) {
            QTest::newRow(name) << line << verdict << remark << below;
        };
        const RowVerdict good = RowVerdict::Good;
        const RowVerdict out = RowVerdict::LeftOut;
        row("good", u"Acme"_s, good, {});
        row("blanks", u"  Acme  "_s, good, {});
        row("below by name", u"Acme\tcastell & co"_s, good, {}, u"2"_s);
        row("below by ID", u"Acme\t3"_s, good, {}, u"3"_s);
        row("below what only devices name", u"Acme\t5"_s, good, {}, u"5"_s);
        row("another account's company", u"Of another account"_s, good, {});
        row("empty", u" \t3"_s, out, u"Line 1, column 1: A company needs a name."_s);
        row("bidi", u"Ac\u202Eme"_s, out,
            u"Line 1, column 1: The name holds a character that cannot be seen (U+202E)"_s);
        row("control", u"\"Ac\nme\""_s, out,
            u"Line 1, column 1: The name holds a character that cannot be seen (U+000A)"_s);
        row("there already", u"northwind"_s, out,
            u"Line 1, column 1: a company of this name is there already (ID 1)"_s);
        row("found by search", u"tWin"_s, out,
            u"Line 1, column 1: a company of this name is there already"_s);
        row("unknown parent", u"Acme\tNowhere"_s, out, u"Line 1, column 6: no company is called Nowhere"_s);
        row("ambiguous parent", u"Acme\ttwin"_s, out, u"Line 1, column 6: 2 companies are called twin"_s);
        row("long", QString(101, u'x'), RowVerdict::Doubtful, u"101 characters: IDrive does not state"_s);
        row("no name at all", QString(1001, u'x'), out, u"Line 1, column 1: 1,001 characters are no name"_s);
        row("guarded formula", u"'=Acme"_s, good, {});
    }
    void eachLineHasItsVerdict()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, remark);
        CompanySheet sheet = makeSheet();
        const JudgedRow judged = judgeAll(sheet, line).front();
        QTEST(judged.verdict, "verdict");
        QVERIFY2(remark.isEmpty() ? judged.remark.isEmpty() : judged.remark.startsWith(remark),
                 qPrintable(judged.remark));
        QCOMPARE(sheet.madeCount(), judged.verdict == RowVerdict::LeftOut ? 0 : 1);
        if (sheet.madeCount() == 1)
            QTEST(sheet.companies().front().parent.text(), "below");
    }

    void equalNamesInTheSheet()
    {
        CompanySheet sheet = makeSheet();
        const auto judged = judgeAll(sheet, u"Acme\tCastell & Co\nACME\tCastell & Co\nacme\nacme"_s);
        QCOMPARE(judged[0].verdict, RowVerdict::Good);
        QCOMPARE(judged[1].remark, u"Line 2, column 1: line 1 has the same name."_s);
        QCOMPARE(judged[2].verdict, RowVerdict::Doubtful); // below another one
        QVERIFY(judged[2].remark.startsWith(u"Line 1 has the same name, below another company"_s));
        QCOMPARE(judged[3].verdict, RowVerdict::LeftOut);
        QCOMPARE(sheet.madeCount(), 2);
        QCOMPARE(sheet.parentsText(), u"2 companies"_s);
    }

    void aParentOfTheSameSheetMustBeThereFirst()
    {
        CompanySheet sheet = makeSheet();
        const auto judged = judgeAll(sheet, u"Acme\t\nShop\tacme"_s);
        QVERIFY(judged[1].remark.contains(u"acme is created by line 1 of this sheet"_s));
    }

    void theRunHoldsWhatIsNotLeftOut()
    {
        CompanySheet sheet = makeSheet();
        judgeAll(sheet, u"Acme\n\u202E\nBe\u0301ta\t3"_s);
        const NewRun run = sheet.run(true);
        QVERIFY(run.resendsAbsent);
        QCOMPARE(run.target, u"2 companies below 2 companies"_s);
        QCOMPARE(run.changes.size(), 2U);
        QCOMPARE(run.changes[0].place, u"below Northwind"_s);
        QCOMPARE(run.changes[0].request.body.value("company_id"_L1).toInt(), 1);
        QCOMPARE(run.changes[1].target, u"B\u00E9ta"_s); // composed
        QCOMPARE(run.changes[1].request.body.value("company_id"_L1).toInt(), 3);
    }

    void aRowThatCannotBeTrustedIsLeftOut()
    {
        CompanySheet sheet = makeSheet();
        ImportedSheet read;
        read.readText(u"Acme"_s);
        const JudgedRow judged = sheet.leaveOut(read.rows().front(), u"Line 1, column 1: no"_s);
        QCOMPARE(judged.verdict, RowVerdict::LeftOut);
        QCOMPARE(judged.cells.front(), u"Acme"_s);
        QCOMPARE(sheet.madeCount(), 0);
        QCOMPARE(sheet.companies().size(), 1U);
    }

private:
    void put(const QString &id, const QString &name, CompanyPlace place)
    {
        m_known.put(AccountId(u"a"_s), {.id = CompanyId(id), .name = name}, place);
    }
    CompanySheet makeSheet() const
    {
        return {m_known, {AccountId(u"a"_s), CompanyId(u"1"_s)}, u"Northwind"_s, {0, 1}};
    }
    static std::vector<JudgedRow> judgeAll(CompanySheet &sheet, const QString &text)
    {
        ImportedSheet read;
        read.readText(text, CsvSeparator::Tab);
        std::vector<JudgedRow> judged;
        for (const CsvRow &row : read.rows())
            judged.push_back(sheet.judge(row));
        return judged;
    }

    CompanyList m_known;
};

QTEST_GUILESS_MAIN(TestCompanySheet)
#include "tst_companysheet.moc"
