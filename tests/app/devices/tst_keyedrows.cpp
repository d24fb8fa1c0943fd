// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/keyedrows.h"

#include "app/devices/twocores.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

#include <algorithm>
#include <limits>

/// Sorting rows by numbers against std::stable_sort.
class KeyedRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreSortedAndEqualOnesStay_data();
    void numbersAreSortedAndEqualOnesStay();
};

void KeyedRowsTest::numbersAreSortedAndEqualOnesStay_data()
{
    QTest::addColumn<size_t>("rows");
    QTest::addColumn<quint32>("highest");
    // an odd and an even number of digits, in one part and in two
    for (const size_t rows : {size_t(0), size_t(1), size_t(2), size_t(1000), rowsWorthAThread - 1,
                              rowsWorthAThread, rowsWorthAThread + 1, rowsWorthAThread * 2 + 77}) {
        for (const quint32 highest :
             {quint32(0), quint32(5), quint32(3000), quint32(1) << 30, std::numeric_limits<quint32>::max()})
            QTest::addRow("%zu rows, numbers up to %u", rows, highest) << rows << highest;
    }
}

void KeyedRowsTest::numbersAreSortedAndEqualOnesStay()
{
    QFETCH(size_t, rows);
    QFETCH(quint32, highest);
    std::mt19937 random(7); // the same in every run
    std::uniform_int_distribution<quint32> numbers(0, highest);
    Scratch<PackedRow> packed;
    for (quint32 row = 0; row < rows; ++row)
        packed.push_back(packedRow(row % 3 == 0 ? highest : numbers(random), row ^ 0x5555U));
    std::vector<PackedRow> plain(packed.begin(), packed.end());
    std::ranges::stable_sort(plain, {}, &numberOf);
    std::vector<quint32> expected;
    std::ranges::transform(plain, std::back_inserter(expected), &rowOf);

    std::vector<quint32> sorted(rows);
    sortByNumber(packed, highest, sorted);
    QVERIFY(sorted == expected);
}

QTEST_APPLESS_MAIN(KeyedRowsTest)
#include "tst_keyedrows.moc"
