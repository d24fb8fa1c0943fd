// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandraftwords.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A draft in words: everything that is sent is said, and nothing that is not.
class TestPlanDraftWords : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatIsSentIsSaid();
    void whatIsNotSentIsNotSaid();
    void ofManyPathsTheFirstAreNamed();
};

static PlanDraft everything()
{
    PlanDraft draft{.items = {u"C:\\Data\\"_s, u"[All Profiles Folder]"_s}};
    draft.where = WhereToBackup::Local;
    draft.localPath = u"D:\\Backup\\"_s;
    draft.schedule.startMissedBackup = true;
    draft.schedule.cutOff = QTime(7, 0);
    draft.schedule.mailFrequency = MailFrequency::OnFailure;
    draft.schedule.emails = {u"noc@northwind.example"_s};
    draft.excludeHidden = true;
    draft.excludeSystem = true;
    draft.excludePartial = {u"*.iso"_s, u"*.tmp"_s};
    draft.enableCdp = true;
    return draft;
}

void TestPlanDraftWords::everythingThatIsSentIsSaid()
{
    const QString words = planInWords(everything()).join(u'\n');
    for (const char *part :
         {"C:\\Data\\; [All Profiles Folder]", "D:\\Backup\\", "20:00", "07:00", "missed backup is started",
          "hidden files, system files, *.iso; *.tmp", "10 minutes", "noc@northwind.example", "Backup set: "})
        QVERIFY2(words.contains(QString::fromLatin1(part)), part);
    const QString plain = planInWords({.items = {u"/srv/"_s}}).join(u'\n');
    QVERIFY2(plain.contains(u"Leaves out: nothing"_s) && plain.contains(u"protection: off"_s),
             qPrintable(plain));
}

void TestPlanDraftWords::whatIsNotSentIsNotSaid()
{
    PlanDraft machine = everything();
    machine.what = WhatToBackup::EntireMachine;
    machine.where = WhereToBackup::Cloud;
    machine.schedule.mailFrequency = MailFrequency::Never;
    const QString words = planInWords(machine).join(u'\n');
    for (const char *part : {"C:\\", "D:\\", "hidden", "*.iso", "protection", "noc@"})
        QVERIFY2(!words.contains(QString::fromLatin1(part)), part);
}

void TestPlanDraftWords::ofManyPathsTheFirstAreNamed()
{
    PlanDraft draft;
    for (int i = 0; i < 5000; ++i)
        draft.items.append(u"/srv/%1"_s.arg(i));
    const QString words = planInWords(draft).join(u'\n');
    QVERIFY(words.contains(u"/srv/19 and 4"_s) && !words.contains(u"/srv/20"_s));
}

QTEST_GUILESS_MAIN(TestPlanDraftWords)
#include "tst_plandraftwords.moc"
