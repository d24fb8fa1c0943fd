// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicetable.h"

#include "tests/app/devices/plaintable.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);
static const std::optional<CompanyId> bareList;

using Devices = std::vector<TestDevice>;

/// One whole answer of one chunk.
static DeviceChange readAll(DeviceTable &table, const Devices &devices, bool complete = true,
                            const std::optional<CompanyId> &company = bareList)
{
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, company);
    DeviceChange change = table.take(*reading, TestAnswer().chunk(devices));
    change.removed = table.finish(std::move(reading), complete).removed;
    return change;
}

static std::optional<DeviceRow> rowOf(const DeviceTable &table, const QString &id,
                                      const AccountId &of = account)
{
    return table.find({of, DeviceId(id)});
}

class DeviceTableTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowHoldsWhatTheAnswerSaid();
    void aSecondReadingReportsOnlyWhatDiffers();
    void theLaterOfTwoRowsWithOneIdWins();
    void onlyACompleteAnswerRemovesRows();
    void theBareListRemovesOnlyInCompaniesThatItNamed();
    void anEmptyAnswerForACompanyRemovesItsRows();
    void aRowThatNamesNoCompanyBelongsToItsCall();
    void aDeviceMovesToAnotherCompany();
    void rowsWithoutAnIdAreReplacedByTheNextReading();
    void damageIsKeptWithItsRow();
    void whatALaterReadingNamedIsKept();
    void aReadingThatIsDroppedLeavesItsRows();
    void numbersOfRemovedRowsAreUsedAgain();
    void equalIdsOfTwoAccountsStayApart();
    void aRemovedAccountIsForgotten();
    void companiesAreNamedByTheFleet();
    void keyedDifferenceMakesTheTableThatARebuildWould();
};

void DeviceTableTest::aRowHoldsWhatTheAnswerSaid()
{
    TestDevice device = testDevice("ID-1", "15020", "Büro 漢");
    device.tag() = "second floor";
    device.words = {"15020", "online", "In Progress", "windows", "6.8.2.11", "Servers"};
    device.times = {1771327500123, noTime};
    device.marks = RowMark::oddField;
    DeviceTable table;
    const DeviceChange change = readAll(table, {device});
    QCOMPARE(change.added, std::vector<DeviceRow>{0});
    QCOMPARE(table.liveRows(), std::vector<DeviceRow>{0});
    QVERIFY(deviceAt(table, 0) == device);
    QCOMPARE(table.timeText(TimeColumn::LastSuccess, 0), u"2026-02-17T11:25:00.123"_s);
    QCOMPARE(table.timeText(TimeColumn::NextRun, 0), QString());
    QCOMPARE(table.key(0), (DeviceKey{account, DeviceId(u"ID-1"_s)}));
    QCOMPARE(rowOf(table, u"ID-1"_s), std::optional<DeviceRow>(0));
    QCOMPARE(rowOf(table, u"id-1"_s), std::nullopt); // case matters
    QCOMPARE(rowOf(table, QString()), std::nullopt);
    QCOMPARE(table.word(WordColumn::Os, 7), QString());
    const std::vector<DeviceRow> twice{0, 0};
    QCOMPARE(table.codes(WordColumn::Os, twice), (Scratch<quint32>{1, 1}));
}

void DeviceTableTest::aSecondReadingReportsOnlyWhatDiffers()
{
    Devices devices{testDevice("a"), testDevice("b"), testDevice("c"), testDevice("d"), testDevice("e")};
    DeviceTable table;
    readAll(table, devices);
    QVERIFY(readAll(table, devices).isEmpty());
    devices[0].name() = "other";
    devices[1].word(WordColumn::Status) = "offline";
    devices[2].times[1] = 5;
    devices[3].marks = RowMark::oddField;
    const DeviceChange change = readAll(table, devices);
    QCOMPARE(change.changed, (std::vector<DeviceRow>{0, 1, 2, 3}));
    QVERIFY(change.added.empty());
    QVERIFY(change.removed.empty());
}

void DeviceTableTest::theLaterOfTwoRowsWithOneIdWins()
{
    DeviceTable table;
    const DeviceChange first = readAll(table, {testDevice("a", "1", "old"), testDevice("a", "1", "new")});
    QCOMPARE(first.added, std::vector<DeviceRow>{0});
    QVERIFY(first.changed.empty());
    QCOMPARE(deviceAt(table, 0).name(), std::string("new"));
    const DeviceChange second = readAll(table, {testDevice("a", "1", "x"), testDevice("a", "1", "y")});
    QCOMPARE(second.changed, std::vector<DeviceRow>{0});
    QCOMPARE(table.liveCount(), 1);
}

void DeviceTableTest::onlyACompleteAnswerRemovesRows()
{
    DeviceTable table;
    readAll(table, {testDevice("a"), testDevice("b")});
    QVERIFY(readAll(table, {testDevice("a")}, false).isEmpty());
    QCOMPARE(readAll(table, {testDevice("a")}).removed, std::vector<DeviceRow>{1});
    QCOMPARE(rowOf(table, u"b"_s), std::nullopt);
    QCOMPARE(table.liveCount(), 1);
    QVERIFY(!table.isLive(1));
    QVERIFY(table.text(TextColumn::Id, 1).isEmpty());
}

