// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/planclock.h"
#include "app/fleet/plansets.h"
#include "tests/app/plans/plansample.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
const CompanyKey acme{AccountId(u"a"_s), CompanyId(u"7"_s)};

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODate).toMSecsSinceEpoch();
}

// A plan with one device whose next run is \a next, by the server's clock.
Plan planOf(const QByteArray &schedule, const QByteArray &next, const QByteArray &more = {})
{
    return readPlan(
        object("{\"backup_id\":\"1\",\"name\":\"Nightly\",\"backup_set\":\"DEFAULT\"," + more
               + "\"schedule_info\":" + schedule
               + ",\"devices\":[{\"device_id\":\"d\",\"next_scheduled_backupset_name\":\"DEFAULT\","
                 "\"next_backup\":\""
               + next + "\"}]}"));
}

const QByteArray daily = R"({"frequency_type":"DAILY","daily_mode":"ALL_DAYS","time":"16:45:00"})";

} // namespace

/// What the plans of a device say of its runs and of its protection.
class TestPlanSets : public QObject
{
    Q_OBJECT

private slots:
    void clockOfTheScheduleIsToldByTheNextRun_data()
    {
        QTest::addColumn<QByteArray>("schedule");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<int>("minutes"); // ahead; -1000: not known
        const auto row = [](const char *name, const QByteArray &schedule, const char *next, int minutes) {
            QTest::newRow(name) << schedule << QByteArray(next) << minutes;
        };
        row("the document's sample: India", daily, "2026-02-17T11:15:00.000", 330);
        row("the same zone", daily, "2026-02-17T16:45:00.000", 0);
        row("New York", daily, "2026-02-17T21:45:00.000", -300);
        row("over midnight: New Zealand", daily, "2026-02-17T03:45:00.000", 780);
        row("asked to run at another time", daily, "2026-02-17T11:22:00.000", -1000);
        row("no time", daily, "soon", -1000);
        const QByteArray sundays = R"({"frequency_type":"WEEKLY","days":["SUN"],"time":"23:00:00"})";
        row("a Sunday in New York is a Monday of the server", sundays, "2026-11-30T04:00:00.000", -300);
        row("no day of the plan, in no zone", sundays, "2026-11-26T04:00:00.000", -1000);
        row("hourly", R"({"frequency_type":"HOURLY","time":"16:45:00"})", "2026-02-17T11:15:00.000", -1000);
    }

    void clockOfTheScheduleIsToldByTheNextRun()
    {
        QFETCH(const QByteArray, schedule);
        QFETCH(const QByteArray, next);
        const Plan plan = planOf(schedule, next);
        const std::optional<qint64> ahead = planClockAhead(plan, runPattern(*plan.schedule).value());
        QTEST(ahead ? int(*ahead / minute) : -1000, "minutes");
    }

    void anotherSetsRunSaysNothing()
    {
        Plan plan = planOf(daily, "2026-02-17T11:15:00.000");
        plan.set = backupSet(u"LOCAL"_s);
        QVERIFY(!planClockAhead(plan, runPattern(*plan.schedule).value()));
    }

    void dueRunIsTheLatestBeyondTheGrace()
    {
        PlanSets sets;
        const quint32 plan = sets.addPlan(acme, planOf(daily, "2026-02-17T11:15:00.000"));
        const quint32 set = sets.with(0, plan, PlanDeviceState::Applied);
        const qint64 run = utc(u"2026-02-17T11:15:00"_s); // 16:45 in India
        for (const qint64 past : {6 * hour, 6 * hour + 1, 6 * hour + day - 1}) {
            const KnownSchedule schedule = sets.schedule(set, 6 * hour, run + past);
            QVERIFY(schedule.isKnown);
            QCOMPARE(schedule.dueRun, run - scheduleTolerance);
            QCOMPARE(schedule.nextRun, run + day);
            QCOMPARE(schedule.longestGap, day);
        }
        QCOMPARE(sets.schedule(set, 6 * hour, run + 6 * hour - 1).dueRun, run - day - scheduleTolerance);
        QCOMPARE(sets.decidingPlan(set, 6 * hour, run + day), std::optional(plan));
        QVERIFY(!sets.schedule(0, 6 * hour, run).isKnown);
    }

