// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plan.h"
#include "app/plans/planrequests.h"
#include "tests/app/plans/plansample.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<QList<DeviceId>> &devices)
{
    if (!devices)
        return u"not reported"_s;
    QStringList ids;
    for (const DeviceId &device : *devices)
        ids << device.text();
    return ids.join(u'|');
}

QString shown(const QList<PlanTarget> &targets)
{
    QStringList words;
    for (const PlanTarget &target : targets)
        words << target.device.text() + u' ' + label(target.state);
    return words.join(u", "_s);
}

} // namespace

/// Plans as they are read, row by row of what is known about the API.
class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentsSampleIsRead();
    void theDocumentsDeviceIsRead();
    void aPlanWithEveryFieldIsRead();
    void Q9_planIdsAreTexts();
    void Q11_groupsKeepTheirType_data();
    void Q11_groupsKeepTheirType();
    void Q13_bothSpellings_data();
    void Q13_bothSpellings();
    void Q16_unknownWordsAreKept();
    void Q52_Q72_idsInEveryShape_data();
    void Q52_Q72_idsInEveryShape();
    void Q59_patternsAreCutAtCommas();
    void Q72_oneStateForEachDevice_data();
    void Q72_oneStateForEachDevice();
    void Q73_absentAndEmptyAreTwoThings();
    void Q74_setsAreAnOpenMap();
    void Q75_whatIsMissingIsNotReported();
    void Q76_onePlanIsChosenByItsId();
    void Q77_threeSwitches_data();
    void Q77_threeSwitches();
    void manyDevicesAreReadInTime();
};

void TestPlan::theDocumentsSampleIsRead()
{
    const Plan plan = readPlan(object(documentedPlan()));
    QCOMPARE(plan.id, PlanId(u"679251"_s));
    QCOMPARE(plan.company, CompanyId());
    QCOMPARE(plan.name, u"testingplan"_s);
    QCOMPARE(plan.set.known(), std::optional(BackupSet::EntireMachine));
    QCOMPARE(plan.isEnabled, std::optional(true));
    QCOMPARE(plan.isCdpEnabled, std::optional(false));
    QCOMPARE(plan.what.known(), std::optional(WhatToBackup::EntireMachine));
    QCOMPARE(plan.where.known(), std::optional(WhereToBackup::Cloud));
    QCOMPARE(plan.excludeSystem, std::optional(true));
    QCOMPARE(plan.excludeHidden, std::optional(true));
    QVERIFY(!plan.excludePartial && !plan.items && plan.localPath.isEmpty());
    QCOMPARE(plan.cdpFrequency.word(), QString());
    QCOMPARE(shown(plan.pendingOn), u"hflafghwiv33fwbycnzfgnpbaocbrorndnakn6uqhmbbpsbua6"_s);
    QVERIFY(!plan.appliedOn && !plan.failedOn && !plan.groups);
    QCOMPARE(shown(planTargets(plan)), u"hflafghwiv33fwbycnzfgnpbaocbrorndnakn6uqhmbbpsbua6 pending"_s);
    QCOMPARE(plan.unreadableFields, 0);
    QVERIFY(plan.otherFields.isEmpty());

    QVERIFY(plan.schedule.has_value());
    QCOMPARE(plan.schedule->time.time, QTime(16, 45));
    QCOMPARE(plan.schedule->cutOff.time, QTime(9, 0));
    QCOMPARE(plan.schedule->emails, std::optional(QStringList{u"mark@idrive.com"_s}));
    QCOMPARE(plan.schedule->mailFrequency.known(), std::optional(MailFrequency::Never));
    QCOMPARE(plan.schedule->startMissedBackup, std::optional(false));
    QCOMPARE(runDays(*plan.schedule), std::optional(mondayToFriday()));
}

