// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/csvimport.h"

#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Cells parted by "|", rows by a line break within a cell shown as "⏎".
QStringList shown(const CsvSheet &sheet)
{
    QStringList rows;
    for (const CsvRow &row : sheet.rows) {
        QStringList cells;
        for (const CsvCell &cell : row.cells)
            cells << QString(cell.text).replace(u'\n', u'⏎');
        rows << cells.join(u'|');
    }
    return rows;
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding,
                           hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

/// CSV as it is, not as it should be.
class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void sheetsAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("rows");
        const QStringList two{u"a|b"_s, u"c|d"_s};
        QTest::newRow("RFC 4180") << "a,b\r\nc,d\r\n"_ba << two;
        QTest::newRow("LF, no end") << "a,b\nc,d"_ba << two;
        QTest::newRow("CR") << "a,b\rc,d\r"_ba << two;
        QTest::newRow("blank lines") << "\n\na,b\n\n , \nc,d\n\n"_ba << two;
        QTest::newRow("semicolons") << "a;b\r\nc;d"_ba << two;
        QTest::newRow("tabs") << "a\tb\nc\td"_ba << two;
        QTest::newRow("sep=") << "sep=;\r\na;b\r\nc;d\r\n"_ba << two;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                            "a,b\nc,d"_ba
                                         << two;
        QTest::newRow("UTF-16") << utf16(u"a,b\r\nc,d"_s, QStringConverter::Utf16LE, true) << two;
        QTest::newRow("UTF-16 BE") << utf16(u"a,b\r\nc,d"_s, QStringConverter::Utf16BE, true) << two;
        QTest::newRow("UTF-16 unmarked") << utf16(u"a,b\r\nc,d"_s, QStringConverter::Utf16LE, false) << two;
        QTest::newRow("UTF-8") << QByteArray("Müller,日本") << QStringList{u"Müller|日本"_s};
        QTest::newRow("Windows") << "M\xFCller \x96 Co,\x80"_ba << QStringList{u"Müller – Co|€"_s};
        QTest::newRow("quotes") << R"("a,b","say ""hi""",c)"_ba << QStringList{uR"(a,b|say "hi"|c)"_s};
        QTest::newRow("line break in quotes")
            << "\"a\r\nb\",c\r\nd,e"_ba << QStringList{u"a⏎b|c"_s, u"d|e"_s};
        QTest::newRow("separator in quotes first")
            << "\"a;b;c\",d\ne,f"_ba << QStringList{u"a;b;c|d"_s, u"e|f"_s};
        QTest::newRow("quote within") << "5\" disk,b"_ba << QStringList{u"5\" disk|b"_s};
        QTest::newRow("one column") << "Acme\nBeta"_ba << QStringList{u"Acme"_s, u"Beta"_s};
        QTest::newRow("empty cells") << "a,,\n,b,"_ba << QStringList{u"a||"_s, u"|b|"_s};
        QTest::newRow("nothing") << ""_ba << QStringList{};
    }
    void sheetsAreRead()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, rows);
        QCOMPARE(shown(readCsv(bytes)), rows);
        QVERIFY(readCsv(bytes).faults.empty());

        CsvReader byteByByte;
        for (const char byte : bytes)
            byteByByte.add(QByteArrayView(&byte, 1));
        byteByByte.end();
        QCOMPARE(shown({byteByByte.takeRows(), {}}), rows);
    }

    void placesAreThoseOfAnEditor()
    {
        const CsvSheet sheet = readCsv("name,id\r\n\r\n\"two\nlines\",7\r\n\xF0\x9F\x98\x80x,8");
        QCOMPARE(sheet.rows.size(), 3U);
        QCOMPARE(sheet.rows[0].cells[1].place, (CsvPlace{1, 6}));
        QCOMPARE(sheet.rows[1].cells[0].place, (CsvPlace{3, 1}));
        QCOMPARE(sheet.rows[1].cells[1].place, (CsvPlace{4, 8}));
        QCOMPARE(sheet.rows[2].cells[1].place, (CsvPlace{5, 4})); // a character beyond the BMP is one
    }

    void faultsSayWhere()
    {
        const CsvSheet unclosed = readCsv("a,b\n\"c,d\ne,f");
        QCOMPARE(unclosed.faults, (std::vector{CsvFault{CsvFault::Kind::UnclosedQuote, {2, 1}}}));
        QVERIFY(unclosed.faults[0].sentence().startsWith(u"Line 2, column 1:"_s));
        QCOMPARE(readCsv("\"a\"x,b").faults, (std::vector{CsvFault{CsvFault::Kind::BehindQuote, {1, 4}}}));
        QCOMPARE(shown(readCsv("\"a\"x,b")), QStringList{u"ax|b"_s});
        QCOMPARE(readCsv("a,b\nc\0,d"_ba).faults, (std::vector{CsvFault{CsvFault::Kind::NotText, {2, 2}}}));
        QCOMPARE(readCsv(QByteArray("\"a\"x\n").repeated(500)).faults.size(), CsvReader::mostFaults);
    }

    void aMillionRowsAreReadInTheBackground()
    {
        constexpr int rows = 1'000'000;
        QTemporaryDir folder;
        const QString name = folder.filePath(u"many.csv"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < rows; ++i)
            file.write("Company " + QByteArray::number(i) + ",x\n");
        file.close();
        CsvImport import(name);
        QSignalSpy progressed(&import, &CsvImport::progressed);
        QSignalSpy finished(&import, &CsvImport::finished);
        import.start();
        QVERIFY(finished.wait(50'000));
        QVERIFY(progressed.size() > 1);
        const std::vector<CsvRow> read = import.takeRows();
        QCOMPARE(read.size(), size_t{rows});
        QCOMPARE(read.back().text(0), u"Company 999999"_s);
        QCOMPARE(read.back().place().line, rows);

        CsvImport cancelled(name);
        QSignalSpy never(&cancelled, &CsvImport::finished);
        cancelled.start(); // and its end cancels it
        QCOMPARE(never.size(), 0);
    }

    void aFileThatCannotBeReadIsSaid()
    {
        CsvImport import(u"/nowhere/at/all.csv"_s);
        QSignalSpy failed(&import, &CsvImport::failed);
        import.start();
        QVERIFY(failed.wait());
        QVERIFY(!failed[0][0].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
