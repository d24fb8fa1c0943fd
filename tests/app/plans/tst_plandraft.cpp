// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planrequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

PlanDraft draft()
{
    PlanDraft draft;
    draft.company = CompanyId(u"14366"_s);
    draft.devices = {DeviceId(u"dev-a"_s)};
    draft.name = u"files"_s;
    draft.items = {u"[All Profiles Folder]"_s};
    return draft;
}

// Every field holds something, whether or not it goes with the choices.
PlanDraft fullDraft()
{
    PlanDraft full = draft();
    full.groups = {{QJsonValue(77), {}}, {QJsonValue(u"g"_s), {}}};
    full.localPath = u"D:\\"_s;
    full.excludeHidden = true;
    full.excludePartial = {u"*.dll"_s, u"*.wim"_s};
    full.schedule.startMissedBackup = true;
    full.schedule.time = QTime(16, 45, 1);
    full.schedule.dates = {std::bitset<32>().set(1).set(31), true};
    full.schedule.days.set(Qt::Monday).set(Qt::Saturday);
    full.schedule.emails = {u"a@b.cd"_s};
    full.schedule.cutOff = QTime(7, 0);
    return full;
}

QByteArray written(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

QJsonObject scheduler(const PlanDraft &draft)
{
    return planBody(draft)["scheduler"_L1].toObject();
}

// The names of the request as those of the answer (API document, "Create Backup Plan" and "Fetch Backup Plan").
QJsonObject asAnswered(QJsonObject body)
{
    const auto rename = [](QJsonObject &object, QLatin1StringView from, QLatin1StringView to) {
        if (object.contains(from))
            object[to] = object.take(from);
    };
    QJsonObject schedule = body.take("scheduler"_L1).toObject();
    rename(schedule, "disable_schedule"_L1, "scheduler_disabled"_L1);
    body["schedule_info"_L1] = schedule;
    rename(body, "enable_cdp"_L1, "cdp_enabled"_L1);
    rename(body, "group_ids"_L1, "groups"_L1);
    rename(body, "device_ids"_L1, "backup_applied_on"_L1);
    return body;
}

} // namespace

/// What goes out for a draft.
class TestPlanDraft : public QObject
{
    Q_OBJECT

private slots:
    void Q3_Q62_theDocumentsSampleGoesOutMended();
    void Q5_pathsGoOutAsTyped_data();
    void Q5_pathsGoOutAsTyped();
    void Q8_Q26_theCompanyIsAlwaysNamed();
    void Q11_groupsGoBackInTheirType();
    void Q50_dryRunStandsInTheQueryAlone();
    void Q56_nothingOfFilesForAnEntireMachine();
    void Q57_theLocalPathGoesWithLocalOnly();
    void Q58_eachItemOnce();
    void Q59_patternsAreJoined();
    void Q60_Q69_timeGoesWithEveryFrequency();
    void Q61_cutOffIsATextOrAbsent();
    void Q65_onlyTheFieldsOfTheFrequency_data();
    void Q65_onlyTheFieldsOfTheFrequency();
    void Q67_cdpFrequencyGoesWithCdpOnly();
    void Q70_addressesUnlessNever();
    void Q71_Q96_theNameGoesOutTrimmedAndComposed();
    void G10_everyPlanComesBackFromItsAnswer_data();
    void G10_everyPlanComesBackFromItsAnswer();
    void G10_everyScheduleComesBackFromItsAnswer_data();
    void G10_everyScheduleComesBackFromItsAnswer();
};

