// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetrows.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class TestSheetRows : public QObject
{
    Q_OBJECT

private slots:
    void cellsComeBackInOrder();
    void bytesThatAreNoUtf8AreRepaired();
    void timesAreUtcAndSortAsText();
    void timesOutsideOfTheCalendarAreNotKnown();
};

void TestSheetRows::cellsComeBackInOrder()
{
    SheetRows rows;
    rows.addText("name");
    rows.addText(u"Müller");
    rows.addNumber(qint64(-42));
    rows.addNumber(0.1);
    rows.addNumber(std::numeric_limits<double>::infinity());
    rows.addText("");
    rows.addNothing();
    QCOMPARE(rows.cellCount(), size_t(7));
    QCOMPARE(rows.text(0), std::string_view("name"));
    QCOMPARE(rows.text(1), std::string_view("M\xC3\xBCller"));
    QCOMPARE(rows.text(2), std::string_view("-42"));
    QCOMPARE(rows.text(3), std::string_view("0.1"));
    QVERIFY(rows.isNothing(4));
    QVERIFY(!rows.isNothing(5));
    QVERIFY(rows.isNothing(6));
    QCOMPARE(rows.text(6), std::string_view());
    rows.clear();
    QCOMPARE(rows.cellCount(), size_t(0));
    QCOMPARE(rows.byteCount(), size_t(0));
}

void TestSheetRows::bytesThatAreNoUtf8AreRepaired()
{
    SheetRows rows;
    rows.addText("a\xFFz");
    rows.addText(QStringView(u"a\xD800z"));
    QCOMPARE(rows.text(0), std::string_view("a\xEF\xBF\xBDz"));
    QVERIFY(QByteArrayView(rows.text(1).data(), qsizetype(rows.text(1).size())).isValidUtf8());
}

void TestSheetRows::timesAreUtcAndSortAsText()
{
    SheetRows rows;
    const QList<qint64> times{
        0, 1'764'065'000'999, -1, 951'782'399'000, 253'402'300'799'999, -62'135'596'800'000};
    for (const qint64 time : times)
        rows.addTime(time);
    for (size_t i = 0; i < rows.cellCount(); ++i) {
        const QDateTime expected = QDateTime::fromMSecsSinceEpoch(times[qsizetype(i)], Qt::UTC);
        QCOMPARE(QString::fromStdString(std::string(rows.text(i))),
                 expected.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s));
    }
}

void TestSheetRows::timesOutsideOfTheCalendarAreNotKnown()
{
    SheetRows rows;
    for (const qint64 time : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
                              qint64(253'402'300'800'000), qint64(-62'135'596'800'001)}) {
        rows.addTime(time);
        QVERIFY(rows.isNothing(rows.cellCount() - 1));
    }
}

QTEST_GUILESS_MAIN(TestSheetRows)
#include "tst_sheetrows.moc"