void TestPlan::theDocumentsDeviceIsRead()
{
    const Plan plan = readPlan(object(documentedPlan()));
    QCOMPARE(plan.devices.value().size(), 1);
    const PlanDevice &device = plan.devices->constFirst();
    QCOMPARE(device.id, DeviceId(u"hflafghwiv33fwbycnzfgnpbaocbrorndnakn6uqhmbbpsbua6"_s));
    QCOMPARE(device.company, CompanyId(u"51324"_s));
    QCOMPARE(device.name, u"MARK-DAV1"_s);
    QCOMPARE(device.status.known(), std::optional(DeviceStatus::Online));
    QCOMPARE(device.os.known(), std::optional(DeviceOs::Windows));
    QCOMPARE(device.lastResult.known(), std::optional(LastResult::Failed)); // Q37: "Failure"
    QCOMPARE(device.version, u"6.8.2.11"_s);
    QCOMPARE(device.tag, u"Mark"_s);
    QCOMPARE(device.lastBackup, u"2026-02-17T05:39:20.120"_s); // Q36: a success beside a failure
    QCOMPARE(device.nextBackup, u"2026-02-17T11:15:00.000"_s);
    QCOMPARE(device.failureReason, QString()); // Q20: "NA"
    QCOMPARE(device.nextSet.known(), std::optional(BackupSet::Default));
    QCOMPARE(device.sets.value().size(), 3);
    QCOMPARE(device.sets->at(1),
             (PlanOfSet{backupSet(BackupSet::EntireMachine), PlanId(u"679251"_s), u"ENTIREPLAN"_s}));
    QVERIFY(device.otherFields.isEmpty());
}

void TestPlan::aPlanWithEveryFieldIsRead()
{
    const Plan plan = readPlan(object(wholePlan()));
    QCOMPARE(plan.company, CompanyId(u"51324"_s));
    QCOMPARE(plan.cdpFrequency.known(), std::optional(CdpFrequency::TenMinutes));
    QCOMPARE(plan.items, std::optional(QStringList{u"[All Profiles Folder]"_s, u"C:\\Data\\Finance\\"_s}));
    QCOMPARE(plan.localPath, u"D:\\Backups"_s);
    QCOMPARE(plan.devices->constFirst().group, u"Office"_s);
    QCOMPARE(plan.groups, std::optional(QList<PlanGroup>{{QJsonValue(77), u"Office"_s}}));
    QCOMPARE(shown(planTargets(plan)), u"dev-a applied, dev-b applied, dev-c pending, dev-d failed"_s);
    QCOMPARE(plan.unreadableFields, 0);
    QVERIFY(plan.otherFields.isEmpty() && plan.schedule->otherFields.isEmpty());
}

void TestPlan::Q9_planIdsAreTexts()
{
    QCOMPARE(readPlan(object(R"({"backup_id": 679251})")).id, PlanId(u"679251"_s));
    QCOMPARE(readPlan(object(R"({"backup_id": " 9007199254740993 "})")).id, PlanId(u"9007199254740993"_s));
    const Plan odd = readPlan(object(R"({"backup_id": 1.5, "name": "kept"})"));
    QVERIFY(odd.id.isEmpty());
    QCOMPARE(odd.name, u"kept"_s);
    QCOMPARE(odd.unreadableFields, 1);
}

void TestPlan::Q11_groupsKeepTheirType_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QByteArray>("ids"); // as they would go back; "not reported" when nothing was said
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("unreadable");
    QTest::newRow("numbers") << "[77, 78]"_ba << "[77,78]"_ba << u"|"_s << 0;
    QTest::newRow("strings") << R"(["77", "078"])"_ba << R"(["77","078"])"_ba << u"|"_s << 0;
    QTest::newRow("a large number") << "[9007199254740993]"_ba << "[9007199254740993]"_ba << QString() << 0;
    QTest::newRow("objects") << R"([{"id": 7}, {"group_id": "8", "name": "B"}, {"group_name": "C"}])"_ba
                             << R"([7,"8",null])"_ba << u"|B|C"_s << 0;
    QTest::newRow("one number") << "77"_ba << "[77]"_ba << QString() << 0;
    QTest::newRow("comma string") << R"("77, 78")"_ba << R"(["77","78"])"_ba << u"|"_s << 0;
    QTest::newRow("one object") << R"({"id": 7, "name": "A"})"_ba << "[7]"_ba << u"A"_s << 0;
    QTest::newRow("none") << "[]"_ba << "[]"_ba << QString() << 0;
    QTest::newRow("empty text") << "\"\""_ba << "[]"_ba << QString() << 0;
    QTest::newRow("null") << "null"_ba << "not reported"_ba << QString() << 0;
    QTest::newRow("rubbish") << R"([true, {}, [1], "", {"id": []}])"_ba << "[]"_ba << QString() << 4;
}

