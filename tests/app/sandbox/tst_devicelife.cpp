// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicelife.h"
#include "app/sandbox/pretendfleet.h"
#include "app/sandbox/stamptext.h"

#include <QDateTime>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Moment someMoment =
    std::chrono::sys_days(std::chrono::year(2026) / 2 / 17) + 11h + 15min + 20s + 120ms;
constexpr std::uint32_t deviceCount = 20'000;

std::vector<PretendDevice> someDevices()
{
    const PretendFleet fleet({.companies = 38, .devices = deviceCount});
    std::vector<PretendDevice> devices;
    devices.reserve(deviceCount);
    for (std::uint32_t index = 0; index < deviceCount; ++index)
        devices.push_back(fleet.device(fleet.companyOfDevice(index), index));
    return devices;
}

DeviceLife lifeAt(const PretendDevice &device, Moment moment)
{
    return deviceLife(device, ClockReading(moment));
}

} // namespace

class TestDeviceLife : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_devices = someDevices(); }

    void pastIsPastAndNextIsADayAtMost();
    void mostAreWellAndAFewAreNot();
    void aFewChangeFromMinuteToMinute();
    void successMovesForwardOnly();
    void runStartsGoesOnAndEnds();
    void stampsAreThoseOfTheDocument();

private:
    std::vector<PretendDevice> m_devices;
};

void TestDeviceLife::pastIsPastAndNextIsADayAtMost()
{
    for (const PretendDevice &device : m_devices) {
        const DeviceLife life = lifeAt(device, someMoment);
        QVERIFY(!life.lastBackup || *life.lastBackup <= someMoment);
        QVERIFY(!life.nextBackup || *life.nextBackup <= someMoment + 24h);
        QVERIFY(life.lastBackup || life.result == BackupResult::None);
        QVERIFY(life.status == DeviceStatus::Online || life.result != BackupResult::InProgress);
    }
}

void TestDeviceLife::mostAreWellAndAFewAreNot()
{
    int fresh = 0;
    int failing = 0;
    int never = 0;
    int missed = 0;
    int weeksOld = 0;
    int running = 0;
    int offline = 0;
    for (const PretendDevice &device : m_devices) {
        const DeviceLife life = lifeAt(device, someMoment);
        fresh += life.lastBackup > someMoment - 26h;
        failing += life.result == BackupResult::Failed || life.result == BackupResult::Failure;
        never += !life.lastBackup;
        missed += life.nextBackup && *life.nextBackup < someMoment;
        weeksOld += life.lastBackup && *life.lastBackup < someMoment - 24h * 14;
        running += life.result == BackupResult::InProgress;
        offline += life.status == DeviceStatus::Offline;
    }
    const auto perMille = [](int count) {
        return count * 1000 / static_cast<int>(deviceCount);
    };
    QVERIFY2(perMille(fresh) > 930, qPrintable(QString::number(perMille(fresh))));
    QVERIFY2(perMille(failing) >= 5 && perMille(failing) <= 25,
             qPrintable(QString::number(perMille(failing))));
    QVERIFY2(perMille(never) >= 1 && perMille(never) <= 10, qPrintable(QString::number(perMille(never))));
    QVERIFY2(perMille(missed) >= 4 && perMille(missed) <= 20, qPrintable(QString::number(perMille(missed))));
    QVERIFY2(perMille(weeksOld) >= 5 && perMille(weeksOld) <= 30,
             qPrintable(QString::number(perMille(weeksOld))));
    QVERIFY2(perMille(running) >= 5 && perMille(running) <= 60,
             qPrintable(QString::number(perMille(running))));
    QVERIFY2(perMille(offline) >= 20 && perMille(offline) <= 150,
             qPrintable(QString::number(perMille(offline))));
}

void TestDeviceLife::aFewChangeFromMinuteToMinute()
{
    int changed = 0;
    for (const PretendDevice &device : m_devices)
        changed += lifeAt(device, someMoment) != lifeAt(device, someMoment + 1min);
    QVERIFY2(changed > 0 && changed < static_cast<int>(deviceCount) / 20,
             qPrintable(QString::number(changed)));
}

void TestDeviceLife::successMovesForwardOnly()
{
    for (std::size_t i = 0; i < m_devices.size(); i += 100) {
        std::optional<Moment> before;
        for (Moment moment = someMoment; moment < someMoment + 24h * 300; moment += 7h) {
            const std::optional<Moment> now = lifeAt(m_devices[i], moment).lastBackup;
            QVERIFY(now >= before); // no moment is before all moments
            before = now;
        }
    }
}

void TestDeviceLife::runStartsGoesOnAndEnds()
{
    int wholeRuns = 0;
    for (std::size_t i = 0; i < 500; ++i) {
        const DeviceLife before = lifeAt(m_devices[i], someMoment);
        if (before.result != BackupResult::Success || !before.nextBackup || *before.nextBackup < someMoment)
            continue;
        const Moment start = *before.nextBackup;
        const DeviceLife running = lifeAt(m_devices[i], start + 1min);
        if (running.result != BackupResult::InProgress) // one of its bad days
            continue;
        QVERIFY(running.lastBackup == before.lastBackup);
        QVERIFY(running.nextBackup == start + 24h);
        const DeviceLife after = lifeAt(m_devices[i], start + 80min);
        QCOMPARE(after.result, BackupResult::Success);
        QVERIFY(after.lastBackup > start && after.lastBackup < start + 80min);
        ++wholeRuns;
    }
    QVERIFY(wholeRuns > 400);
}

void TestDeviceLife::stampsAreThoseOfTheDocument()
{
    const StampText stamps{ClockReading(someMoment)};
    const auto textOf = [&stamps](std::optional<Moment> moment) {
        std::array<char, 32> text{};
        return QString::fromLatin1(text.data(), stamps.write(text.data(), moment) - text.data());
    };
    QCOMPARE(textOf({}), u"null"_s);
    QCOMPARE(textOf(someMoment), u"\"2026-02-17T11:15:20.120\""_s);
    for (Moment moment = someMoment - 24h * 259; moment < someMoment + 24h;
         moment += 5h + 13min + 7s + 29ms) {
        const QDateTime expected = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
        QCOMPARE(textOf(moment), u'"' + expected.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'"');
        QCOMPARE(static_cast<std::size_t>(textOf(moment).size()), StampText::length(moment));
    }
}

QTEST_GUILESS_MAIN(TestDeviceLife)
#include "tst_devicelife.moc"
