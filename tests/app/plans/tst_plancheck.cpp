// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancheck.h"
#include "app/plans/planrequests.h"
#include "tests/support/contract.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

PlanDraft goodDraft()
{
    PlanDraft draft;
    draft.company = CompanyId(u"14366"_s);
    draft.devices = {DeviceId(u"dev-a"_s)};
    draft.name = u"files"_s;
    draft.items = {u"[All Profiles Folder]"_s};
    return draft;
}

ReceivedRequest asReceived(const WriteRequest<PlanCreated> &request)
{
    return {.head = "POST /api/msp/backup_plan HTTP/1.1\r\nAuthorization: Bearer sandbox-key\r\n"
                    "Content-Type: application/json\r\n\r\n"_ba,
            .body = QJsonDocument(request.body).toJson(QJsonDocument::Compact)};
}

using Change = void (*)(PlanDraft &, PlanSurroundings &);

struct Row
{
    const char *name;
    PlanField field;
    PlanProblem::Weight weight;
    Change change;
};

using enum PlanField;
using enum PlanProblem::Weight;

// Each row breaks one rule of a draft that breaks none.
const Row rows[] = {
    {"no company", Company, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.company = {};
     }},
    {"no target", Devices, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.devices.clear();
     }},
    {"devices deleted meanwhile", Devices, Fault,
     [](PlanDraft &, PlanSurroundings &s) {
         s.missingDevices = 1;
     }},
    {"devices blocked meanwhile", Devices, Warning,
     [](PlanDraft &, PlanSurroundings &s) {
         s.systems.inactive = 2;
     }},
    {"group without id", Groups, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.groups = {typedGroup(u" "_s)};
     }},
    {"group that nobody names", Groups, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.groups = {typedGroup(u"77"_s)};
     }},
    {"no name", Name, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.name = u"  "_s;
     }},
    {"bidi name", Name, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.name = u"a\u202Eb"_s;
     }},
    {"equal name", Name, Warning,
     [](PlanDraft &, PlanSurroundings &s) {
         s.planNames = {u"FILES"_s};
     }},
    {"long name", Name, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.name = QString(101, u'n');
     }},
    {"whole machines, Linux", What, Fault,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.what = WhatToBackup::EntireMachine;
         s.systems = {.linux = 1};
     }},
    {"whole machines, mixed", What, Warning,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.what = WhatToBackup::EntireMachine;
         s.systems = {.windows = 1, .mac = 1};
     }},
    {"whole machines, unknown", What, Warning,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.what = WhatToBackup::EntireMachine;
         s.systems = {.unknown = 1};
     }},
    {"no items", Items, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {QString()};
     }},
    {"blank item", Items, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u" "_s, u"C:\\a"_s};
     }},
    {"line break in a path", Items, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u"C:\\a\nb"_s};
     }},
    {"Windows path on Linux", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.items = {u"C:\\a"_s};
         s.systems = {.windows = 1, .linux = 1};
     }},
    {"Unix path on Windows", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.items = {u"/home"_s};
         s.systems = {.windows = 1};
     }},
    {"Windows rule on a Mac", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &s) {
         d.items = {u"%WINDIR%"_s};
         s.systems = {.mac = 1};
     }},
    {"twice", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u"C:\\a"_s, u"C:\\a"_s};
     }},
    {"quoted", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u"\"C:\\a\""_s};
     }},
    {"relative", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u"a\\b"_s};
     }},
    {"unknown rule", Items, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.items = {u"[Mine]"_s};
     }},
    {"local path of blanks", LocalPath, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.where = WhereToBackup::Local;
         d.localPath = u" "_s;
     }},
    {"local path is relative", LocalPath, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.where = WhereToBackup::Local;
         d.localPath = u"x"_s;
     }},
    {"no month", ScheduleMonths, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Monthly;
         d.schedule.months.reset();
         d.schedule.dates.days.set(1);
     }},
    {"no date", ScheduleDates, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Monthly;
     }},
    {"31 February", ScheduleDates, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Monthly;
         d.schedule.months = Months().set(2);
         d.schedule.dates.days.set(31);
     }},
    {"31 of every month", ScheduleDates, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Monthly;
         d.schedule.dates.days.set(31);
     }},
    {"29 February", ScheduleDates, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Monthly;
         d.schedule.months = Months().set(2);
         d.schedule.dates.days.set(29);
     }},
    {"no week day", ScheduleDays, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Weekly;
     }},
    {"no time", Time, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.time = {};
     }},
    {"02:30", Time, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.time = QTime(2, 30);
     }},
    {"cut-off at the start", CutOff, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.cutOff = d.schedule.time;
     }},
    {"cut-off is no time", CutOff, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.cutOff = QTime();
     }},
    {"hourly", Frequency, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Hourly;
     }},
    {"at once", Frequency, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.frequency = ScheduleFrequency::Immediate;
     }},
    {"schedule off", Frequency, Warning,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.isDisabled = true;
     }},
    {"comma in a pattern", Exclusions, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.excludePartial = {u"*.a"_s, u"*.b,c"_s};
     }},
    {"no address", Emails, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.mailFrequency = MailFrequency::Always;
     }},
    {"bad address", Emails, Fault,
     [](PlanDraft &d, PlanSurroundings &) {
         d.schedule.mailFrequency = MailFrequency::OnFailure;
         d.schedule.emails = {u"a@b.cd"_s, u"nobody"_s};
     }},
};

