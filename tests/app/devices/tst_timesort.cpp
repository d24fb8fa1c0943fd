// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/timesort.h"

#include "app/devices/twocores.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

#include <algorithm>

static const AccountId account(QStringLiteral("account"));

/// Sorting a table's rows by a time against std::stable_sort.
class TimeSortTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreSortedByTime_data();
    void rowsAreSortedByTime();
};

void TimeSortTest::rowsAreSortedByTime_data()
{
    QTest::addColumn<qint64>("step");
    QTest::addColumn<size_t>("part");
    for (const size_t part : {size_t(1), size_t(50)}) {
        QTest::addRow("every %zu. row, whole seconds", part) << qint64(1000) << part;
        QTest::addRow("every %zu. row, milliseconds", part) << qint64(1) << part;
        QTest::addRow("every %zu. row, years apart", part) << (qint64(1) << 40) << part;
        QTest::addRow("every %zu. row, all equal", part) << qint64(0) << part;
    }
}

void TimeSortTest::rowsAreSortedByTime()
{
    QFETCH(qint64, step);
    QFETCH(size_t, part);
    std::mt19937 random(3); // the same in every run
    std::vector<TestDevice> devices(rowsWorthAThread + 1000);
    for (size_t i = 0; i < devices.size(); ++i) {
        devices[i] = testDevice(numbered("id-", i));
        devices[i].times[0] = below(random, 9) == 0 ? noTime : (qint64(below(random, 5000)) - 2500) * step;
    }
    DeviceTable table;
    const std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(devices));
    std::vector<DeviceRow> rows;
    for (DeviceRow row = 0; row < table.slotCount(); row += static_cast<DeviceRow>(part))
        rows.push_back(row);
    std::ranges::shuffle(rows, random);

    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        std::vector<DeviceRow> expected = rows;
        std::ranges::stable_sort(expected, [&](DeviceRow a, DeviceRow b) {
            const qint64 ofA = table.time(TimeColumn::LastSuccess, a);
            const qint64 ofB = table.time(TimeColumn::LastSuccess, b);
            if (ofA == noTime || ofB == noTime)
                return ofA != noTime && ofB == noTime;
            return direction == Qt::AscendingOrder ? ofA < ofB : ofA > ofB;
        });
        std::vector<DeviceRow> sorted = rows;
        sortByTimes(sorted, table, TimeColumn::LastSuccess, direction);
        QVERIFY(sorted == expected);
    }
}

QTEST_APPLESS_MAIN(TimeSortTest)
#include "tst_timesort.moc"
