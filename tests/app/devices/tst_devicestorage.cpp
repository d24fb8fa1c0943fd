// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicetable.h"

#include "app/devices/rowindex.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);

using Devices = std::vector<TestDevice>;

/// One whole answer of one chunk.
static DeviceChange readAll(DeviceTable &table, const Devices &devices)
{
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    DeviceChange change = table.take(*reading, TestAnswer().chunk(devices));
    change.removed = table.finish(std::move(reading), true).removed;
    return change;
}

/// How the table keeps what it holds.
class DeviceStorageTest : public QObject
{
    Q_OBJECT

private slots:
    void codesGrowWithTheWords();
    void textsMayGrowShrinkAndVanish();
    void oddTimesAreShownAsTheyCame();
    void aHundredThousandRowsStaySmall();
    void garbageOfManyRefreshesIsGivenBack();
    void theIndexFindsWhatWasPutIn();
};

void DeviceStorageTest::codesGrowWithTheWords()
{
    // Groups of their own for more devices than one byte, and than two, can tell apart; in pages that hold small codes already.
    constexpr size_t count = 70'000;
    Devices devices;
    for (size_t i = 0; i < count; ++i) {
        devices.push_back(testDevice(std::to_string(i)));
        devices.back().word(WordColumn::Group) = i % 3 == 0 ? numbered("g", i) : "few";
        devices.back().word(WordColumn::Version) = numbered("v", i % 300);
    }
    DeviceTable table;
    readAll(table, devices);
    for (size_t i = 0; i < count; i += 3)
        devices[count - 1 - i].word(WordColumn::Group) = numbered("h", i);
    readAll(table, devices);
    QVERIFY(table.wordCount(WordColumn::Group) > 0xff && table.wordCount(WordColumn::Group) < 0xffff);
    devices.front().word(WordColumn::Group).clear();
    for (size_t i = 1; i < count; i += 3)
        devices[i].word(WordColumn::Group) = numbered("i", i);
    readAll(table, devices);
    QVERIFY(table.wordCount(WordColumn::Group) > 0xffff);
    QCOMPARE(table.wordCount(WordColumn::Version), 301U);
    for (DeviceRow row = 0; row < count; ++row)
        QVERIFY(deviceAt(table, row) == devices[row]);
}

void DeviceStorageTest::textsMayGrowShrinkAndVanish()
{
    DeviceTable table;
    Devices devices{testDevice("a"), testDevice("b"), testDevice("c")};
    for (const size_t length : {4U, 40U, 127U, 128U, 3U, 0U, 65536U, 20000U, 3'000'000U, 1U, 0U}) {
        devices[1].name() = std::string(length, 'x');
        devices[1].tag() = std::string(length / 2, 'y');
        readAll(table, devices);
        for (DeviceRow row = 0; row < 3; ++row)
            QVERIFY(deviceAt(table, row) == devices[row]);
    }
}

void DeviceStorageTest::oddTimesAreShownAsTheyCame()
{
    TestDevice device = testDevice("a");
    device.marks = RowMark::oddTime;
    device.times = {1771327500000, noTime};
    device.oddTimes = {"2026-02-17T11:25:00Z", "soon"};
    DeviceTable table;
    readAll(table, {testDevice("b"), device});
    QCOMPARE(table.timeText(TimeColumn::LastSuccess, 1), u"2026-02-17T11:25:00Z"_s);
    QCOMPARE(table.timeText(TimeColumn::NextRun, 1), u"soon"_s);
    QVERIFY(table.timeText(TimeColumn::NextRun, 0).isEmpty());
    device.oddTimes[1] = "later";
    QCOMPARE(readAll(table, {testDevice("b"), device}).changed, std::vector<DeviceRow>{1});
    device.oddTimes = {};
    device.marks = 0;
    readAll(table, {testDevice("b"), device});
    QCOMPARE(table.timeText(TimeColumn::LastSuccess, 1), u"2026-02-17T11:25:00.000"_s);
}

void DeviceStorageTest::aHundredThousandRowsStaySmall()
{
    std::mt19937 random(207); // the same in every run
    constexpr qsizetype count = 100'000;
    DeviceTable table;
    readAll(table, usualFleet(count, random));
    QCOMPARE(table.liveCount(), count);
    const qsizetype perRow = table.bytesUsed() / count;
    QVERIFY2(perRow > 100 && perRow <= 140, qPrintable(QString::number(perRow)));
}

void DeviceStorageTest::garbageOfManyRefreshesIsGivenBack()
{
    std::mt19937 random(50); // the same in every run
    Devices devices = usualFleet(50'000, random);
    DeviceTable table;
    readAll(table, devices);
    const qsizetype atFirst = table.bytesUsed();
    for (size_t refresh = 0; refresh < 20; ++refresh) {
        for (size_t i = 0; i < devices.size(); ++i) {
            if (below(random, 8) == 0) // first longer, then shorter
                devices[i].tag() = std::string(1 + (refresh * 11) % 40, 't');
        }
        readAll(table, devices);
    }
    for (DeviceRow row = 0; row < devices.size(); ++row)
        QVERIFY(deviceAt(table, row) == devices[row]);
    QVERIFY2(table.bytesUsed() < atFirst * 5 / 3,
             qPrintable(QString::number(double(table.bytesUsed()) / double(atFirst))));
}

void DeviceStorageTest::theIndexFindsWhatWasPutIn()
{
    for (const quint32 hashes : {1U, 40U, 5000U}) {
        std::mt19937 random(hashes);
        RowIndex index(4);
        std::vector<std::optional<quint32>> hashOf(2000); // by number
        for (int step = 0; step < 20'000; ++step) {
            const quint32 number = static_cast<quint32>(below(random, hashOf.size()));
            if (hashOf[number]) {
                index.remove(*std::exchange(hashOf[number], std::nullopt), number);
            } else if (hashes > 1 || number < 100) {
                hashOf[number] = static_cast<quint32>(below(random, hashes)) * 0x9e3779b9U;
                index.insert(*hashOf[number], number);
            }
            const quint32 sought = static_cast<quint32>(below(random, hashOf.size()));
            const quint32 hash = hashOf[sought].value_or(0);
            const std::optional<quint32> found =
                index.find(hash, [&](quint32 each) { return each == sought; });
            QCOMPARE(found.has_value(), hashOf[sought].has_value());
        }
    }
}

QTEST_APPLESS_MAIN(DeviceStorageTest)
#include "tst_devicestorage.moc"