void DeviceTableTest::theBareListRemovesOnlyInCompaniesThatItNamed()
{
    DeviceTable table;
    readAll(table, {testDevice("a", "1"), testDevice("b", "1"), testDevice("c", "2")});
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, bareList);
    table.take(*reading, TestAnswer().chunk(Devices{testDevice("a", "1")}));
    const quint32 first = table.companyCode({account, CompanyId(u"1"_s)});
    const quint32 second = table.companyCode({account, CompanyId(u"2"_s)});
    const std::vector<bool> seen = DeviceTable::companiesSeen(*reading);
    QVERIFY(seen.at(first));
    QVERIFY(!seen.at(second));
    QCOMPARE(table.finish(std::move(reading), true).removed, std::vector<DeviceRow>{1});
    QCOMPARE(table.liveCountOf(first), 1);
    QCOMPARE(table.liveCountOf(second), 1);
}

void DeviceTableTest::anEmptyAnswerForACompanyRemovesItsRows()
{
    DeviceTable table;
    readAll(table, {testDevice("a", "1"), testDevice("b", "2")});
    QCOMPARE(readAll(table, {}, true, CompanyId(u"2"_s)).removed, std::vector<DeviceRow>{1});
    QVERIFY(readAll(table, {}, true, CompanyId(u"3"_s)).isEmpty());
    QVERIFY(readAll(table, {}, true, bareList).isEmpty());
    QCOMPARE(table.liveCount(), 1);
}

void DeviceTableTest::aRowThatNamesNoCompanyBelongsToItsCall()
{
    DeviceTable table;
    readAll(table, {testDevice("a", ""), testDevice("b", "")}, true, CompanyId(u"1"_s));
    QCOMPARE(table.liveCountOf(0), 2);
    QVERIFY(readAll(table, {}, true, CompanyId(u"2"_s)).isEmpty());
    QVERIFY(readAll(table, {}, true, bareList).isEmpty());
    QVERIFY(readAll(table, {testDevice("a", "")}, false, CompanyId(u"1"_s)).isEmpty());
    QCOMPARE(readAll(table, {testDevice("a", "")}, true, CompanyId(u"1"_s)).removed,
             std::vector<DeviceRow>{1});
    QCOMPARE(table.liveCountOf(0), 1);
}

void DeviceTableTest::aDeviceMovesToAnotherCompany()
{
    DeviceTable table;
    readAll(table, {testDevice("a", "1"), testDevice("b", "1")});
    const DeviceChange change = readAll(table, {testDevice("a", "1"), testDevice("b", "2")});
    QCOMPARE(change.changed, std::vector<DeviceRow>{1});
    QVERIFY(change.removed.empty());
    QCOMPARE(table.liveCountOf(table.companyCode({account, CompanyId(u"1"_s)})), 1);
    QCOMPARE(table.liveCountOf(table.companyCode({account, CompanyId(u"2"_s)})), 1);
}

void DeviceTableTest::rowsWithoutAnIdAreReplacedByTheNextReading()
{
    DeviceTable table;
    const Devices devices{testDevice(""), testDevice(""), testDevice("a")};
    QCOMPARE(readAll(table, devices).added.size(), size_t(3));
    // Another scope does not touch them, nor does a reading that brought nothing.
    QVERIFY(readAll(table, {}, false).isEmpty());
    QVERIFY(readAll(table, {}, true, CompanyId(u"9"_s)).isEmpty());
    // One that broke off after some rows does.
    const DeviceChange change = readAll(table, {testDevice("")}, false);
    QCOMPARE(change.added, std::vector<DeviceRow>{3});
    QCOMPARE(change.removed, (std::vector<DeviceRow>{0, 1}));
    QCOMPARE(table.liveRows(), (std::vector<DeviceRow>{2, 3}));
}

void DeviceTableTest::damageIsKeptWithItsRow()
{
    TestDevice damaged;
    damaged.marks = RowMark::damaged | RowMark::noId;
    DeviceTable table;
    readAll(table, {testDevice("a"), damaged});
    QVERIFY(!table.damage(0));
    QVERIFY(table.damage(1));
    QCOMPARE(table.damage(1)->offset, 4711);
    QCOMPARE(table.damage(1)->bytes, QByteArray("{broken"));
    readAll(table, {testDevice("a")});
    QVERIFY(!table.damage(1));
    QCOMPARE(table.liveCount(), 1);
}

void DeviceTableTest::whatALaterReadingNamedIsKept()
{
    DeviceTable table;
    readAll(table, {testDevice("a")});
    std::unique_ptr<DeviceReading> slow = table.beginReading(account, bareList);
    table.take(*slow, TestAnswer().chunk(Devices{testDevice("a")}));
    readAll(table, {testDevice("a"), testDevice("new")}, true, CompanyId(u"1"_s));
    QVERIFY(table.finish(std::move(slow), true).isEmpty());
    QVERIFY(rowOf(table, u"new"_s));
}