    void planThatIsNotInForceSaysNothingOfRuns_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("schedule");
        QTest::addColumn<int>("state");
        QTest::newRow("off") << R"("is_backup_enabled":false,)"_ba << daily << int(PlanDeviceState::Applied);
        QTest::newRow("schedule off")
            << ""_ba << R"({"frequency_type":"DAILY","time":"16:45:00","scheduler_disabled":true})"_ba
            << int(PlanDeviceState::Applied);
        QTest::newRow("pending") << ""_ba << daily << int(PlanDeviceState::Pending);
        QTest::newRow("failed") << ""_ba << daily << int(PlanDeviceState::Failed);
    }

    void planThatIsNotInForceSaysNothingOfRuns()
    {
        QFETCH(const QByteArray, more);
        QFETCH(const QByteArray, schedule);
        QFETCH(const int, state);
        PlanSets sets;
        const quint32 plan = sets.addPlan(acme, planOf(schedule, "2026-02-17T11:15:00.000", more));
        const quint32 set = sets.with(0, plan, static_cast<PlanDeviceState>(state));
        const KnownSchedule known = sets.schedule(set, 6 * hour, utc(u"2026-02-20T00:00:00"_s));
        QVERIFY(!known.isKnown);
        QCOMPARE(known.longestGap, 0);
    }

    void ofTwoPlansTheMoreFrequentDecides_andAnUnknownOneLeavesItOpen()
    {
        PlanSets sets;
        const quint32 weekly =
            sets.addPlan(acme,
                         planOf(R"({"frequency_type":"WEEKLY","days":["TUE"],"time":"16:45:00"})",
                                "2026-02-17T11:15:00.000"));
        const quint32 often = sets.addPlan(acme, planOf(daily, "2026-02-17T11:15:00.000"));
        const quint32 hourly = sets.addPlan(
            acme, planOf(R"({"frequency_type":"HOURLY","time":"16:45:00"})", "2026-02-17T11:15:00.000"));
        const qint64 now = utc(u"2026-02-20T00:00:00"_s);
        const quint32 one = sets.with(0, weekly, PlanDeviceState::Listed);
        QCOMPARE(sets.schedule(one, 6 * hour, now).longestGap, 7 * day);
        QCOMPARE(sets.schedule(one, 6 * hour, now).dueRun, utc(u"2026-02-17T11:15:00"_s) - scheduleTolerance);
        const quint32 two = sets.with(one, often, PlanDeviceState::Applied);
        QCOMPARE(sets.schedule(two, 6 * hour, now).longestGap, day);
        QCOMPARE(sets.schedule(two, 6 * hour, now).dueRun, utc(u"2026-02-19T11:15:00"_s) - scheduleTolerance);
        QCOMPARE(sets.decidingPlan(two, 6 * hour, now), std::optional(often));
        QCOMPARE(sets.with(one, often, PlanDeviceState::Applied), two); // the same set once
        const quint32 three = sets.with(two, hourly, PlanDeviceState::Applied);
        QVERIFY(!sets.schedule(three, 6 * hour, now).isKnown);
        QCOMPARE(sets.schedule(three, 6 * hour, now).longestGap, 0);
    }

    void coverage_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("state"); // of the second
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *first, const char *second, PlanDeviceState state,
                            const QString &words) {
            QTest::newRow(name) << QByteArray(first) << QByteArray(second) << int(state) << words;
        };
        const char *cloud = R"({"backup_details":{"where_to_backup":"CLOUD"}})";
        const char *local = R"({"backup_details":{"where_to_backup":"LOCAL"}})";
        const char *off = R"({"is_backup_enabled":false})";
        const char *unscheduled = R"({"schedule_info":{"frequency_type":"DAILY","scheduler_disabled":true}})";
        using enum PlanDeviceState;
        row("all is well", cloud, cloud, Applied, u"covered"_s);
        row("local and cloud", local, cloud, Applied, u"covered"_s);
        row("only local", local, local, Listed, u"covered local"_s);
        row("nothing reported is not local", "{}", local, Applied, u"covered"_s);
        row("one is off", cloud, off, Applied, u"covered"_s);
        row("all are off", off, off, Applied, u"off"_s);
        row("schedules off", unscheduled, unscheduled, Applied, u"covered unscheduled"_s);
        row("one schedule off", unscheduled, cloud, Applied, u"covered"_s);
        row("off, and the other without a schedule", off, unscheduled, Applied, u"covered unscheduled"_s);
        row("pending", cloud, cloud, Pending, u"covered pending"_s);
        row("failed", off, cloud, Failed, u"failed"_s);
    }

    void coverage()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const int, state);
        PlanSets sets;
        const quint32 one = sets.addPlan(acme, readPlan(object(first)));
        const quint32 two = sets.addPlan(acme, readPlan(object(second)));
        const quint32 set =
            sets.with(sets.with(0, one, PlanDeviceState::Applied), two, static_cast<PlanDeviceState>(state));
        QStringList words;
        for (size_t i = 0; i < coverageWordCount; ++i) {
            const auto word = static_cast<CoverageWord>(i);
            if ((sets.coverage(set) & bitOf(word)) != 0)
                words << queryWord(word);
        }
        QTEST(words.join(u' '), "words");
    }
};

QTEST_GUILESS_MAIN(TestPlanSets)
#include "tst_plansets.moc"
