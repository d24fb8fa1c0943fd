// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandrafts.h"
#include "app/plans/plantemplate.h"
#include "app/plans/templatefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

PlanDraft fullDraft()
{
    PlanDraft draft{.company = CompanyId(u"14366"_s),
                    .devices = {DeviceId(u"pc-a"_s), DeviceId(u"pc-b"_s)},
                    .groups = {typedGroup(u"7"_s), typedGroup(u"front desk"_s)},
                    .name = u" Castell „nightly“ "_s,
                    .what = WhatToBackup::FileFolder,
                    .where = WhereToBackup::Local,
                    .items = {u"C:\\Data\\\"x\"\\"_s, u"[All Profiles Folder]"_s, u" /home/ü* "_s},
                    .localPath = u"D:\\Backup\\"_s};
    draft.schedule.frequency = ScheduleFrequency::Monthly;
    draft.schedule.time = QTime(1, 2, 3);
    draft.schedule.months.reset(2);
    draft.schedule.dates.days.set(31);
    draft.schedule.dates.lastDay = true;
    draft.schedule.days.set(3);
    draft.schedule.dailyMode = DailyMode::Weekdays;
    draft.schedule.cutOff = QTime(6, 0);
    draft.schedule.isDisabled = true;
    draft.schedule.startMissedBackup = true;
    draft.schedule.mailFrequency = MailFrequency::OnFailure;
    draft.schedule.emails = {u"noc@northwind.example"_s};
    draft.excludeHidden = true;
    draft.excludeSystem = true;
    draft.enableCdp = true;
    draft.cdpFrequency = CdpFrequency::RealTime;
    draft.excludePartial = {u"*.tmp"_s};
    return draft;
}

QJsonObject fileOf(const PlanDraft &draft)
{
    return QJsonDocument::fromJson(draftFile(draft, DraftParts::Everything)).object();
}

QString write(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(u"template.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(bytes);
    return file.fileName();
}

} // namespace

/// Drafts and templates as files, also those of a stranger.
class TestPlanTemplate : public QObject
{
    Q_OBJECT

private slots:
    void aDraftComesBackAsItWas()
    {
        QCOMPARE(readDraft(draftFile(fullDraft(), DraftParts::Everything)).value(), fullDraft());
        QCOMPARE(readDraft(draftFile({}, DraftParts::Everything)).value(), PlanDraft());
    }

