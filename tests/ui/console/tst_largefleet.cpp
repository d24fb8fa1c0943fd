// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console/console.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

/// A hundred thousand devices from the sandbox, over HTTP, in the window. How fast it is stands in tests/bench; here it has to be right.
class TestLargeFleet : public QObject
{
    Q_OBJECT

private slots:
    void F37_100000Devices()
    {
        constexpr int devices = 100'000;
        Console console;
        console.window.openSandbox({.companies = 300, .devices = devices, .seed = 7});
        // rows are there before the list is whole
        QTRY_VERIFY_WITH_TIMEOUT(console.rows() > 0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(console.fleet().asOf().isValid(), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.rows(), devices, 20'000);
        QCOMPARE(console.fleet().devices().liveCount(), devices);

        console.clickRow(0);
        QTest::keyClick(console.grid(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(console.grid()->selection().count(), devices);
        for (int column = 0; column < deviceColumnCount; ++column) {
            console.grid()->sortByColumn(column, Qt::AscendingOrder);
            QCOMPARE(console.rows(), devices);
            QVERIFY(!console.window.devices()->grab(QRect(0, 0, 200, 200)).isNull());
        }
        QCOMPARE(console.grid()->selection().count(), devices);

        console.clickRow(devices - 1);
        QCOMPARE(console.grid()->selection().count(), 1);
        const QString current = console.cell(console.grid()->currentIndex().row(), DeviceColumn::Id);
        QTest::keyClick(&console.window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(console.isQuiet(), 60'000);
        QCOMPARE(console.rows(), devices);
        QCOMPARE(console.cell(console.grid()->currentIndex().row(), DeviceColumn::Id), current);
        QCOMPARE(console.grid()->selection().count(), 1);
    }
};

QTEST_MAIN(TestLargeFleet)
#include "tst_largefleet.moc"