void TestPlanDraft::Q3_Q62_theDocumentsSampleGoesOutMended()
{
    PlanDraft sample = draft();
    sample.devices = {DeviceId(u"1l3d3bxrgf2fpwblc5qoyiezihz5behf6lbab6ljsngkomgonx"_s)};
    sample.name = u"namechange_new_1"_s;
    sample.schedule.frequency = ScheduleFrequency::Monthly;
    sample.schedule.time = QTime(17, 40, 30);
    sample.schedule.months = Months().set(1).set(2);
    sample.schedule.dates.days.set(23).set(25);
    sample.schedule.days.set(Qt::Sunday).set(Qt::Monday); // of another frequency: not sent
    sample.schedule.cutOff = QTime(7, 0);
    sample.schedule.mailFrequency = MailFrequency::Always;
    sample.schedule.emails = {u"mark@idrive.com"_s};
    sample.excludeHidden = true;
    sample.excludeSystem = true;
    sample.enableCdp = true;
    sample.excludePartial = {u"*.appicon"_s, u"*.wab~"_s};
    const auto request = createPlan(sample, DryRun::No);
    QVERIFY(request.verb == WriteVerb::Post);
    QCOMPARE(request.path, u"/backup_plan"_s);
    QVERIFY(request.query.isEmpty());
    QCOMPARE(
        written(request.body),
        R"({"backup_details":{"items_to_backup":["[All Profiles Folder]"],"what_to_backup":"FILE_FOLDER","where_to_backup":"CLOUD"},)"
        R"("cdp_frequency":"TEN_MINUTES","company_id":14366,)"
        R"("device_ids":["1l3d3bxrgf2fpwblc5qoyiezihz5behf6lbab6ljsngkomgonx"],"enable_cdp":true,)"
        R"("exclude_hidden":true,"exclude_partial":"*.appicon,*.wab~","exclude_system":true,"name":"namechange_new_1",)"
        R"("scheduler":{"cutoff_time":"07:00:00","dates":["23","25"],"disable_schedule":false,"email":["mark@idrive.com"],)"
        R"("frequency_type":"MONTHLY","months":["JANUARY","FEBRUARY"],"send_email_notification":"ALWAYS",)"
        R"("start_missed_backup":false,"time":"17:40:30"}})"_ba);
}

void TestPlanDraft::Q5_pathsGoOutAsTyped_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {R"(C:\Data\*.log)", R"(C:\Data\Finance\)", R"(C:\Users\*\Desktop\)", "/Users/JOHN/Desktop/*.txt",
          "%ALLUSERSPROFILE%", R"(\\server\share\"quoted")", " leading and trailing ", "ünïcödé/日本/😀",
          "[PROFILEDEFAULTFOLDERS]", "a,b", "tab\there"})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void TestPlanDraft::Q5_pathsGoOutAsTyped()
{
    QFETCH(const QString, path);
    PlanDraft typed = draft();
    typed.items = {path};
    const QJsonObject sent = QJsonDocument::fromJson(written(planBody(typed))).object();
    QCOMPARE(sent["backup_details"_L1]["items_to_backup"_L1].toArray(), QJsonArray{path});
    QCOMPARE(readPlan(asAnswered(sent)).items, std::optional(QStringList{path}));
}

void TestPlanDraft::Q8_Q26_theCompanyIsAlwaysNamed()
{
    PlanDraft large = draft();
    large.company = CompanyId(u"9007199254740993"_s);
    QVERIFY(written(planBody(large)).contains("\"company_id\":9007199254740993,"));
    large.company = CompanyId(u"99999999999999999999"_s);
    QVERIFY(written(planBody(large)).contains("\"company_id\":\"99999999999999999999\","));
    QVERIFY(planBody(PlanDraft()).contains("company_id"_L1));
}

void TestPlanDraft::Q11_groupsGoBackInTheirType()
{
    PlanDraft grouped = draft();
    grouped.devices = {};
    grouped.groups = {{QJsonValue(77), {}}, {QJsonValue(u"077"_s), u"B"_s}, typedGroup(u" 78 "_s),
                      typedGroup(u"abc"_s), {QJsonValue(77), {}},           {QJsonValue(), u"name only"_s}};
    const QJsonObject body = planBody(grouped);
    QCOMPARE(QJsonDocument(body["group_ids"_L1].toArray()).toJson(QJsonDocument::Compact),
             R"([77,"077",78,"abc"])"_ba);
    QVERIFY(!body.contains("device_ids"_L1));
    QVERIFY(!planBody(draft()).contains("group_ids"_L1));
}