void TestPlan::Q11_groupsKeepTheirType()
{
    QFETCH(const QByteArray, groups);
    const Plan plan = readPlan(object("{\"groups\":" + groups + '}'));
    QJsonArray ids;
    QStringList names;
    for (const PlanGroup &group : plan.groups.value_or(QList<PlanGroup>())) {
        ids << group.id;
        names << group.name;
    }
    QTEST(plan.groups ? QJsonDocument(ids).toJson(QJsonDocument::Compact) : "not reported"_ba, "ids");
    QTEST(names.join(u'|'), "names");
    QTEST(plan.unreadableFields, "unreadable");
}

void TestPlan::Q13_bothSpellings_data()
{
    QTest::addColumn<QByteArray>("ofTheAnswer");
    QTest::addColumn<QByteArray>("ofTheRequest");
    const auto row = [](const char *answer, const char *request) {
        QTest::newRow(answer) << QByteArray(answer) << QByteArray(request);
    };
    row(R"({"schedule_info":{"time":"16:45:00"}})", R"({"scheduler":{"time":"16:45:00"}})");
    row(R"({"schedule_info":{"scheduler_disabled":true}})", R"({"schedule_info":{"disable_schedule":true}})");
    row(R"({"schedule_info":{"email":"a@b.c"}})", R"({"schedule_info":{"emails":["a@b.c"]}})");
    row(R"({"schedule_info":{"send_email_notification":"NEVER"}})", R"({"schedule_info":{"type":"NEVER"}})");
    row(R"({"cdp_enabled":true})", R"({"enable_cdp":true})");
    row(R"({"groups":[7]})", R"({"group_ids":[7]})");
    row(R"({"name":"x"})", R"({"backup_name":"x"})");
    row(R"({"name":"x"} )", R"({"plan_name":"x"})");
}

void TestPlan::Q13_bothSpellings()
{
    QFETCH(const QByteArray, ofTheAnswer);
    QFETCH(const QByteArray, ofTheRequest);
    const Plan plan = readPlan(object(ofTheAnswer));
    QCOMPARE(plan, readPlan(object(ofTheRequest)));
    QVERIFY(plan != readPlan({}));
    QVERIFY(plan.otherFields.isEmpty());
}

void TestPlan::Q16_unknownWordsAreKept()
{
    const Plan plan = readPlan(object(
        R"({"backup_set":"M365","cdp_frequency":"HOURLY","backup_details":{"what_to_backup":"MAILBOX",)"
        R"("where_to_backup":"TAPE"},"schedule_info":{"frequency_type":"FORTNIGHTLY"},"devices":[{"status":"asleep"}]})"));
    QCOMPARE(label(plan.set), u"M365"_s);
    QCOMPARE(label(plan.cdpFrequency), u"HOURLY"_s);
    QCOMPARE(label(plan.what), u"MAILBOX"_s);
    QCOMPARE(label(plan.where), u"TAPE"_s);
    QCOMPARE(label(plan.schedule->frequency), u"FORTNIGHTLY"_s);
    QCOMPARE(label(plan.devices->constFirst().status), u"asleep"_s);
    QVERIFY(!plan.set.known() && !plan.what.known() && !plan.where.known()
            && !plan.schedule->frequency.known());
    QCOMPARE(plan.unreadableFields, 0);
}

void TestPlan::Q52_Q72_idsInEveryShape_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<int>("unreadable");
    const auto row = [](const char *value, const char *ids, int unreadable = 0) {
        QTest::newRow(value) << QByteArray(value) << QString::fromLatin1(ids) << unreadable;
    };
    row("", "not reported");
    row("null", "not reported");
    row(R"("NA")", "not reported");
    row(R"("")", "");
    row(R"(" ")", "");
    row("[]", "");
    row(R"("a")", "a");
    row(R"("a,b")", "a|b");
    row(R"("a, b")", "a|b");
    row(R"("a,b,")", "a|b");
    row(R"(",a,,b , ")", "a|b");
    row(R"("a,b,a")", "a|b");
    row(R"(["a","b"])", "a|b");
    row(R"(["a,b"," c "])", "a|b|c");
    row(R"([{"device_id":"a"},{"device_id":"b","name":"x"}])", "a|b");
    row(R"([{"id":"a"}])", "a");
    row(R"({"device_id":"a"})", "a");
    row("17", "17");
    row(R"(["a",true,null,{"name":"x"},[1],"b"])", "a|b", 3);
    row("true", "", 1);
    row("1e308", "", 1);
    row("{}", "", 1);
}

