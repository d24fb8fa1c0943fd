// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/importcolumns.h"
#include "app/sheets/importedsheet.h"

#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ImportedSheet::State)

namespace {

QList<ImportColumn> wanted()
{
    return {{.key = u"name"_s, .label = u"Name"_s, .headings = {u"name"_s, u"company name"_s, u"company"_s}},
            {.key = u"parent"_s,
             .label = u"Below"_s,
             .headings = {u"parent"_s, u"company id"_s},
             .isNeeded = false}};
}

CsvRow rowOf(const QStringList &cells)
{
    CsvRow row;
    for (const QString &cell : cells)
        row.cells.push_back({.text = cell});
    return row;
}

} // namespace

/// A sheet on its way in: what its columns are, and which of its rows can be trusted.
class TestImportedSheet : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreToldByTheirHeadings_data()
    {
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<ChosenColumns>("columns");
        QTest::addColumn<bool>("hasHeading");
        QTest::newRow("as named") << QStringList{u"Parent"_s, u"Name"_s} << ChosenColumns{1, 0} << true;
        QTest::newRow("other words") << QStringList{u"COMPANY_NAME"_s, u" company-id "_s}
                                     << ChosenColumns{0, 1} << true;
        QTest::newRow("the best of two")
            << QStringList{u"Company"_s, u"Name"_s} << ChosenColumns{1, -1} << true;
        QTest::newRow("one column, no heading") << QStringList{u"Acme"_s} << ChosenColumns{0, -1} << false;
        QTest::newRow("wrong columns") << QStringList{u"Tel"_s, u"Fax"_s} << ChosenColumns{-1, -1} << false;
        QTest::newRow("optional alone") << QStringList{u"x"_s, u"parent"_s} << ChosenColumns{-1, 1} << false;
        QTest::newRow("twice") << QStringList{u"name"_s, u"name"_s} << ChosenColumns{0, -1} << true;
    }
    void columnsAreToldByTheirHeadings()
    {
        QFETCH(const QStringList, first);
        QTEST(columnsByHeading(rowOf(first), wanted()), "columns");
        QTEST(isHeading(rowOf(first), wanted()), "hasHeading");
    }

    void whatThePersonSaidOfAHeadingComesFirst()
    {
        const KnownHeadings known{{u"kontakt"_s, u"name"_s}, {u"name"_s, u"-"_s}};
        const CsvRow first = rowOf({u"Name"_s, u"Kontakt"_s});
        QCOMPARE(columnsByHeading(first, wanted(), known), (ChosenColumns{1, -1}));
        QVERIFY(isHeading(first, wanted(), known));
    }

    void whatStewardExportedComesBackAsItWas()
    {
        const CsvRow row = rowOf({u"'=Acme"_s, u"'t Hooft"_s, u" Acme "_s});
        QCOMPARE(importedText(row, 0), u"=Acme"_s);
        QCOMPARE(importedText(row, 1), u"'t Hooft"_s);
        QCOMPARE(importedText(row, 2), u"Acme"_s);
        QCOMPARE(importedText(row, 3), QString());
        QCOMPARE(importedText(row, -1), QString());
    }

    void rowsThatCannotBeTrustedAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("fault"); // what it begins with
        QTest::newRow("good") << u"a,b\nc,d"_s << 1 << QString();
        QTest::newRow("behind a quote") << u"a,b\n\"c\"x,d\ne,f"_s << 1 << u"Line 2, column 4: text stands"_s;
        QTest::newRow("the next one is good") << u"a,b\n\"c\"x,d\ne,f"_s << 2 << QString();
        QTest::newRow("open quote") << u"a,b\nc,\"d\ne,f"_s << 1 << u"Line 2, column 3: the quote is never"_s;
        QTest::newRow("more cells") << u"a,b\nc,d,e"_s << 1 << u"Line 2, column 5: more cells"_s;
        QTest::newRow("empty cells are none") << u"a,b\nc,d,,"_s << 1 << QString();
        QTest::newRow("no text") << u"a\nb\uFFFDc"_s << 1 << u"Line 2, column 2: this is no readable"_s;
    }
    void rowsThatCannotBeTrustedAreTold()
    {
        QFETCH(const QString, text);
        QFETCH(const int, row);
        QFETCH(const QString, fault);
        ImportedSheet sheet;
        sheet.readText(text);
        const auto found = sheet.faultOf(static_cast<size_t>(row));
        QCOMPARE(found.has_value(), !fault.isEmpty());
        if (found)
            QVERIFY2(found->sentence.startsWith(fault), qPrintable(found->sentence));
    }

    void behindTooManyFaultsNothingIsTrusted()
    {
        QString text = u"a\n"_s;
        for (size_t i = 0; i < CsvReader::mostFaults; ++i)
            text += u"\"b\"x\n"_s;
        ImportedSheet sheet;
        sheet.readText(text + u"c\n\"d\"x"_s);
        QVERIFY(!sheet.faultOf(0));
        QVERIFY(sheet.faultOf(CsvReader::mostFaults + 1));
        QVERIFY(sheet.faultOf(CsvReader::mostFaults + 2));
    }

    void aSeparatorThatIsGivenHolds()
    {
        ImportedSheet sheet;
        sheet.readText(u"Acme, Inc.\nBeta\tGamma"_s, CsvSeparator::Tab);
        QCOMPARE(sheet.rows().size(), 2U);
        QCOMPARE(sheet.rows()[0].text(0), u"Acme, Inc."_s);
        QCOMPARE(sheet.rows()[0].place(), (CsvPlace{1, 1}));
        QCOMPARE(sheet.rows()[1].text(1), u"Gamma"_s);
    }

    void aFileIsReadInTheBackground()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"c.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = utf16(u"Name;Parent\r\n\"Ac\"\"me\";7\r\n"_s);
        file.write(bytes);
        file.close();
        ImportedSheet sheet;
        sheet.readFile(file.fileName());
        QCOMPARE(sheet.state(), ImportedSheet::State::Reading);
        QTRY_COMPARE(sheet.state(), ImportedSheet::State::Read);
        QCOMPARE(sheet.rows().size(), 2U);
        QCOMPARE(sheet.rows()[1].text(0), u"Ac\"me"_s);
    }

    void aFileThatIsNotThereIsTold()
    {
        ImportedSheet sheet;
        sheet.readFile(u"/no/such/file.csv"_s);
        QTRY_COMPARE(sheet.state(), ImportedSheet::State::Failed);
        QVERIFY(!sheet.systemWords().isEmpty());
        sheet.readText(u"a"_s);
        QCOMPARE(sheet.state(), ImportedSheet::State::Read);
        QVERIFY(sheet.file().isEmpty());
    }

    void cancellingForgetsIt()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"c.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("Acme,7\n").repeated(200'000));
        file.close();
        ImportedSheet sheet;
        sheet.readFile(file.fileName());
        sheet.clear();
        QCOMPARE(sheet.state(), ImportedSheet::State::Empty);
        QSignalSpy changed(&sheet, &ImportedSheet::changed);
        sheet.readText(u"a"_s); // nothing of the file comes after it
        QTRY_COMPARE(sheet.state(), ImportedSheet::State::Read);
        QCOMPARE(sheet.rows().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestImportedSheet)
#include "tst_importedsheet.moc"
