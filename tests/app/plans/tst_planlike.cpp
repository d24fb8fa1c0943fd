// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planlike.h"
#include "tests/app/plans/plansample.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Plan planWithSchedule(const QByteArray &schedule)
{
    return readPlan(object(R"({"backup_id":"1","name":"n","schedule_info":)" + schedule + '}'));
}

} // namespace

/// "New plan like this one": everything that was told is taken, and everything that was not is said.
class TestPlanLike : public QObject
{
    Q_OBJECT

private slots:
    void aWholePlanLeavesNoGap()
    {
        const Plan plan = readPlan(object(wholePlan()));
        const PlanLike like = planLike(plan);
        QCOMPARE(like.gaps, QStringList());
        QCOMPARE(like.draft.name, u"Copy of files"_s);
        QVERIFY(like.draft.company.isEmpty());
        QCOMPARE(like.draft.devices.size(), planTargets(plan).size());
        QCOMPARE(like.draft.items, plan.items.value());
        QCOMPARE(like.draft.excludePartial, (QStringList{u"*.dll"_s, u"*.wab~"_s}));
        QVERIFY(like.draft.enableCdp && like.draft.excludeSystem && !like.draft.excludeHidden);
        QCOMPARE(like.draft.cdpFrequency, CdpFrequency::TenMinutes);
    }

    void theDocumentsPlanIsTaken()
    {
        const PlanLike like = planLike(readPlan(object(documentedPlan())));
        QCOMPARE(like.gaps, QStringList());
        QCOMPARE(like.draft.what, WhatToBackup::EntireMachine);
        QCOMPARE(like.draft.schedule.frequency, ScheduleFrequency::Daily);
        QCOMPARE(like.draft.schedule.dailyMode, DailyMode::Weekdays); // days MON to FRI, no daily_mode
        QCOMPARE(like.draft.schedule.time, QTime(16, 45));
        QCOMPARE(like.draft.schedule.cutOff, std::optional(QTime(9, 0)));
        QCOMPARE(like.draft.schedule.emails, QStringList{u"mark@idrive.com"_s});
        QCOMPARE(like.draft.devices.size(), 1);
    }

    void anEmptyPlanIsAllGaps()
    {
        const PlanLike like = planLike(readPlan(object(R"({"backup_id":"9"})")));
        QCOMPARE(like.draft.name, u"Copy of 9"_s);
        QCOMPARE(like.gaps.size(), 8);
        for (const QString &gap : like.gaps)
            QVERIFY2(gap.endsWith(u'.'), qPrintable(gap));
    }

    void aDailyPlanOnSomeDaysIsWeekly()
    {
        const PlanLike like = planLike(
            planWithSchedule(R"({"frequency_type":"DAILY","days":["MON","SAT"],"time":"02:00:00"})"));
        QCOMPARE(like.draft.schedule.frequency, ScheduleFrequency::Weekly);
        QVERIFY(like.draft.schedule.days.test(Qt::Monday) && like.draft.schedule.days.test(Qt::Saturday));
        QCOMPARE(like.draft.schedule.days.count(), 2U);
        QVERIFY(like.gaps.filter(u"taken as weekly"_s).size() == 1);
    }

    void strangeWordsAreNamed()
    {
        const PlanLike like = planLike(
            planWithSchedule(R"({"frequency_type":"WEEKLY","days":["MON","BLUNDAY"],"time":"2:00"})"));
        QVERIFY(like.gaps.filter(u"BLUNDAY"_s).size() == 1);
        QCOMPARE(like.draft.schedule.time, QTime(2, 0));
        const PlanLike hourly = planLike(planWithSchedule(R"({"frequency_type":"SOMETIMES"})"));
        QVERIFY(hourly.gaps.filter(u"How often it runs"_s).size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestPlanLike)
#include "tst_planlike.moc"
