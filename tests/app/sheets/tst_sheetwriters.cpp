// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetwriter.h"
#include "tests/app/sheets/plainsheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <random>

using namespace Qt::StringLiterals;

static const QByteArray hostile =
    "</td><script>alert('1')</script>&amp;\"|`*_[x](javascript:y)\\\n=1+1\r\nhttp://evil.example\xE2\x80\xAE"
    "exe.gpj";

static QByteArray written(const SheetLayout &layout, QList<SheetColumn> columns,
                          QList<QList<QByteArray>> rows)
{
    PlainSheet sheet(std::move(columns), std::move(rows));
    return wholeSheet(sheet, layout);
}

class TestSheetWriters : public QObject
{
    Q_OBJECT

private slots:
    void jsonKeepsTextsAsTheyCame();
    void jsonTellsTwoHeadersOfOneNameApart();
    void jsonOfNoRowsIsAnEmptyArray();
    void jsonBytesStayJsonForAnyText();
    void htmlIsOnePageWithoutAnythingActive();
    void htmlRowsAreWellFormedWhateverTheCells();
    void markdownIsATableOfTexts();
    void anEmptyTableIsStillATable();
    void everyFormatHasAWriterAndASuffix();
};

void TestSheetWriters::jsonKeepsTextsAsTheyCame()
{
    const QByteArray json =
        written({.format = SheetFormat::Json},
                {{u"Name"_s}, {u"Count"_s, CellKind::Number}, {u"Seen"_s, CellKind::Time}},
                {{"=1+1", "-3", "2026-11-25T10:00:00Z"}, {hostile, "n/a", {}}, {"", {}, ""}});
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].toObject()[u"Name"].toString(), u"=1+1"_s);
    QCOMPARE(rows[0].toObject()[u"Count"], QJsonValue(-3));
    QCOMPARE(rows[1].toObject()[u"Name"].toString(), QString::fromUtf8(hostile));
    QCOMPARE(rows[1].toObject()[u"Count"], QJsonValue(u"n/a"_s));
    QVERIFY(rows[1].toObject()[u"Seen"].isNull());
    QCOMPARE(rows[2].toObject()[u"Name"], QJsonValue(QString(u""_s)));
    QVERIFY(rows[2].toObject()[u"Count"].isNull());
    QCOMPARE(json.count('\n'), 5);
}

void TestSheetWriters::jsonTellsTwoHeadersOfOneNameApart()
{
    const QByteArray json =
        written({.format = SheetFormat::Json}, {{u"A"_s}, {u"A"_s}, {u"A (2)"_s}}, {{"1", "2", "3"}});
    QCOMPARE(json, QByteArray("[\n{\"A\":\"1\",\"A (2)\":\"2\",\"A (2) (2)\":\"3\"}\n]\n"));
}

void TestSheetWriters::jsonOfNoRowsIsAnEmptyArray()
{
    QJsonParseError error{};
    const auto json = QJsonDocument::fromJson(written({.format = SheetFormat::Json}, {{u"A"_s}}, {}), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(json.isArray());
    QVERIFY(json.array().isEmpty());
}

void TestSheetWriters::jsonBytesStayJsonForAnyText()
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    QList<QList<QByteArray>> rows;
    QStringList texts;
    for (int i = 0; i < 2000; ++i) {
        QByteArray text;
        for (int length = i % 24; length > 0; --length)
            text.append(static_cast<char>(byte(random) & (i % 2 == 0 ? 0x7F : 0xFF)));
        rows.append({text});
        texts.append(QString::fromUtf8(text));
    }
    const QJsonArray read =
        QJsonDocument::fromJson(written({.format = SheetFormat::Json}, {{u"A"_s}}, rows)).array();
    QCOMPARE(read.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(read[i].toObject()[u"A"].toString(), texts[i]);
}

void TestSheetWriters::htmlIsOnePageWithoutAnythingActive()
{
    const QString page = QString::fromUtf8(
        written({.format = SheetFormat::Html, .title = {u"Devices of <Castell>"_s, u"As of 14:03"_s}},
                {{u"Name"_s}, {u"Count"_s, CellKind::Number}}, {{hostile, "-3"}}));
    QVERIFY(page.startsWith(u"<!DOCTYPE html>"_s));
    QVERIFY(page.contains(u"<title>Devices of &lt;Castell&gt;</title>"_s));
    QVERIFY(page.contains(u"<p>As of 14:03</p>"_s));
    QVERIFY(page.contains(u"default-src 'none'"_s));
    QVERIFY(page.contains(u"@media (prefers-color-scheme: dark)"_s));
    QVERIFY(page.contains(u"thead { display: table-header-group; }"_s));
    QVERIFY(page.contains(u"<td class=\"n\">-3</td>"_s));
    QVERIFY(page.contains(u"&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&quot;"_s));
    QVERIFY(page.contains(u"<br>=1+1<br>http://evil.example[U+202E]exe.gpj</td>"_s));
    static const QRegularExpression active(
        u"<script|<img|<link|<iframe|\\bsrc=|\\bhref=|\\bon[a-z]+=|url\\("_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY(!page.contains(active));
}

void TestSheetWriters::htmlRowsAreWellFormedWhateverTheCells()
{
    QList<QList<QByteArray>> rows;
    for (int c = 0; c < 256; ++c)
        rows.append({QByteArray("a") + static_cast<char>(c) + "b<" + static_cast<char>(c)});
    const QByteArray page = written({.format = SheetFormat::Html}, {{u"A"_s}}, rows);
    const qsizetype begin = page.indexOf("<tbody>");
    QByteArray body = page.mid(begin, page.indexOf("</table>") - begin);
    QXmlStreamReader xml(body.replace("<br>", "<br/>"));
    int cells = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"td")
            ++cells;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cells, 256);
}

void TestSheetWriters::markdownIsATableOfTexts()
{
    const QString text = QString::fromUtf8(
        written({.format = SheetFormat::Markdown, .title = {u"Devices"_s, u"As of 14:03"_s}},
                {{u"Na|me"_s}, {u"Count"_s, CellKind::Number}}, {{hostile, "-3"}, {"plain", {}}}));
    QCOMPARE(text,
             u"## Devices\n\nAs of 14:03\n\n"
             "| Na\\|me | Count |\n| --- | ---: |\n"
             "| "
             "\\</td\\>\\<script\\>alert('1')\\</"
             "script\\>\\&amp;\"\\|\\`\\*\\_\\[x\\](javascript:y)\\\\<br>=1+1<br>"
             "http:\\//evil.example\\[U+202E\\]exe.gpj | -3 |\n| plain |  |\n"_s);
}

void TestSheetWriters::anEmptyTableIsStillATable()
{
    QCOMPARE(written({.format = SheetFormat::Markdown}, {{u"A"_s}}, {}), QByteArray("| A |\n| --- |\n"));
    QVERIFY(written({.format = SheetFormat::Html}, {{u"A"_s}}, {}).contains("<tbody>\n</tbody>"));
}

void TestSheetWriters::everyFormatHasAWriterAndASuffix()
{
    QStringList suffixes;
    for (const SheetFormatRow &row : sheetFormats()) {
        QVERIFY(SheetWriter::create({.format = row.format}, {{u"A"_s}}));
        suffixes.append(QString::fromLatin1(row.suffix));
    }
    QCOMPARE(suffixes, QStringList({u"csv"_s, u"json"_s, u"html"_s, u"md"_s}));
}

QTEST_GUILESS_MAIN(TestSheetWriters)
#include "tst_sheetwriters.moc"