QList<PlanDraft> everyCombination()
{
    QList<PlanDraft> drafts;
    for (const ScheduleFrequency frequency : allScheduleFrequencies) {
        for (const WhatToBackup what : allWhatToBackup) {
            for (const WhereToBackup where : allWhereToBackup) {
                for (const MailFrequency mails : allMailFrequencies) {
                    PlanDraft draft = goodDraft();
                    draft.what = what;
                    draft.where = where;
                    draft.localPath = u"D:\\Backup\\"_s;
                    draft.excludePartial = usualExclusions();
                    draft.schedule.frequency = frequency;
                    draft.schedule.dates.lastDay = true;
                    draft.schedule.days = mondayToFriday();
                    draft.schedule.mailFrequency = mails;
                    draft.schedule.emails = {u"noc@northwind.example"_s};
                    drafts.append(draft);
                    draft.enableCdp = true;
                    draft.schedule.cutOff = QTime(5, 0);
                    for (const CdpFrequency cdp : allCdpFrequencies) {
                        draft.cdpFrequency = cdp;
                        drafts.append(draft);
                    }
                }
            }
        }
    }
    return drafts;
}

} // namespace

/// Every rule about a plan that is to be made, and that what the rules let pass is what the API document allows.
class TestPlanCheck : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSaidOfAGoodDraft()
    {
        QCOMPARE(planProblems(goodDraft(), {.systems = {.windows = 1}}), QList<PlanProblem>());
    }

    void eachRuleSpeaksAtItsField_data()
    {
        QTest::addColumn<qsizetype>("row");
        for (qsizetype i = 0; i < qsizetype(std::size(rows)); ++i)
            QTest::newRow(rows[i].name) << i;
    }
    void eachRuleSpeaksAtItsField();

    // G10: none refused, none missing
    void G10_everyCombinationThatPassesIsTakenByTheStrictServer();
    void G10_whatTheRulesRefuseAsAFaultIsNeverSentByAccident();
};

void TestPlanCheck::eachRuleSpeaksAtItsField()
{
    QFETCH(const qsizetype, row);
    const Row &rule = rows[row];
    PlanDraft draft = goodDraft();
    PlanSurroundings around;
    rule.change(draft, around);
    const QList<PlanProblem> problems = planProblems(draft, around);
    const bool isSaid = std::ranges::any_of(problems, [&](const PlanProblem &problem) {
        return problem.field == rule.field && problem.weight == rule.weight && !problem.sentence.isEmpty();
    });
    QVERIFY(isSaid);
    QCOMPARE(mayBeSent(problems), rule.weight == Warning);
}

void TestPlanCheck::G10_everyCombinationThatPassesIsTakenByTheStrictServer()
{
    const QList<PlanDraft> drafts = everyCombination();
    QCOMPARE(drafts.size(), 5 * 2 * 2 * 3 * 5);
    for (const PlanDraft &draft : drafts) {
        QVERIFY(mayBeSent(planProblems(draft, {.systems = {.windows = 1}})));
        const QByteArray breach = breachIn(asReceived(createPlan(draft, DryRun::No)));
        QVERIFY2(breach.isEmpty(), breach.constData());
    }
}

void TestPlanCheck::G10_whatTheRulesRefuseAsAFaultIsNeverSentByAccident()
{
    // what the strict server refuses, the rules have refused before
    for (const Row &rule : rows) {
        PlanDraft draft = goodDraft();
        PlanSurroundings around;
        rule.change(draft, around);
        const QByteArray breach = breachIn(asReceived(createPlan(draft, DryRun::No)));
        const QByteArray told = QByteArray(rule.name) + ": " + breach;
        // of what type the id of a group is, the document does not say: the pretend server has texts
        if (!breach.isEmpty() && !breach.endsWith("another JSON type: group_ids"))
            QVERIFY2(!mayBeSent(planProblems(draft, around)), told.constData());
    }
}

QTEST_GUILESS_MAIN(TestPlanCheck)
#include "tst_plancheck.moc"