void DeviceTableTest::aReadingThatIsDroppedLeavesItsRows()
{
    DeviceTable table;
    {
        const std::unique_ptr<DeviceReading> reading = table.beginReading(account, bareList);
        table.take(*reading, TestAnswer().chunk(Devices{testDevice("a")}));
    }
    QCOMPARE(table.liveCount(), 1);
    QCOMPARE(readAll(table, {testDevice("b")}).removed, std::vector<DeviceRow>{0});
}

void DeviceTableTest::numbersOfRemovedRowsAreUsedAgain()
{
    DeviceTable table;
    readAll(table, {testDevice("a"), testDevice("b"), testDevice("c")});
    const DeviceRow last = *rowOf(table, u"c"_s);
    readAll(table, {testDevice("a"), testDevice("c")});
    QCOMPARE(readAll(table, {testDevice("d"), testDevice("a"), testDevice("c")}).added,
             std::vector<DeviceRow>{1});
    QCOMPARE(rowOf(table, u"c"_s), std::optional(last));
    QCOMPARE(table.slotCount(), 3U);
    QVERIFY(deviceAt(table, 1) == testDevice("d"));
}

void DeviceTableTest::equalIdsOfTwoAccountsStayApart()
{
    const AccountId other(u"other"_s);
    DeviceTable table;
    readAll(table, {testDevice("a", "1", "mine")});
    std::unique_ptr<DeviceReading> reading = table.beginReading(other, bareList);
    QCOMPARE(table.take(*reading, TestAnswer().chunk(Devices{testDevice("a", "1", "theirs")})).added,
             std::vector<DeviceRow>{1});
    QVERIFY(table.finish(std::move(reading), true).isEmpty());
    QCOMPARE(table.text(TextColumn::Name, *rowOf(table, u"a"_s)), QByteArrayView("mine"));
    QCOMPARE(table.text(TextColumn::Name, *rowOf(table, u"a"_s, other)), QByteArrayView("theirs"));
    QVERIFY(table.companyCode({account, CompanyId(u"1"_s)}) != table.companyCode({other, CompanyId(u"1"_s)}));
    QCOMPARE(readAll(table, {testDevice("b", "1")}).removed, std::vector<DeviceRow>{0});
}

void DeviceTableTest::aRemovedAccountIsForgotten()
{
    const AccountId other(u"other"_s);
    DeviceTable table;
    readAll(table, {testDevice("a"), testDevice(""), testDevice("c", "")});
    std::unique_ptr<DeviceReading> open = table.beginReading(account, bareList);
    TestAnswer answer;
    table.take(*open, answer.chunk(Devices{testDevice("a")}));
    std::unique_ptr<DeviceReading> reading = table.beginReading(other, bareList);
    table.take(*reading, TestAnswer().chunk(Devices{testDevice("a")}));

    QCOMPARE(table.removeAccount(account).removed, (std::vector<DeviceRow>{0, 1, 2}));
    QCOMPARE(table.liveRows(), std::vector<DeviceRow>{3});
    QCOMPARE(rowOf(table, u"a"_s), std::nullopt);
    QCOMPARE(table.companyCode({account, CompanyId(u"1"_s)}), 0U);
    QCOMPARE(table.liveCountOf(0), 0);
    QVERIFY(table.take(*open, answer.chunk(Devices{testDevice("late")})).isEmpty());
    QVERIFY(table.finish(std::move(open), true).isEmpty());

    QCOMPARE(table.removeAccount(other).removed, std::vector<DeviceRow>{3});
    QCOMPARE(table.liveCount(), 0);
    QVERIFY(table.removeAccount(other).isEmpty());
    QCOMPARE(readAll(table, {testDevice("a")}).added.size(), size_t(1));
    QCOMPARE(table.slotCount(), 4U);
}

void DeviceTableTest::companiesAreNamedByTheFleet()
{
    DeviceTable table;
    const CompanyKey key{account, CompanyId(u"15020"_s)};
    QCOMPARE(table.companyCode(key), 0U);
    QCOMPARE(table.companyName(0), QString());
    readAll(table, {testDevice("a", "15020")});
    const quint32 code = table.companyCode(key);
    QCOMPARE(code, table.code(WordColumn::Company, 0));
    QCOMPARE(table.company(code), key);
    QCOMPARE(table.companyName(code), u"15020"_s);
    table.setCompanyName(key, u"Acme"_s);
    QCOMPARE(table.companyName(code), u"Acme"_s);
    const CompanyKey empty{account, CompanyId(u"7"_s)};
    table.setCompanyName(empty, u"No devices yet"_s);
    QCOMPARE(table.companyName(table.companyCode(empty)), u"No devices yet"_s);
    QCOMPARE(table.liveCountOf(table.companyCode(empty)), 0);
}

void DeviceTableTest::keyedDifferenceMakesTheTableThatARebuildWould()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        PlainTableRun run(seed);
        for (int step = 0; step < 60; ++step) {
            run.step();
            if (!run.problem().isEmpty())
                QFAIL(qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(run.problem())));
        }
    }
}

QTEST_APPLESS_MAIN(DeviceTableTest)
#include "tst_devicetable.moc"