void TestPlan::Q52_Q72_idsInEveryShape()
{
    QFETCH(const QByteArray, value);
    const auto name = QByteArrayList{"backup_applied_on", "backup_pending_on", "backup_failed_on"};
    for (int i = 0; i < 3; ++i) {
        const Plan plan = readPlan(object(value.isEmpty() ? "{}"_ba : "{\"" + name[i] + "\":" + value + '}'));
        QTEST(shown(i == 0 ? plan.appliedOn : i == 1 ? plan.pendingOn : plan.failedOn), "ids");
        QTEST(plan.unreadableFields, "unreadable");
    }
}

void TestPlan::Q59_patternsAreCutAtCommas()
{
    QCOMPARE(readPlan(object(R"({"exclude_partial":"*.dll, *.wab~,\n*.wim"})")).excludePartial,
             std::optional(QStringList{u"*.dll"_s, u"*.wab~"_s, u"*.wim"_s}));
    QCOMPARE(readPlan(object(R"({"exclude_partial":["*.dll","*.wim"]})")).excludePartial,
             std::optional(QStringList{u"*.dll"_s, u"*.wim"_s}));
    QCOMPARE(readPlan(object(R"({"exclude_partial":""})")).excludePartial, std::optional(QStringList()));
    // a path may hold a comma
    QCOMPARE(readPlan(object(R"({"backup_details":{"items_to_backup":"C:\\a,b\\ "}})")).items,
             std::optional(QStringList{u"C:\\a,b\\ "_s}));
}

void TestPlan::Q72_oneStateForEachDevice_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QString>("targets");
    QTest::newRow("listed only") << R"({"devices":[{"device_id":"a"}]})"_ba << u"a listed"_s;
    QTest::newRow("applied over listed")
        << R"({"devices":[{"device_id":"a"}],"backup_applied_on":"a"})"_ba << u"a applied"_s;
    QTest::newRow("pending over applied")
        << R"({"backup_pending_on":"a","backup_applied_on":"a"})"_ba << u"a pending"_s;
    QTest::newRow("failed over all")
        << R"({"devices":[{"device_id":"a"}],"backup_pending_on":"a","backup_applied_on":"a","backup_failed_on":"a"})"_ba
        << u"a failed"_s;
    QTest::newRow("each its own, devices first")
        << R"({"devices":[{"device_id":"z"},{"device_id":"b"}],"backup_applied_on":"a,b","backup_failed_on":["c"]})"_ba
        << u"z listed, b applied, a applied, c failed"_s;
    QTest::newRow("a device without an id") << R"({"devices":[{"name":"x"}]})"_ba << QString();
    QTest::newRow("nothing said") << "{}"_ba << QString();
}

void TestPlan::Q72_oneStateForEachDevice()
{
    QFETCH(const QByteArray, plan);
    QTEST(shown(planTargets(readPlan(object(plan)))), "targets");
}

void TestPlan::Q73_absentAndEmptyAreTwoThings()
{
    const Plan empty =
        readPlan(object(R"({"devices":[],"groups":[],"schedule_info":{"days":[],"email":""}})"));
    QVERIFY(empty.devices && empty.devices->isEmpty());
    QVERIFY(empty.groups && empty.groups->isEmpty());
    QVERIFY(empty.schedule->days && empty.schedule->days->none());
    QVERIFY(empty.schedule->emails && empty.schedule->emails->isEmpty());
    const Plan absent = readPlan(object(R"({"schedule_info":{"time":null}})"));
    QVERIFY(!absent.devices && !absent.groups && !absent.schedule->days && !absent.schedule->emails);
}

