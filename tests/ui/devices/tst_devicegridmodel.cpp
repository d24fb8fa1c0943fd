// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/naturalorder.h"
#include "tests/ui/devices/gridfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The model follows the table without a reset and without a wrong index.
class TestDeviceGridModel : public QObject
{
    Q_OBJECT

private:
    GridFixture &fresh()
    {
        m_tester.reset();
        m_fixture = std::make_unique<GridFixture>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &m_fixture->model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        return *m_fixture;
    }

    /// The same devices for the same \a count; other names for another \a turn.
    static std::vector<TestDevice> shuffledDevices(size_t count, size_t turn = 0)
    {
        std::vector<TestDevice> devices;
        for (size_t i = 0; i < count; ++i)
            devices.push_back(testDevice(numbered("d", i), "1", numbered("pc-", (i + turn) * 7919 % 30'011)));
        return devices;
    }

    static bool isSorted(const GridFixture &f, Qt::SortOrder direction)
    {
        return std::ranges::is_sorted(f.model.order().rows(), [&](DeviceRow a, DeviceRow b) {
            const int compared =
                naturalCompare(f.table.text(TextColumn::Name, a), f.table.text(TextColumn::Name, b));
            return direction == Qt::AscendingOrder ? compared < 0 : compared > 0;
        });
    }

    std::unique_ptr<GridFixture> m_fixture;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private slots:
    void rowsThatArriveAreSortedIn()
    {
        GridFixture &f = fresh();
        f.read({testDevice("d1", "1", "srv-10"), testDevice("d2", "1", "srv-9"),
                testDevice("d3", "1", "alpha")});
        QCOMPARE(f.names(), (QStringList{u"alpha"_s, u"srv-9"_s, u"srv-10"_s}));
    }

    void whatComesWithinAFrameIsTakenTogether()
    {
        GridFixture &f = fresh();
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        f.begin();
        f.bring(numberedDevices(3));
        f.bring(numberedDevices(3, "1", 4));
        QCOMPARE(f.model.rowCount(), 0);
        QTRY_COMPARE(f.model.rowCount(), 6);
        QCOMPARE(inserted.size(), 1);
    }

    void devicesThatAreGoneLeaveAtOnce_andTheirNumbersMayComeAgain()
    {
        GridFixture &f = fresh();
        f.read(numberedDevices(5));
        const DeviceRow gone = f.device(u"d2"_s);
        QSignalSpy removed(&f.model, &DeviceGridModel::devicesRemoved);
        std::vector<TestDevice> next = numberedDevices(5);
        next.erase(next.begin() + 1);
        f.begin();
        f.bring(next);
        f.finish();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(f.names(), (QStringList{u"pc-1"_s, u"pc-3"_s, u"pc-4"_s, u"pc-5"_s}));

        f.begin();
        next.push_back(testDevice("d9", "1", "pc-0"));
        f.bring(next);
        f.finish();
        QCOMPARE(f.device(u"d9"_s), gone);
        QTRY_COMPARE(f.names(), (QStringList{u"pc-0"_s, u"pc-1"_s, u"pc-3"_s, u"pc-4"_s, u"pc-5"_s}));
    }

    void aNewNameMovesItsRow()
    {
        GridFixture &f = fresh();
        f.read(numberedDevices(4));
        const QPersistentModelIndex second(f.model.index(1, 3));
        std::vector<TestDevice> next = numberedDevices(4);
        next[1].name() = "zulu";
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
        f.read(next);
        QCOMPARE(f.names(), (QStringList{u"pc-1"_s, u"pc-3"_s, u"pc-4"_s, u"zulu"_s}));
        QCOMPARE(second.row(), 3);
        QCOMPARE(second.column(), 3);
        QVERIFY(!changed.isEmpty());
        QVERIFY(reset.isEmpty());
    }

    void aDeviceThatMovedToAnotherCompanyLeavesTheScope_andComesBack()
    {
        GridFixture &f = fresh();
        std::vector<TestDevice> devices = numberedDevices(3, "1");
        devices[2].company() = "2";
        f.read(devices);
        f.model.setScope(f.scopeOf(u"1"_s));
        QCOMPARE(f.names(), (QStringList{u"pc-1"_s, u"pc-2"_s}));
        devices[0].company() = "2";
        f.read(devices);
        QCOMPARE(f.names(), (QStringList{u"pc-2"_s}));
        devices[0].company() = "1";
        devices[2].company() = "1";
        f.read(devices);
        QCOMPARE(f.names(), (QStringList{u"pc-1"_s, u"pc-2"_s, u"pc-3"_s}));
    }

    void sortKeepsPersistentIndexesOnTheirDevices()
    {
        GridFixture &f = fresh();
        std::vector<TestDevice> devices = numberedDevices(4);
        for (size_t i = 0; i < devices.size(); ++i)
            devices[i].word(WordColumn::Group) = numbered("g", 9 - i);
        f.read(devices);
        const QPersistentModelIndex first(f.model.index(0, 0));
        f.model.sort(static_cast<int>(DeviceColumn::Group));
        QCOMPARE(f.names(), (QStringList{u"pc-4"_s, u"pc-3"_s, u"pc-2"_s, u"pc-1"_s}));
        QCOMPARE(first.row(), 3);
        f.model.sort(static_cast<int>(DeviceColumn::Group), Qt::DescendingOrder);
        QCOMPARE(first.row(), 0);
    }

    void companyNamesSortAgainWhereTheyAreSortedBy()
    {
        GridFixture &f = fresh();
        f.read({testDevice("d1", "1", "a"), testDevice("d2", "2", "b")});
        f.model.sort(static_cast<int>(DeviceColumn::Company));
        QCOMPARE(f.names(), (QStringList{u"a"_s, u"b"_s}));
        f.table.setCompanyName({AccountId(u"a"_s), CompanyId(u"1"_s)}, u"Zeta"_s);
        f.table.setCompanyName({AccountId(u"a"_s), CompanyId(u"2"_s)}, u"Alpha"_s);
        f.model.takeNames();
        QTRY_COMPARE(f.names(), (QStringList{u"b"_s, u"a"_s}));
    }

    void rowsSayWhoseTheyAre()
    {
        GridFixture &f = fresh();
        f.table.setAccountName(AccountId(u"a"_s), u"Zeta"_s);
        f.read({testDevice("d1", "1", "a")});
        const AccountId other(u"b"_s);
        f.table.setAccountName(other, u"Alpha"_s);
        f.model.take(f.table.take(*f.table.beginReading(other, std::nullopt),
                                  TestAnswer().chunk(std::vector{testDevice("d1", "1", "b")})));
        f.model.setReading(false);
        f.model.sort(static_cast<int>(DeviceColumn::Account));
        QCOMPARE(f.column(DeviceColumn::Account), (QStringList{u"Alpha"_s, u"Zeta"_s}));
        QCOMPARE(f.names(), (QStringList{u"b"_s, u"a"_s}));
        f.model.setAccountColours({{other, AccountColour::Teal}});
        QCOMPARE(f.model.accountColour(f.model.deviceAt(0)), AccountColour::Teal);
        QCOMPARE(f.model.accountColour(f.model.deviceAt(1)), AccountColour::None);
        f.table.setAccountName(other, u"Zeus"_s);
        f.model.takeNames();
        QTRY_COMPARE(f.column(DeviceColumn::Account), (QStringList{u"Zeta"_s, u"Zeus"_s}));
    }

    void aLongListIsSortedInBitByBit_andWhollyAtTheEnd()
    {
        GridFixture &f = fresh();
        m_tester.reset(); // it visits every row at every step
        f.model.setReading(true);
        f.begin();
        f.bring(numberedDevices(25'000, "1", 100'000));
        QTRY_COMPARE(f.model.rowCount(), 25'000);
        QTRY_COMPARE(f.names().constFirst(), u"pc-100000"_s);
        f.bring(numberedDevices(10));
        QTRY_COMPARE(f.model.rowCount(), 25'010);
        const QString lastName = f.names().constLast();
        f.finish();
        f.model.setReading(false);
        QTRY_VERIFY(f.model.isInOrder());
        QCOMPARE(f.names().constFirst(), u"pc-1"_s);
        QCOMPARE(lastName, u"pc-10"_s); // it stood at the end until then
        QVERIFY(f.names().constLast() != lastName);
    }

    void removingWhileATailIsUnsortedKeepsBothApart()
    {
        GridFixture &f = fresh();
        m_tester.reset();
        f.read(numberedDevices(25'000, "1", 100'000));
        f.model.setReading(true);
        f.begin();
        f.bring(numberedDevices(25'000, "1", 100'001)); // the first one is missing, one more came
        f.bring(numberedDevices(5));
        QTRY_COMPARE(f.model.rowCount(), 25'006);
        f.finish();
        QCOMPARE(f.model.rowCount(), 25'005);
        f.model.setReading(false);
        QTRY_VERIFY(f.model.isInOrder());
        QStringList sorted = f.names();
        QCOMPARE(sorted.first(6),
                 (QStringList{u"pc-1"_s, u"pc-2"_s, u"pc-3"_s, u"pc-4"_s, u"pc-5"_s, u"pc-100001"_s}));
        QCOMPARE(sorted.constLast(), u"pc-125000"_s);
    }

    void textsOfALongListAreSortedBehindTheWindow_andRowsStayUntilThen()
    {
        GridFixture &f = fresh();
        m_tester.reset();
        f.read(shuffledDevices(25'000));
        QTRY_VERIFY(f.model.isInOrder());
        const QStringList names = f.names();

        f.model.sort(static_cast<int>(DeviceColumn::Id), Qt::DescendingOrder);
        QVERIFY(!f.model.isInOrder()); // nobody has ranked the IDs
        QCOMPARE(f.names(), names);
        QTRY_VERIFY(f.model.isInOrder());
        QCOMPARE(f.column(DeviceColumn::Id).constFirst(), u"d24999"_s);
        QCOMPARE(f.column(DeviceColumn::Id).constLast(), u"d0"_s);
        // now they are known
        f.model.sort(static_cast<int>(DeviceColumn::Id), Qt::AscendingOrder);
        QVERIFY(f.model.isInOrder());
        QCOMPARE(f.column(DeviceColumn::Id).constFirst(), u"d0"_s);
        f.model.sort(static_cast<int>(DeviceColumn::Name), Qt::DescendingOrder);
        QVERIFY(f.model.isInOrder());
        QVERIFY(isSorted(f, Qt::DescendingOrder));
    }

    void whatChangesWhileNamesAreRankedStandsInOrderToo()
    {
        GridFixture &f = fresh();
        m_tester.reset();
        f.model.sort(static_cast<int>(DeviceColumn::Status));
        f.model.sort(static_cast<int>(DeviceColumn::Group)); // so that the order does not stand on names
        std::vector<TestDevice> devices = shuffledDevices(25'000);
        f.read(devices);
        QTRY_VERIFY(f.model.isInOrder());

        f.model.sort(static_cast<int>(DeviceColumn::Id));
        f.model.sort(static_cast<int>(DeviceColumn::Name), Qt::DescendingOrder); // the last one counts
        QVERIFY(!f.model.isInOrder());
        for (size_t i = 0; i < devices.size(); i += 100)
            devices[i].name() = numbered("zz-", i);
        devices.resize(devices.size() - 50);
        f.read(devices);
        QTRY_VERIFY(f.model.isInOrder());
        QCOMPARE(f.model.rowCount(), 24'950);
        QCOMPARE(f.model.order().sortColumn(), DeviceColumn::Name);
        QVERIFY(isSorted(f, Qt::DescendingOrder));
    }

    void aLongListIsSortedByAWordWithinWhichNamesStayInOrder()
    {
        GridFixture &f = fresh();
        m_tester.reset();
        std::vector<TestDevice> devices = shuffledDevices(25'000);
        for (size_t i = 0; i < devices.size(); ++i)
            devices[i].word(WordColumn::Group) = numbered("g", i % 3);
        f.read(devices);
        QTRY_VERIFY(f.model.isInOrder());
        f.model.sort(static_cast<int>(DeviceColumn::Group));
        for (size_t i = 0; i < devices.size(); ++i)
            devices[i].name() =
                numbered("new-", i * 7919 % 25'013); // all of them: too many to find their places
        f.read(devices);
        QTRY_VERIFY(f.model.isInOrder());
        for (int row = 1; row < f.model.rowCount(); ++row) {
            const DeviceRow a = f.model.deviceAt(row - 1);
            const DeviceRow b = f.model.deviceAt(row);
            const int words =
                f.table.word(WordColumn::Group, f.table.code(WordColumn::Group, a))
                    .compare(f.table.word(WordColumn::Group, f.table.code(WordColumn::Group, b)));
            QVERIFY(
                words < 0
                || (words == 0
                    && naturalCompare(f.table.text(TextColumn::Name, a), f.table.text(TextColumn::Name, b))
                        <= 0));
        }
    }

    void aThousandRandomChangesLeaveWhatTheTableHas()
    {
        GridFixture &f = fresh();
        std::mt19937 random(7); // NOLINT: the same run each time
        std::vector<TestDevice> devices = numberedDevices(60);
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 10; ++i) {
                TestDevice &device = devices[below(random, devices.size())];
                device.name() = numbered("pc-", below(random, 1000));
                device.company() = numbered("", 1 + below(random, 3));
            }
            std::vector<TestDevice> answer;
            std::ranges::copy_if(devices, std::back_inserter(answer),
                                 [&](const auto &) { return below(random, 5) > 0; });
            if (below(random, 4) == 0)
                f.model.setScope(below(random, 2) == 0 ? DeviceScope{} : f.scopeOf(u"2"_s));
            if (below(random, 4) == 0)
                f.model.sort(static_cast<int>(below(random, deviceColumnCount)));
            f.read(answer);
            const auto inScope = std::ranges::count_if(
                f.table.liveRows(), [&f](DeviceRow row) { return f.model.order().takesIn(row); });
            QCOMPARE(f.model.rowCount(), static_cast<int>(inScope));
        }
    }

    void headersAreNamedAndAligned()
    {
        GridFixture &f = fresh();
        const int name = static_cast<int>(DeviceColumn::Name);
        QCOMPARE(f.model.headerData(name, Qt::Horizontal).toString(), u"Name"_s);
        const int age = static_cast<int>(DeviceColumn::LastSuccess);
        QVERIFY(f.model.headerData(age, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>()
                & Qt::AlignRight);
        QVERIFY(!f.model.headerData(deviceColumnCount, Qt::Horizontal).isValid());
    }
};

QTEST_MAIN(TestDeviceGridModel)
#include "tst_devicegridmodel.moc"
