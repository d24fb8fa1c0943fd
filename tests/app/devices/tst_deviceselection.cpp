// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/deviceselection.h"

#include <QTest>

#include <random>
#include <set>

class DeviceSelectionTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSelectedAtFirst();
    void aRowIsCountedOnce();
    void hiddenRowsAreCounted();
    void randomSelectionsAreThoseOfASet();
};

void DeviceSelectionTest::nothingIsSelectedAtFirst()
{
    const DeviceSelection selection;
    QVERIFY(selection.isEmpty());
    QVERIFY(!selection.contains(0));
    QVERIFY(!selection.contains(1'000'000));
    QVERIFY(selection.rows().empty());
}

void DeviceSelectionTest::aRowIsCountedOnce()
{
    DeviceSelection selection;
    selection.set(70, true);
    selection.set(70, true);
    QCOMPARE(selection.count(), 1);
    selection.set(5'000, false);
    selection.set(70, false);
    selection.set(70, false);
    QVERIFY(selection.isEmpty());
}

void DeviceSelectionTest::hiddenRowsAreCounted()
{
    DeviceSelection selection;
    const std::vector<DeviceRow> all{9, 3, 7, 64, 63};
    selection.set(all, true);
    const std::vector<DeviceRow> shown{64, 3, 5};
    QCOMPARE(selection.countOf(shown), 2);
    QCOMPARE(selection.rows(), (std::vector<DeviceRow>{3, 7, 9, 63, 64}));
}

void DeviceSelectionTest::randomSelectionsAreThoseOfASet()
{
    std::mt19937 random(10); // the same in every run
    DeviceSelection selection;
    std::set<DeviceRow> expected;
    for (int i = 0; i < 3000; ++i) {
        std::vector<DeviceRow> rows(random() % 20);
        for (DeviceRow &row : rows)
            row = static_cast<DeviceRow>(random() % 300);
        if (random() % 2 == 0) {
            selection.set(rows, true);
            expected.insert(rows.begin(), rows.end());
        } else {
            selection.set(rows, false);
            for (const DeviceRow row : rows)
                expected.erase(row);
        }
        if (random() % 500 == 0) {
            selection.clear();
            expected.clear();
        }
        QCOMPARE(selection.count(), qsizetype(expected.size()));
        QCOMPARE(selection.rows(), std::vector<DeviceRow>(expected.begin(), expected.end()));
    }
}

QTEST_APPLESS_MAIN(DeviceSelectionTest)
#include "tst_deviceselection.moc"