void TestPlanDraft::Q50_dryRunStandsInTheQueryAlone()
{
    const auto dry = createPlan(draft(), DryRun::Yes);
    QCOMPARE(dry.query.size(), 1);
    QCOMPARE(dry.query[0].name + u'=' + dry.query[0].value, u"dry_run=true"_s);
    QCOMPARE(dry.body, createPlan(draft(), DryRun::No).body);
    QVERIFY(!written(dry.body).contains("dry"));
}

void TestPlanDraft::Q56_nothingOfFilesForAnEntireMachine()
{
    PlanDraft machine = draft();
    machine.what = WhatToBackup::EntireMachine;
    machine.excludeHidden = machine.excludeSystem = machine.enableCdp = true;
    machine.excludePartial = {u"*.x"_s};
    const QJsonObject body = planBody(machine);
    QCOMPARE(body.keys(),
             (QStringList{u"backup_details"_s, u"company_id"_s, u"device_ids"_s, u"name"_s, u"scheduler"_s}));
    QCOMPARE(written(body["backup_details"_L1]),
             R"({"what_to_backup":"ENTIRE_MACHINE","where_to_backup":"CLOUD"})"_ba);
}

void TestPlanDraft::Q57_theLocalPathGoesWithLocalOnly()
{
    PlanDraft local = draft();
    local.localPath = u"C:\\Users\\Mark\\IDrive360LocalDest"_s;
    QVERIFY(!planBody(local)["backup_details"_L1].toObject().contains("local_dest_path"_L1));
    local.where = WhereToBackup::Local;
    QCOMPARE(planBody(local)["backup_details"_L1]["local_dest_path"_L1].toString(), local.localPath);
    local.localPath.clear();
    QVERIFY(!planBody(local)["backup_details"_L1].toObject().contains("local_dest_path"_L1));
}

void TestPlanDraft::Q58_eachItemOnce()
{
    PlanDraft many = draft();
    many.items = {u"a"_s, u"A"_s, u"a"_s, u""_s, u" a"_s};
    many.devices = {DeviceId(u"x"_s), DeviceId(u"X"_s), DeviceId(u"x"_s)};
    QCOMPARE(planBody(many)["backup_details"_L1]["items_to_backup"_L1].toArray(),
             (QJsonArray{u"a"_s, u"A"_s, u" a"_s}));
    QCOMPARE(planBody(many)["device_ids"_L1].toArray(), (QJsonArray{u"x"_s, u"X"_s}));
}

void TestPlanDraft::Q59_patternsAreJoined()
{
    PlanDraft some = draft();
    some.excludePartial = {u" *.dll"_s, u"*.wab~\n"_s, u""_s, u"*.dll"_s};
    QCOMPARE(planBody(some)["exclude_partial"_L1].toString(), u"*.dll,*.wab~"_s);
    QVERIFY(!planBody(draft()).contains("exclude_partial"_L1));
}

void TestPlanDraft::Q60_Q69_timeGoesWithEveryFrequency()
{
    PlanDraft timed = draft();
    timed.schedule.isDisabled = true;
    timed.schedule.time = QTime(4, 5);
    for (const ScheduleFrequency frequency : allScheduleFrequencies) {
        timed.schedule.frequency = frequency;
        const QJsonObject sent = scheduler(timed);
        QCOMPARE(sent["time"_L1].toString(), u"04:05:00"_s);
        QCOMPARE(sent["frequency_type"_L1].toString(), wireWord(frequency));
        QCOMPARE(sent["disable_schedule"_L1], QJsonValue(true));
    }
}

void TestPlanDraft::Q61_cutOffIsATextOrAbsent()
{
    PlanDraft cut = draft();
    QVERIFY(!scheduler(cut).contains("cutoff_time"_L1));
    cut.schedule.cutOff = QTime(0, 0);
    QCOMPARE(scheduler(cut)["cutoff_time"_L1], QJsonValue(u"00:00:00"_s));
}