void TestPlan::Q74_setsAreAnOpenMap()
{
    const Plan plan = readPlan(object(
        R"({"devices":[{"device_id":"a","user_backup_sets":{"DEFAULT":null,"M365":{"backup_id":5,"plan_name":"p"},"X":[]}}]})"));
    const QList<PlanOfSet> sets = plan.devices->constFirst().sets.value();
    QCOMPARE(sets.size(), 3);
    QCOMPARE(sets[0], (PlanOfSet{backupSet(BackupSet::Default), {}, {}}));
    QCOMPARE(sets[1].set.word(), u"M365"_s);
    QCOMPARE(sets[1].plan, PlanId(u"5"_s));
    QCOMPARE(sets[1].name, u"p"_s);
    QCOMPARE(plan.unreadableFields, 1); // X
}

void TestPlan::Q75_whatIsMissingIsNotReported()
{
    const Plan plan = readPlan(object(R"({"backup_id":"1"})"));
    QVERIFY(!plan.isEnabled && !plan.isCdpEnabled && !plan.items && !plan.excludeHidden && !plan.excludeSystem
            && !plan.excludePartial && !plan.schedule && !plan.devices && !plan.groups);
    QVERIFY(plan.set.word().isEmpty() && plan.what.word().isEmpty() && plan.where.word().isEmpty()
            && plan.cdpFrequency.word().isEmpty() && plan.localPath.isEmpty());
    QCOMPARE(plan.unreadableFields, 0);
}

void TestPlan::Q76_onePlanIsChosenByItsId()
{
    const auto request = planById(CompanyId(u"51324"_s), PlanId(u"679251"_s));
    QCOMPARE(request.path, u"/backup_plan"_s);
    QCOMPARE(request.query.size(), 2);
    QCOMPARE(request.query[0].name + u'=' + request.query[0].value, u"company_id=51324"_s);
    QCOMPARE(request.query[1].name + u'=' + request.query[1].value, u"backup_id=679251"_s);

    const auto chosen = [&request](const QByteArray &answer) {
        const auto plans = request.read(QJsonDocument::fromJson(answer));
        return plans ? planIn(*plans, PlanId(u"679251"_s)) : std::nullopt;
    };
    QVERIFY(chosen('[' + documentedPlan() + ']').has_value());
    QVERIFY(chosen(documentedPlan()).has_value()); // Q90
    QCOMPARE(chosen(R"([{"backup_id":"1","name":"no"},{"backup_id":679251,"name":"yes"}])").value().name,
             u"yes"_s);
    for (const char *none : {"[]", "{}", "null", R"([{"backup_id":"1","name":"679251"}])"})
        QVERIFY2(!chosen(none).has_value(), none);
    const auto odd = request.read(QJsonDocument::fromJson("[1]"));
    QVERIFY(!odd.has_value());
    QCOMPARE(odd.error().kind, ErrorKind::Unreadable);
}

void TestPlan::Q77_threeSwitches_data()
{
    QTest::addColumn<int>("bits");
    for (int bits = 0; bits < 8; ++bits)
        QTest::addRow("%d", bits) << bits;
}

void TestPlan::Q77_threeSwitches()
{
    QFETCH(const int, bits);
    const Plan plan =
        readPlan({{u"is_backup_enabled"_s, bool(bits & 1)},
                  {u"cdp_enabled"_s, bool(bits & 2)},
                  {u"schedule_info"_s, QJsonObject{{u"scheduler_disabled"_s, bool(bits & 4)}}}});
    QCOMPARE(plan.isEnabled, std::optional(bool(bits & 1)));
    QCOMPARE(plan.isCdpEnabled, std::optional(bool(bits & 2)));
    QCOMPARE(plan.schedule->isDisabled, std::optional(bool(bits & 4)));
}

void TestPlan::manyDevicesAreReadInTime()
{
    QStringList ids;
    for (int i = 0; i < 50'000; ++i)
        ids << u"device-"_s + QString::number(i);
    const Plan plan =
        readPlan({{u"backup_applied_on"_s, ids.join(u',')}, {u"backup_failed_on"_s, ids.join(u',')}});
    QCOMPARE(planTargets(plan).size(),
             ids.size()); // a comparison of each with each would miss the test's own limit
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
