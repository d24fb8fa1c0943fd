// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan does that is made while the sandbox runs, without HTTP and by a clock of the test's own.
#include "app/sandbox/companyreading.h"
#include "app/sandbox/plancreation.h"
#include "app/sandbox/planrows.h"
#include "app/sandbox/sandboxstate.h"
#include "app/sandbox/seededplans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Moment someMoment = std::chrono::sys_days(std::chrono::year(2026) / 2 / 17) + 11h + 15min;

PretendPlan dailyPlan(std::chrono::seconds time)
{
    return {.id = firstCreatedPlanId, .name = "Mine", .schedule = {.time = time, .since = someMoment}};
}

} // namespace

class TestNewPlans : public QObject
{
    Q_OBJECT

private slots:
    void laterRunsFollowTheNewPlan();
    void switchedOffPlanEndsTheRuns();
    void missedRunIsMadeUpForWhenWanted();
    void cutoffCancelsARun();
    void immediatePlanRunsOnce();
    void planIsPendingUntilTheDeviceIsThere();
    void otherSetsStayAsTheyAre();
    void wholeMachinesAreWindowsAlone();
    void inactiveDevicesAreLeftOut();
    void newerPlanReplacesTheNewOne();
    void oldBookStaysAsItWas();
    void planRowsAreValidAndOfTheDeclaredSize();
    void limitsHold();
    void manyThreadsMakeDistinctPlansAndCompanies();
    void clockRunsFaster();

private:
    const PretendCompany &own() const { return m_fleet.ownCompany(); }
    CompanyReading reading(const PlanBook &book, Moment moment) const
    {
        return {m_fleet, book, own(), ClockReading(moment)};
    }
    std::vector<std::uint32_t> allTargets() const
    {
        std::vector<std::uint32_t> all;
        for (std::uint32_t index = own().devices.first; index < own().devices.last; ++index)
            all.push_back(index);
        return all;
    }
    PlanEffect effect(const PretendPlan &plan) const
    {
        return effectOf(plan, allTargets(), m_fleet, reading(m_plans, someMoment), ClockReading(someMoment));
    }
    PlanBook with(const PretendPlan &plan) const
    {
        const auto made = std::make_shared<const PretendPlan>(plan);
        return m_plans.with(0, made, effect(*made).devices);
    }
    /// How many devices of those under \a plan have a last success in this span after the plan was made.
    int successes(const PlanBook &book, Moment now, Moment from, Moment to) const
    {
        int count = 0;
        const CompanyReading company = reading(book, now);
        for (const NewPlanOfDevice &device : book.changes(0)->devices) {
            const std::optional<Moment> last =
                company.life(m_fleet.device(own(), device.index), device.index, device.plan->set).lastBackup;
            count += last >= from && last < to;
        }
        return count;
    }

    const PretendFleet m_fleet{{.companies = 1, .devices = 600}};
    const PlanBook m_plans{m_fleet};
};

void TestNewPlans::laterRunsFollowTheNewPlan()
{
    const PlanBook book = with(dailyPlan(15h));
    const Moment start = someMoment + 3h + 45min;
    const int all = static_cast<int>(book.changes(0)->devices.size());
    QVERIFY(all > 550);
    QCOMPARE(successes(book, start - 1ms, someMoment, start), 0); // nothing runs before its time
    QVERIFY(successes(book, start + 2h, start, start + 2h) > all * 8 / 10);
    QCOMPARE(successes(book, start + 23h, start + 2h, start + 24h), 0); // nor twice
    QVERIFY(successes(book, start + 26h, start + 24h, start + 26h) > all * 8 / 10);
    int planned = 0;
    const CompanyReading company = reading(book, someMoment + 1h);
    for (const NewPlanOfDevice &device : book.changes(0)->devices) {
        const PretendDevice machine = m_fleet.device(own(), device.index);
        planned += company.life(machine, device.index, BackupSet::Default).nextBackup == start;
    }
    QVERIFY(planned > all * 9 / 10);
}

void TestNewPlans::switchedOffPlanEndsTheRuns()
{
    PretendPlan plan = dailyPlan(15h);
    plan.schedule.isOff = true;
    const PlanBook book = with(plan);
    const CompanyReading before = reading(m_plans, someMoment);
    const CompanyReading after = reading(book, someMoment + 24h * 10);
    int kept = 0;
    for (const NewPlanOfDevice &device : book.changes(0)->devices) {
        const PretendDevice machine = m_fleet.device(own(), device.index);
        const BackupLife life = after.life(machine, device.index, BackupSet::Default);
        QVERIFY(!life.nextBackup);
        QVERIFY(life.lastBackup == before.life(machine, device.index, BackupSet::Default).lastBackup);
        kept += life.lastBackup.has_value();
    }
    QVERIFY(kept > 500);
}