void TestPlanDraft::Q65_onlyTheFieldsOfTheFrequency_data()
{
    QTest::addColumn<int>("frequency");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("MONTHLY") << int(ScheduleFrequency::Monthly)
                             << R"({"dates":["1","LAST_DAY"],"months":["ALL"]})"_ba;
    QTest::newRow("WEEKLY") << int(ScheduleFrequency::Weekly) << R"({"days":["SUN","FRI"]})"_ba;
    QTest::newRow("DAILY") << int(ScheduleFrequency::Daily) << R"({"daily_mode":"WEEKDAYS"})"_ba;
    QTest::newRow("HOURLY") << int(ScheduleFrequency::Hourly) << "{}"_ba;
    QTest::newRow("IMMEDIATE") << int(ScheduleFrequency::Immediate) << "{}"_ba;
}

void TestPlanDraft::Q65_onlyTheFieldsOfTheFrequency()
{
    QFETCH(const int, frequency);
    PlanDraft chosen = draft();
    chosen.schedule.frequency = static_cast<ScheduleFrequency>(frequency);
    chosen.schedule.dates.days.set(1);
    chosen.schedule.dates.lastDay = true;
    chosen.schedule.days.set(Qt::Friday).set(Qt::Sunday);
    chosen.schedule.dailyMode = DailyMode::Weekdays;
    QJsonObject sent = scheduler(chosen);
    for (const char *always :
         {"disable_schedule", "start_missed_backup", "frequency_type", "time", "send_email_notification"})
        QVERIFY2(!sent.take(QLatin1StringView(always)).isUndefined(), always);
    QTEST(written(sent), "fields");
}

void TestPlanDraft::Q67_cdpFrequencyGoesWithCdpOnly()
{
    PlanDraft cdp = draft();
    cdp.cdpFrequency = CdpFrequency::RealTime;
    QCOMPARE(planBody(cdp)["enable_cdp"_L1], QJsonValue(false));
    QVERIFY(!planBody(cdp).contains("cdp_frequency"_L1));
    cdp.enableCdp = true;
    QCOMPARE(planBody(cdp)["cdp_frequency"_L1], QJsonValue(u"REAL_TIME"_s));
}

void TestPlanDraft::Q70_addressesUnlessNever()
{
    PlanDraft mailed = draft();
    mailed.schedule.emails = {u" mark@idrive.com"_s, u"MARK@idrive.com"_s};
    QVERIFY(!scheduler(mailed).contains("email"_L1));
    QCOMPARE(scheduler(mailed)["send_email_notification"_L1], QJsonValue(u"NEVER"_s));
    mailed.schedule.mailFrequency = MailFrequency::OnFailure;
    QCOMPARE(scheduler(mailed)["email"_L1].toArray(), QJsonArray{u"mark@idrive.com"_s});
    QVERIFY(!scheduler(mailed).contains("emails"_L1));
}

void TestPlanDraft::Q71_Q96_theNameGoesOutTrimmedAndComposed()
{
    PlanDraft named = draft();
    named.name = u"  Bu\u0308ro "_s;
    QCOMPARE(planBody(named)["name"_L1].toString(), u"B\u00FCro"_s);
}

// Every what × where × CDP, as the server would give it back.
void TestPlanDraft::G10_everyPlanComesBackFromItsAnswer_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("where");
    QTest::addColumn<int>("cdp"); // -1: off
    for (const WhatToBackup what : allWhatToBackup) {
        for (const WhereToBackup where : allWhereToBackup) {
            QTest::addRow("%d %d off", int(what), int(where)) << int(what) << int(where) << -1;
            for (const CdpFrequency cdp : allCdpFrequencies)
                QTest::addRow("%d %d %d", int(what), int(where), int(cdp))
                    << int(what) << int(where) << int(cdp);
        }
    }
}

