// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/cellguard.h"
#include "app/sheets/sheetwriter.h"
#include "tests/app/sheets/plainsheet.h"
#include "tests/app/sheets/strictcsv.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

static const CsvOptions bare{.hasByteOrderMark = false};

static QByteArray written(QList<SheetColumn> columns, QList<QList<QByteArray>> rows,
                          const CsvOptions &options = bare)
{
    PlainSheet sheet(std::move(columns), std::move(rows));
    return wholeSheet(sheet, {.format = SheetFormat::Csv, .csv = options});
}

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void theBytesAreThoseOfTheRfc();
    void separatorLineEndAndMarkAreChosen();
    void aCellWithAnotherSeparatorIsQuotedToo();
    void numbersStayNumbersWhereTheColumnHoldsNumbers();
    void aHeaderIsNoFormulaEither();
    void aSingleEmptyCellIsNoBlankLine();
    void textsComeBackAndNoneBeginsAFormula();
};

void TestCsvWriter::theBytesAreThoseOfTheRfc()
{
    const QByteArray csv = written({{u"Name"_s}, {u"Tag"_s}},
                                   {{"CAS-DC02", ""},
                                    {"say \"hi\"", "a,b"},
                                    {"two\nlines", " blank "},
                                    {"=1+1", "M\xC3\xBCller"},
                                    {{}, "\"\""}});
    QCOMPARE(csv,
             QByteArray("\"Name\",\"Tag\"\r\n"
                        "CAS-DC02,\r\n"
                        "\"say \"\"hi\"\"\",\"a,b\"\r\n"
                        "\"two\nlines\",\" blank \"\r\n"
                        "'=1+1,M\xC3\xBCller\r\n"
                        ",\"\"\"\"\"\"\r\n"));
}

void TestCsvWriter::separatorLineEndAndMarkAreChosen()
{
    const QList<SheetColumn> columns{{u"A"_s}, {u"B"_s}};
    const CsvOptions options{
        .separator = CsvSeparator::Semicolon, .endsLinesWithCrLf = false, .hasByteOrderMark = true};
    QCOMPARE(written(columns, {{"1", "x;y"}}, options), QByteArray("\xEF\xBB\xBF\"A\";\"B\"\n1;\"x;y\"\n"));
    QCOMPARE(written(columns, {{"1", "x\ty"}}, {.separator = CsvSeparator::Tab, .hasByteOrderMark = false}),
             QByteArray("\"A\"\t\"B\"\r\n1\t\"x\ty\"\r\n"));
}

void TestCsvWriter::aCellWithAnotherSeparatorIsQuotedToo()
{
    for (const char *text : {"a,=1", "a;=1", "a\t=1", "a|=1"}) {
        const QByteArray csv = written({{u"A"_s}}, {{text}});
        QCOMPARE(csv, QByteArray("\"A\"\r\n\"" + QByteArray(text) + "\"\r\n"));
    }
}

void TestCsvWriter::numbersStayNumbersWhereTheColumnHoldsNumbers()
{
    const QList<SheetColumn> columns{{u"N"_s, CellKind::Number}, {u"T"_s, CellKind::Text}};
    QCOMPARE(written(columns, {{"-5", "-5"}, {"1e3", "1e3"}, {"-5+cmd|'!A0", "x"}, {"-", "x"}, {"+1", "x"}}),
             QByteArray("\"N\",\"T\"\r\n-5,'-5\r\n1e3,1e3\r\n\"'-5+cmd|'!A0\",x\r\n'-,x\r\n'+1,x\r\n"));
}

void TestCsvWriter::aHeaderIsNoFormulaEither()
{
    QCOMPARE(written({{u"=cmd"_s}, {u"ID"_s}}, {}), QByteArray("\"'=cmd\",\"ID\"\r\n"));
}

void TestCsvWriter::aSingleEmptyCellIsNoBlankLine()
{
    QCOMPARE(written({{u"A"_s}}, {{""}, {"x"}}), QByteArray("\"A\"\r\n\"\"\r\nx\r\n"));
}

// Texts of which most are trouble: triggers, blanks, quotes, separators and line breaks are as frequent as letters.
static QByteArray randomText(std::mt19937 &random)
{
    static const QStringList pieces{
        u"="_s,      u"+"_s,      u"-"_s,  u"@"_s,   u"\t"_s,          u"\r"_s,     u"\n"_s,
        u"\r\n"_s,   u"＝"_s,     u"＋"_s, u"－"_s,  u"＠"_s,          u"'"_s,      u" "_s,
        u"\""_s,     u","_s,      u";"_s,  u"|"_s,   u"\u00A0"_s,      u"\u3000"_s, u"\uFEFF"_s,
        u"\u200B"_s, u"\u202E"_s, u"a"_s,  u"Z"_s,   u"0"_s,           u"7"_s,      u"é"_s,
        u"💾"_s,     u"cmd"_s,    u"\\"_s, u"<b>"_s, QString(QChar(0))};
    std::uniform_int_distribution<qsizetype> piece(0, pieces.size() - 1);
    QString text;
    for (auto length = std::uniform_int_distribution<int>(0, 12)(random); length > 0; --length)
        text += pieces[piece(random)];
    return text.toUtf8();
}

// As a spreadsheet reads it, written without a look at the guard.
static bool beginsFormula(const QByteArray &cell)
{
    for (const QString text = QString::fromUtf8(cell); const QChar c : text) {
        if (u"=+-@\t\r＝＋－＠"_s.contains(c))
            return true;
        const bool isUnseen =
            c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (!isUnseen)
            return false;
    }
    return false;
}

void TestCsvWriter::textsComeBackAndNoneBeginsAFormula()
{
    constexpr qsizetype count = 10'000;
    constexpr qsizetype width = 4;
    std::mt19937 random(20'261'125);
    QList<QList<QByteArray>> rows;
    for (qsizetype i = 0; i < count / width; ++i)
        rows.append({randomText(random), randomText(random), randomText(random), randomText(random)});
    const QList<SheetColumn> columns{
        {u"A"_s}, {u"B"_s, CellKind::Number}, {u"C"_s, CellKind::Time}, {u"D"_s}};

    for (const CsvSeparator separator : {CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab}) {
        const QByteArray csv = written(columns, rows, {.separator = separator, .hasByteOrderMark = false});
        const auto lines = strictCsv(csv, static_cast<char>(separator));
        QVERIFY(lines);
        QCOMPARE(lines->size(), rows.size() + 1);
        qsizetype guarded = 0;
        for (qsizetype row = 0; row < rows.size(); ++row) {
            QCOMPARE(lines->at(row + 1).size(), width);
            for (qsizetype column = 0; column < width; ++column) {
                const QByteArray cell = lines->at(row + 1).at(column);
                const bool isNumber =
                    columns[column].kind == CellKind::Number && isPlainNumber(cell.toStdString());
                QVERIFY2(isNumber || !beginsFormula(cell), cell.toPercentEncoding().constData());
                guarded += cell != rows[row][column] ? 1 : 0;
                const std::string_view back =
                    withoutGuard(std::string_view(cell.data(), size_t(cell.size())));
                QCOMPARE(QByteArray(back.data(), qsizetype(back.size())), rows[row][column]);
            }
        }
        QVERIFY(guarded > count / 10);
    }
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