void TestNewPlans::missedRunIsMadeUpForWhenWanted()
{
    const Moment start = someMoment + 3h + 45min;
    const auto missedAtStart = [&](bool startsMissed, Moment now) {
        PretendPlan plan = dailyPlan(15h);
        plan.schedule.startsMissed = startsMissed;
        const PlanBook book = with(plan);
        return static_cast<int>(book.changes(0)->devices.size()) - successes(book, now, start, now);
    };
    const int missed = missedAtStart(false, start + 20h);
    const int missedInTheEnd = missedAtStart(true, start + 20h);
    QVERIFY2(missed > 40, qPrintable(QString::number(missed)));
    QVERIFY2(missedInTheEnd < missed - 25, qPrintable(QString::number(missedInTheEnd)));
}

void TestNewPlans::cutoffCancelsARun()
{
    PretendPlan plan = dailyPlan(15h);
    plan.schedule.cutoff = 15h + 30min;
    const PlanBook book = with(plan);
    const CompanyReading company = reading(book, someMoment + 6h);
    int cancelled = 0;
    for (const NewPlanOfDevice &device : book.changes(0)->devices) {
        const BackupLife life =
            company.life(m_fleet.device(own(), device.index), device.index, BackupSet::Default);
        cancelled += life.result == BackupResult::Cancelled && life.began > someMoment;
        QVERIFY(!life.lastBackup || *life.lastBackup <= someMoment + 4h + 15min);
    }
    QVERIFY2(cancelled > 250, qPrintable(QString::number(cancelled)));
}

void TestNewPlans::immediatePlanRunsOnce()
{
    PretendPlan plan = dailyPlan(15h);
    plan.schedule.frequency = PlanSchedule::Frequency::Immediate;
    const PlanBook book = with(plan);
    const int all = static_cast<int>(book.changes(0)->devices.size());
    QVERIFY(successes(book, someMoment + 2h, someMoment, someMoment + 2h) > all * 7 / 10);
    QCOMPARE(successes(book, someMoment + 24h * 90, someMoment + 24h * 65, someMoment + 24h * 90), 0);
}

void TestNewPlans::planIsPendingUntilTheDeviceIsThere()
{
    const PlanBook book = with(dailyPlan(15h));
    const auto count = [&](PlanApplication wanted, Moment moment) {
        const CompanyReading company = reading(book, moment);
        return std::ranges::count_if(book.changes(0)->devices, [&](const NewPlanOfDevice &device) {
            return company.application(m_fleet.device(own(), device.index), device.index, BackupSet::Default)
                == wanted;
        });
    };
    const auto all = std::ssize(book.changes(0)->devices);
    const auto failed = count(PlanApplication::Failed, someMoment);
    QCOMPARE(count(PlanApplication::Pending, someMoment), all - failed);
    QVERIFY(failed < all / 50);
    const auto late = count(PlanApplication::Pending, someMoment + 2min);
    QVERIFY(late > 0 && late < all / 5); // those that are offline
    QVERIFY(count(PlanApplication::Pending, someMoment + 24h) < late);
    QCOMPARE(count(PlanApplication::Applied, someMoment + 24h * 90), all - failed);
}

void TestNewPlans::otherSetsStayAsTheyAre()
{
    PretendPlan plan = dailyPlan(15h);
    plan.set = BackupSet::Local;
    const PlanBook book = with(plan);
    const CompanyReading before = reading(m_plans, someMoment + 30h);
    const CompanyReading after = reading(book, someMoment + 30h);
    for (const std::uint32_t index : allTargets()) {
        const PretendDevice device = m_fleet.device(own(), index);
        QVERIFY(after.life(device, index, BackupSet::Default)
                == before.life(device, index, BackupSet::Default));
    }
}

void TestNewPlans::wholeMachinesAreWindowsAlone()
{
    PretendPlan plan = dailyPlan(15h);
    plan.set = BackupSet::EntireMachine;
    const PlanEffect whole = effect(plan);
    for (const NewPlanOfDevice &device : whole.devices)
        QCOMPARE(pretendRoles()[m_fleet.device(own(), device.index).role].os, PretendOs::Windows);
    QVERIFY(whole.applied.size() + whole.notApplied.size() < allTargets().size() * 95 / 100);
    QVERIFY(whole.applied.size() > 300);
}

void TestNewPlans::inactiveDevicesAreLeftOut()
{
    const PlanEffect made = effect(dailyPlan(15h));
    QVERIFY(!made.notApplied.empty());
    QCOMPARE(made.applied.size() + made.notApplied.size(), allTargets().size());
    QCOMPARE(made.devices.size(), made.applied.size());
    const CompanyReading company = reading(m_plans, someMoment);
    std::size_t followed = 0;
    for (const NewPlanOfDevice &device : made.devices) {
        const PretendDevice machine = m_fleet.device(own(), device.index);
        QVERIFY(!isInactive(company.life(machine, device.index).status));
        followed += company.plan(machine, device.index, BackupSet::Default) != nullptr;
    }
    QCOMPARE(made.conflicts.size(), followed);
    QVERIFY(followed > 500);
}