void TestPlanDraft::G10_everyPlanComesBackFromItsAnswer()
{
    QFETCH(const int, what);
    QFETCH(const int, where);
    QFETCH(const int, cdp);
    PlanDraft sent = fullDraft();
    sent.what = static_cast<WhatToBackup>(what);
    sent.where = static_cast<WhereToBackup>(where);
    sent.enableCdp = cdp >= 0;
    sent.cdpFrequency = static_cast<CdpFrequency>(std::max(cdp, 0));
    const Plan read = readPlan(asAnswered(planBody(sent)));
    const bool isFiles = sent.what == WhatToBackup::FileFolder;
    const bool isLocal = sent.where == WhereToBackup::Local;

    QCOMPARE(read.company, sent.company);
    QCOMPARE(read.name, sent.name);
    QCOMPARE(read.appliedOn, std::optional(sent.devices));
    QCOMPARE(read.groups, std::optional(sent.groups));
    QCOMPARE(read.what.known(), std::optional(sent.what));
    QCOMPARE(read.where.known(), std::optional(sent.where));
    QCOMPARE(read.items, isFiles ? std::optional(sent.items) : std::nullopt);
    QCOMPARE(read.localPath, isLocal ? sent.localPath : QString());
    QCOMPARE(read.excludeHidden, isFiles ? std::optional(true) : std::nullopt);
    QCOMPARE(read.excludeSystem, isFiles ? std::optional(false) : std::nullopt);
    QCOMPARE(read.excludePartial, isFiles ? std::optional(sent.excludePartial) : std::nullopt);
    QCOMPARE(read.isCdpEnabled, isFiles ? std::optional(sent.enableCdp) : std::nullopt);
    QCOMPARE(read.cdpFrequency.known(),
             isFiles && sent.enableCdp ? std::optional(sent.cdpFrequency) : std::nullopt);
    QCOMPARE(read.unreadableFields, 0);
    QVERIFY(read.otherFields.isEmpty());
}

void TestPlanDraft::G10_everyScheduleComesBackFromItsAnswer_data()
{
    QTest::addColumn<int>("frequency");
    QTest::addColumn<int>("mail");
    QTest::addColumn<int>("dailyMode");
    for (const ScheduleFrequency frequency : allScheduleFrequencies) {
        for (const MailFrequency mail : allMailFrequencies) {
            for (const DailyMode mode : allDailyModes)
                QTest::addRow("%d %d %d", int(frequency), int(mail), int(mode))
                    << int(frequency) << int(mail) << int(mode);
        }
    }
}

void TestPlanDraft::G10_everyScheduleComesBackFromItsAnswer()
{
    QFETCH(const int, frequency);
    QFETCH(const int, mail);
    QFETCH(const int, dailyMode);
    PlanDraft sent = fullDraft();
    sent.schedule.frequency = static_cast<ScheduleFrequency>(frequency);
    sent.schedule.mailFrequency = static_cast<MailFrequency>(mail);
    sent.schedule.dailyMode = static_cast<DailyMode>(dailyMode);
    const Schedule read = readPlan(asAnswered(planBody(sent))).schedule.value();
    const auto is = [&sent](ScheduleFrequency each) {
        return sent.schedule.frequency == each;
    };

    QCOMPARE(read.frequency.known(), std::optional(sent.schedule.frequency));
    QCOMPARE(read.time.time, sent.schedule.time);
    QCOMPARE(read.cutOff.time, *sent.schedule.cutOff);
    QCOMPARE(read.isDisabled, std::optional(false));
    QCOMPARE(read.startMissedBackup, std::optional(true));
    QCOMPARE(read.mailFrequency.known(), std::optional(sent.schedule.mailFrequency));
    QCOMPARE(read.emails,
             mail == int(MailFrequency::Never) ? std::nullopt : std::optional(sent.schedule.emails));
    QCOMPARE(read.months, is(ScheduleFrequency::Monthly) ? std::optional(allMonths()) : std::nullopt);
    QCOMPARE(read.dates, is(ScheduleFrequency::Monthly) ? std::optional(sent.schedule.dates) : std::nullopt);
    QCOMPARE(read.days, is(ScheduleFrequency::Weekly) ? std::optional(sent.schedule.days) : std::nullopt);
    QCOMPARE(read.dailyMode.known(),
             is(ScheduleFrequency::Daily) ? std::optional(sent.schedule.dailyMode) : std::nullopt);
    QCOMPARE(read.unreadableFields, 0);
    QVERIFY(read.unknownWords.isEmpty() && read.otherFields.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlanDraft)
#include "tst_plandraft.moc"
