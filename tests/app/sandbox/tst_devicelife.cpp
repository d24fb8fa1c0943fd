// SPDX-License-Identifier: GPL-3.0-or-later
// How devices do under the plans that they have from the beginning.
#include "app/sandbox/companyreading.h"
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

} // namespace

class TestDeviceLife : public QObject
{
    Q_OBJECT

private slots:
    void pastIsPastAndNextIsWithinAMonth();
    void mostAreWellAndAFewAreNot();
    void aFewChangeFromMinuteToMinute();
    void successMovesForwardOnly();
    void runStartsGoesOnAndEnds();
    void deviceOfNoPlanHasNoRuns();
    void stampsAreThoseOfTheDocument();

private:
    std::vector<DeviceLife> lives(Moment moment, std::uint32_t step = 1) const
    {
        std::vector<DeviceLife> lives;
        for (const PretendCompany &company : m_fleet.companies()) {
            const CompanyReading reading(m_fleet, m_plans, company, ClockReading(moment));
            for (std::uint32_t index = company.devices.first; index < company.devices.last; index += step)
                lives.push_back(reading.life(m_fleet.device(company, index), index));
        }
        return lives;
    }

    const PretendFleet m_fleet{{.companies = 38, .devices = deviceCount}};
    const PlanBook m_plans{m_fleet};
};

void TestDeviceLife::pastIsPastAndNextIsWithinAMonth()
{
    for (const DeviceLife &life : lives(someMoment)) {
        QVERIFY(!life.lastBackup || *life.lastBackup <= someMoment);
        QVERIFY(!life.nextBackup || *life.nextBackup <= someMoment + 24h * 31);
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
    for (const DeviceLife &life : lives(someMoment)) {
        fresh += life.lastBackup > someMoment - 26h;
        failing += life.result == BackupResult::Failed || life.result == BackupResult::Failure;
        never += !life.lastBackup;
        missed += life.nextBackup && *life.nextBackup < someMoment;
        weeksOld += life.lastBackup && *life.lastBackup < someMoment - 24h * 14;
        running += life.result == BackupResult::InProgress;
        offline += life.status == DeviceStatus::Offline;
    }
    const auto isWithin = [](int count, int least, int most) {
        const int perMille = count * 1000 / static_cast<int>(deviceCount);
        if (perMille < least || perMille > most)
            qWarning("%d per mille", perMille);
        return perMille >= least && perMille <= most;
    };
    QVERIFY(isWithin(fresh, 850, 960));
    QVERIFY(isWithin(failing, 3, 25));
    QVERIFY(isWithin(never, 5, 60)); // companies without a plan or with one that is off, devices in no plan
    QVERIFY(isWithin(missed, 2, 20));
    QVERIFY(isWithin(weeksOld, 5, 30));
    QVERIFY(isWithin(running, 3, 150));
    QVERIFY(isWithin(offline, 20, 150));
}

void TestDeviceLife::aFewChangeFromMinuteToMinute()
{
    const std::vector<DeviceLife> before = lives(someMoment);
    const std::vector<DeviceLife> after = lives(someMoment + 1min);
    int changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        changed += before[i] != after[i];
    QVERIFY2(changed > 0 && changed < static_cast<int>(deviceCount) / 20,
             qPrintable(QString::number(changed)));
}

void TestDeviceLife::successMovesForwardOnly()
{
    std::vector<DeviceLife> before = lives(someMoment, 100);
    for (Moment moment = someMoment; moment < someMoment + 24h * 300; moment += 7h) {
        std::vector<DeviceLife> now = lives(moment, 100);
        for (std::size_t i = 0; i < now.size(); ++i)
            QVERIFY(now[i].lastBackup >= before[i].lastBackup); // no moment is before all moments
        before = std::move(now);
    }
}

void TestDeviceLife::runStartsGoesOnAndEnds()
{
    int wholeRuns = 0;
    int missedRuns = 0;
    for (const PretendCompany &company : m_fleet.companies()) {
        for (std::uint32_t index = company.devices.first; index < company.devices.last; index += 40) {
            const PretendDevice device = m_fleet.device(company, index);
            const auto lifeAt = [&](Moment moment) {
                return CompanyReading(m_fleet, m_plans, company, ClockReading(moment)).life(device, index);
            };
            const DeviceLife before = lifeAt(someMoment);
            if (before.result != BackupResult::Success || !before.nextBackup
                || *before.nextBackup < someMoment)
                continue;
            const Moment start = *before.nextBackup;
            const DeviceLife running = lifeAt(start + 1min);
            if (running.result != BackupResult::InProgress) { // offline, or one of its bad days
                QVERIFY(lifeAt(start + 3h).lastBackup >= before.lastBackup);
                ++missedRuns;
                continue;
            }
            QVERIFY(running.lastBackup >= before.lastBackup && *running.lastBackup < start);
            QVERIFY(running.nextBackup > start);
            QCOMPARE(running.status, DeviceStatus::Online);
            const DeviceLife after = lifeAt(start + 80min);
            wholeRuns += after.result == BackupResult::Success && after.lastBackup > start;
        }
    }
    QVERIFY2(wholeRuns > 350, qPrintable(QString::number(wholeRuns)));
    QVERIFY2(missedRuns > 5 && missedRuns < 100, qPrintable(QString::number(missedRuns)));
}

void TestDeviceLife::deviceOfNoPlanHasNoRuns()
{
    int unplanned = 0;
    for (const PretendCompany &company : m_fleet.companies()) {
        const CompanyReading reading(m_fleet, m_plans, company, ClockReading(someMoment));
        for (std::uint32_t index = company.devices.first; index < company.devices.last; ++index) {
            const PretendDevice device = m_fleet.device(company, index);
            bool hasPlan = false;
            for (const BackupSet set : {BackupSet::Default, BackupSet::Local, BackupSet::EntireMachine})
                hasPlan = hasPlan || reading.plan(device, index, set);
            if (hasPlan)
                continue;
            ++unplanned;
            const DeviceLife life = reading.life(device, index);
            QVERIFY(!life.lastBackup && !life.nextBackup && life.result == BackupResult::None);
        }
    }
    QVERIFY2(unplanned > 100 && unplanned < 1500, qPrintable(QString::number(unplanned)));
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
    // Farther back and ahead than the days that are written fast.
    for (Moment moment = someMoment - 24h * 400; moment < someMoment + 24h * 400;
         moment += 5h + 13min + 7s + 29ms) {
        const QDateTime expected = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
        QCOMPARE(textOf(moment), u'"' + expected.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'"');
        QCOMPARE(static_cast<std::size_t>(textOf(moment).size()), StampText::length(moment));
    }
}

QTEST_GUILESS_MAIN(TestDeviceLife)
#include "tst_devicelife.moc"