    void aTemplateIsForAnyCompany()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"template.json"_s);
        QCOMPARE(writeTemplateFile(path, fullDraft()), QString());
        PlanDraft expected = fullDraft();
        expected.company = {};
        expected.devices.clear();
        expected.groups.clear();
        expected.name.clear();
        QCOMPARE(readTemplateFile(path).value(), expected);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret : {"14366"_ba, "pc-a"_ba, "front desk"_ba, "Castell"_ba})
            QVERIFY2(!bytes.contains(secret), secret.constData());
        // a whole draft that somebody passes on is a template too
        QCOMPARE(readTemplateFile(write(folder, draftFile(fullDraft(), DraftParts::Everything))).value(),
                 expected);
    }

    void I20_everyWrongValueIsRefusedOrRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QJsonObject file = fileOf(fullDraft());
        const auto add = [&file](const QString &name, const QJsonObject &plan) {
            QJsonObject changed = file;
            changed["plan"_L1] = plan;
            QTest::newRow(qPrintable(name)) << QJsonDocument(changed).toJson();
        };
        const QJsonArray values{QJsonValue(),
                                u""_s,
                                u"NONSENSE"_s,
                                0,
                                -1,
                                1e300,
                                true,
                                QJsonArray{},
                                QJsonArray{1},
                                QJsonArray{QJsonObject()},
                                QJsonObject{}};
        const QJsonObject plan = file["plan"_L1].toObject();
        const QJsonObject schedule = plan["schedule"_L1].toObject();
        for (const auto &value : values) {
            const QString shown =
                QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
            for (const QString &key : plan.keys()) {
                QJsonObject changed = plan;
                changed[key] = value;
                add(key + u' ' + shown, changed);
            }
            for (const QString &key : schedule.keys()) {
                QJsonObject changed = schedule;
                changed[key] = value;
                QJsonObject whole = plan;
                whole["schedule"_L1] = changed;
                add(u"schedule."_s + key + u' ' + shown, whole);
            }
        }
    }
    void I20_everyWrongValueIsRefusedOrRead()
    {
        QFETCH(const QByteArray, file);
        const auto draft = readDraft(file);
        if (!draft) {
            QVERIFY(draft.error().endsWith(u'.'));
            return;
        }
        QCOMPARE(readDraft(draftFile(*draft, DraftParts::Everything)).value(), *draft);
    }

    void I20_aStrangersFileIsRefusedInASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QJsonObject file = fileOf(fullDraft());
        QTest::newRow("nothing") << QByteArray() << u"no template"_s;
        QTest::newRow("no JSON") << QByteArray("MZ\x90\0\3", 5) << u"no template"_s;
        QTest::newRow("a list") << "[1,2]"_ba << u"no template"_s;
        QTest::newRow("deep") << QByteArray(200'000, '[') << u"no template"_s;
        QTest::newRow("too large") << QByteArray(mostDraftBytes + 1, ' ') << u"no template"_s;
        file["version"_L1] = 2;
        QTest::newRow("newer") << QJsonDocument(file).toJson() << u"another version"_s;
        file["version"_L1] = 1;
        QJsonObject plan = file["plan"_L1].toObject();
        plan["run"_L1] = u"rm -rf /"_s;
        file["plan"_L1] = plan;
        QTest::newRow("a field too many") << QJsonDocument(file).toJson() << u"“run”"_s;
        plan.remove("run"_L1);
        plan["schedule"_L1] = 5;
        file["plan"_L1] = plan;
        QTest::newRow("no schedule") << QJsonDocument(file).toJson() << u"“schedule”"_s;
        plan["schedule"_L1] = QJsonObject{{u"dates"_s, QJsonArray{u"32"_s}}};
        file["plan"_L1] = plan;
        QTest::newRow("the 32nd") << QJsonDocument(file).toJson() << u"“dates”"_s;
    }
    void I20_aStrangersFileIsRefusedInASentence()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        const QTemporaryDir folder;
        const auto draft = readTemplateFile(write(folder, bytes));
        QVERIFY(!draft);
        QVERIFY2(draft.error().contains(says), qPrintable(draft.error()));
    }

    void I20_noPipeIsWaitedFor_andNoFolderRead()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe.json"_s);
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        QVERIFY(readTemplateFile(pipe).error().contains(u"pipe.json"_s));
        QVERIFY(!readTemplateFile(folder.path()));
        QVERIFY(!readTemplateFile(folder.filePath(u"none.json"_s)));
        QVERIFY(writeTemplateFile(folder.filePath(u"no/such/folder.json"_s), {}).endsWith(u'.'));
    }

    void keptDraftsAreTheirOwners_andDamagedOnesStayWhereTheyAre()
    {
        const QTemporaryDir profile;
        const PlanDrafts drafts(profile.path());
        const CompanyKey company{AccountId(u"../a"_s), CompanyId(u"14366"_s)};
        const QString file = drafts.newFile(company.account);
        QVERIFY(file.startsWith(profile.path() + u"/drafts/plan-"_s));
        QVERIFY(drafts.keep(file, fullDraft()));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(drafts.of(company).size(), 1);
        const QString damaged = drafts.newFile(company.account);
        QVERIFY(drafts.keep(damaged, fullDraft()));
        QVERIFY(QFile::resize(damaged, 40));
        QCOMPARE(drafts.of(company).size(), 1);
        QVERIFY(QFile::exists(damaged));
        QVERIFY(!PlanDrafts({}).keep(file, {}));
        drafts.remove(file);
        QVERIFY(drafts.of(company).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlanTemplate)
#include "tst_plantemplate.moc"