void TestNewPlans::newerPlanReplacesTheNewOne()
{
    const PlanBook first = with(dailyPlan(15h));
    const auto second = std::make_shared<const PretendPlan>(dailyPlan(9h));
    const std::uint32_t index = first.changes(0)->devices.front().index;
    const PlanEffect again =
        effectOf(*second, {index}, m_fleet, reading(first, someMoment + 24h), ClockReading(someMoment + 24h));
    QCOMPARE(again.conflicts.size(), std::size_t(1));
    QCOMPARE(again.conflicts.front().replacedPlan, std::string("Mine"));
    const PlanBook book = first.with(0, second, again.devices);
    QCOMPARE(book.changes(0)->devices.size(), first.changes(0)->devices.size());
    const PretendDevice device = m_fleet.device(own(), index);
    QVERIFY(reading(book, someMoment + 24h).plan(device, index, BackupSet::Default) == second.get());
}

void TestNewPlans::oldBookStaysAsItWas()
{
    const std::size_t before = m_plans.plans(0).size();
    const PlanBook book = with(dailyPlan(15h));
    QCOMPARE(m_plans.plans(0).size(), before);
    QVERIFY(!m_plans.changes(0));
    QCOMPARE(book.plans(0).size(), before + 1);
}

void TestNewPlans::planRowsAreValidAndOfTheDeclaredSize()
{
    const auto book = std::make_shared<const PlanBook>(with(dailyPlan(15h)));
    const PlanListAnswer list{book->plans(0), &own(), book, ClockReading(someMoment + 2min)};
    PlanRowStream stream(m_fleet, list);
    QByteArray text;
    int blocks = 0;
    for (std::string_view block = stream.next(); !block.empty(); block = stream.next(), ++blocks)
        text.append(block.data(), static_cast<qsizetype>(block.size()));
    QVERIFY(blocks > 1);
    QCOMPARE(static_cast<std::size_t>(text.size()), PlanRowStream::arraySize(m_fleet, list));
    const QJsonArray plans = QJsonDocument::fromJson(text).array();
    QCOMPARE(static_cast<std::size_t>(plans.size()), list.plans.size());
    const QJsonObject mine = plans.last().toObject();
    QCOMPARE(mine.value(u"name").toString(), u"Mine"_s);
    const qsizetype devices = mine.value(u"devices").toArray().size();
    QCOMPARE(devices, static_cast<qsizetype>(book->changes(0)->devices.size()));
    qsizetype named = 0;
    for (const auto *state : {u"backup_pending_on", u"backup_applied_on", u"backup_failed_on"})
        named += mine.value(QStringView(state)).toString().split(u',', Qt::SkipEmptyParts).size();
    QCOMPARE(named, devices);
}

void TestNewPlans::limitsHold()
{
    SandboxState state(m_fleet, SandboxClock(), {.companies = 1, .plans = 1, .notifications = 1});
    QVERIFY(state.createCompany(own(), "One").has_value());
    QCOMPARE(state.createCompany(own(), "Two").error().why, Refusal::TooMuchCreated);
    QVERIFY(state.createPlan(own(), dailyPlan(15h), {1}, false).has_value());
    QCOMPARE(state.createPlan(own(), dailyPlan(15h), {1}, false).error().why, Refusal::TooMuchCreated);
    QVERIFY(state.setNotification({1, "DEFAULT", "NEVER", ""}).has_value());
    QVERIFY(state.setNotification({1, "DEFAULT", "ALWAYS", "a@b.example"}).has_value());
    QCOMPARE(state.setNotification({2, "DEFAULT", "NEVER", ""}).error().why, Refusal::TooMuchCreated);
}

void TestNewPlans::manyThreadsMakeDistinctPlansAndCompanies()
{
    constexpr int each = 50;
    SandboxState state(m_fleet);
    std::array<std::vector<std::uint64_t>, 4> made;
    {
        std::vector<std::jthread> threads;
        for (std::vector<std::uint64_t> &ids : made) {
            threads.emplace_back([&state, &ids, this] {
                for (int i = 0; i < each; ++i) {
                    ids.push_back((*state.createCompany(own(), "Same"))->id);
                    ids.push_back(state.createPlan(own(), dailyPlan(15h), {7}, false)->second);
                    QVERIFY(state.company(ids[ids.size() - 2]));
                }
            });
        }
    }
    std::vector<std::uint64_t> all;
    for (const std::vector<std::uint64_t> &ids : made)
        all.insert(all.end(), ids.begin(), ids.end());
    std::ranges::sort(all);
    QCOMPARE(all.size(), std::size_t(4 * each * 2));
    QVERIFY(std::ranges::adjacent_find(all) == all.end());
    QCOMPARE(state.plans()->changes(0)->plans.size(), std::size_t(4 * each));
    QCOMPARE(state.plans()->changes(0)->devices.size(), std::size_t(1));
}

void TestNewPlans::clockRunsFaster()
{
    const SandboxClock slow;
    const SandboxClock fast(SandboxClock::fastest);
    const Moment before = fast.now();
    while (fast.now() < before + 100s) { } // a millisecond
    QVERIFY(slow.now() < fast.now());
}

QTEST_GUILESS_MAIN(TestNewPlans)
#include "tst_newplans.moc"
