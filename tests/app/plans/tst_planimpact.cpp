// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planimpact.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ChosenDevice device(const QString &id, const QString &os = u"windows"_s, const QString &status = u"online"_s)
{
    return {DeviceId(id), id.toUpper(), deviceOs(os), deviceStatus(status)};
}

Plan plan(const QString &id, const QString &name, BackupSet set, const QStringList &devices)
{
    Plan plan;
    plan.id = PlanId(id);
    plan.name = name;
    plan.set = backupSet(set);
    plan.appliedOn.emplace();
    for (const QString &device : devices)
        plan.appliedOn->append(DeviceId(device));
    return plan;
}

PlanDraft draftFor(const QStringList &devices)
{
    PlanDraft draft{.name = u"new"_s};
    for (const QString &device : devices)
        draft.devices.append(DeviceId(device));
    return draft;
}

QString lines(const PlanImpact &impact)
{
    static constexpr QStringView marks = u"RFLN";
    QStringList lines;
    for (const DeviceEffect &effect : impact.devices)
        lines << marks[static_cast<qsizetype>(effect.kind)] + effect.device.id.text() + u':' + effect.planNow;
    return lines.join(u' ');
}

} // namespace

/// Who gets the new plan, who loses what, and who is left out.
class TestPlanImpact : public QObject
{
    Q_OBJECT

private slots:
    void F48_ownReadingTellsWhoLosesWhat()
    {
        const QList<Plan> known{plan(u"1"_s, u"nightly"_s, BackupSet::Default, {u"a"_s, u"b"_s}),
                                plan(u"2"_s, u"disk"_s, BackupSet::Local, {u"c"_s})};
        const QList<ChosenDevice> chosen{device(u"a"_s), device(u"b"_s, u"windows"_s, u"blocked"_s),
                                         device(u"c"_s)};
        const PlanImpact impact = planImpact(draftFor({u"a"_s, u"b"_s, u"c"_s}), chosen, known);
        QCOMPARE(lines(impact), u"Ra:nightly Fc: Lb:nightly"_s);
        QCOMPARE(impact.count(PlanEffectKind::Replaced), 1);
    }

    void anotherSetIsNotReplaced()
    {
        const QList<Plan> known{plan(u"1"_s, u"nightly"_s, BackupSet::Default, {u"a"_s})};
        PlanDraft draft = draftFor({u"a"_s});
        draft.where = WhereToBackup::Local;
        QCOMPARE(lines(planImpact(draft, {device(u"a"_s)}, known)), u"Fa:"_s);
    }

    void entireMachinesLeaveOutMacAndLinux()
    {
        PlanDraft draft = draftFor({u"a"_s, u"b"_s, u"c"_s});
        draft.what = WhatToBackup::EntireMachine;
        const QList<ChosenDevice> chosen{device(u"a"_s, u"linux"_s), device(u"b"_s),
                                         device(u"c"_s, u"mac"_s)};
        QCOMPARE(lines(planImpact(draft, chosen, {})), u"Fb: La: Lc:"_s);
    }

    void theAnswerCountsMore()
    {
        const QList<ChosenDevice> chosen{device(u"a"_s), device(u"b"_s), device(u"c"_s), device(u"d"_s)};
        PlanCreated answer;
        answer.conflicts = {{DeviceId(u"a"_s), u"old"_s}};
        answer.applied = {DeviceId(u"a"_s), DeviceId(u"b"_s)};
        answer.notApplied = {DeviceId(u"c"_s)};
        const PlanImpact impact = planImpact(draftFor({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), chosen, {}, &answer);
        QCOMPARE(lines(impact), u"Ra:old Fb: Lc: Nd:"_s);
    }

    void theDevicesOwnMapOfSetsCountsMoreThanLists()
    {
        Plan listing = plan(u"1"_s, u"nightly"_s, BackupSet::Default, {u"a"_s});
        PlanDevice row{.id = DeviceId(u"a"_s)};
        row.sets = QList<PlanOfSet>{{backupSet(BackupSet::Default), PlanId(u"9"_s), u"other"_s}};
        listing.devices = QList<PlanDevice>{row};
        QCOMPARE(lines(planImpact(draftFor({u"a"_s}), {device(u"a"_s)}, {listing})), u"Ra:other"_s);
    }

    void theSituationChangesWithThePlansOfItsDevicesOnly()
    {
        const PlanDraft draft = draftFor({u"a"_s});
        const QList<Plan> before{plan(u"1"_s, u"nightly"_s, BackupSet::Default, {u"a"_s})};
        QList<Plan> after = before + QList{plan(u"2"_s, u"disk"_s, BackupSet::Default, {u"b"_s})};
        QCOMPARE(planSituation(draft, after), planSituation(draft, before));
        after.append(plan(u"3"_s, u"colleague's"_s, BackupSet::Default, {u"a"_s}));
        QVERIFY(planSituation(draft, after) != planSituation(draft, before));
        QVERIFY(planSituation(draft, {}) != planSituation(draft, before));
        // a plan that bears its name counts too: the answer may have been lost once already
        QVERIFY(planSituation(draft, before + QList{plan(u"4"_s, u"NEW"_s, BackupSet::Local, {})})
                != planSituation(draft, before));
    }
};

QTEST_GUILESS_MAIN(TestPlanImpact)
#include "tst_planimpact.moc"
