// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyrequests.h"
#include "app/devices/devicerequests.h"
#include "app/devices/devicestream.h"
#include "app/enrolment/enrolmentrequests.h"
#include "app/notifications/notificationrequests.h"
#include "app/plans/planrequests.h"
#include "tests/app/faults/writefixture.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

PlanDraft draft()
{
    PlanDraft draft;
    draft.company = CompanyId(u"15020"_s);
    draft.devices = {DeviceId(u"id1"_s), DeviceId(u"id2"_s)};
    draft.groups = {{QJsonValue(u"71"_s), {}}};
    draft.name = u"Büro + \"files\""_s;
    draft.items = {u"C:\\Users"_s, u"[All Profiles Folder]"_s};
    draft.localPath = u"D:\\Backup"_s;
    draft.excludeHidden = true;
    draft.excludePartial = {u"*.dll"_s, u"*.wim"_s};
    draft.schedule.dates = {std::bitset<32>().set(1).set(31), true};
    draft.schedule.days.set(Qt::Monday).set(Qt::Saturday);
    draft.schedule.emails = {u"mark@idrive.com"_s};
    draft.schedule.cutOff = QTime(7, 0);
    return draft;
}

QList<PlanDraft> drafts()
{
    QList<PlanDraft> drafts;
    PlanDraft each = draft();
    for (const ScheduleFrequency frequency : allScheduleFrequencies) {
        each.schedule.frequency = frequency;
        for (const WhereToBackup where : allWhereToBackup) {
            each.where = where;
            each.what = WhatToBackup::FileFolder;
            for (const CdpFrequency cdp : allCdpFrequencies) {
                each.enableCdp = true;
                each.cdpFrequency = cdp;
                drafts << each;
            }
            each.enableCdp = false;
            drafts << each;
            each.what = WhatToBackup::EntireMachine;
            drafts << each;
        }
    }
    each = draft();
    for (const MailFrequency mail : allMailFrequencies) {
        each.schedule.mailFrequency = mail;
        for (const DailyMode mode : allDailyModes) {
            each.schedule.dailyMode = mode;
            drafts << each;
        }
    }
    return drafts;
}

} // namespace

/// I23: whatever a person chooses, what goes out keeps to the API document. The server of these tests ends the program where a request
/// does not; here are those that no other test sends.
class TestEveryRequest : public QObject
{
    Q_OBJECT

private slots:
    void I23_everyReadWithEveryChoice();
    void I23_everyNotification();
    void I23_G10_everyPlan();
    void cleanupTestCase();

private:
    template <typename T>
    void ask(const ReadRequest<T> &request)
    {
        Waiting waiting;
        const RequestHandle handle = m_client.send(request, this, [&](const Result<T> &) { waiting.over(); });
        waiting.wait();
        ++m_sent;
    }
    void ask(const ListRequest &request)
    {
        Waiting waiting;
        const RequestHandle handle =
            m_client.send(request, std::make_shared<DeviceStream>([](const DeviceChunk &) {}), this,
                          [&](const Result<ListEnd> &) { waiting.over(); });
        waiting.wait();
        ++m_sent;
    }
    template <typename T>
    void write(const WriteRequest<T> &request)
    {
        Waiting waiting;
        WriteDoor(m_client).send(request, this, [&](const WriteOutcome<T> &) { waiting.over(); });
        waiting.wait();
        ++m_sent;
    }

    ByteServer m_server{jsonAnswer("{}")};
    ApiClient m_client{endpointAt(m_server.address()), testKey()};
    CompanyId m_company{u"15020"_s};
    qsizetype m_sent = 0;
};

void TestEveryRequest::I23_everyReadWithEveryChoice()
{
    ask(companySummary());
    ask(companySummary(m_company));
    for (const bool isExact : {false, true}) {
        for (const bool isCaseSensitive : {false, true})
            ask(companiesByName(u"A+B & C/ü=\U0001F600?#%41"_s, {isExact, isCaseSensitive}));
    }
    ask(deviceList());
    ask(deviceList(m_company));
    ask(rawDevice(DeviceId(u"id 1"_s), m_company));
    for (const SetupSystem system : allSetupSystems) {
        for (const bool hasEncryption : {false, true}) {
            for (const bool isFull : {false, true})
                ask(setupKit(m_company, system, {hasEncryption, isFull}));
        }
    }
    ask(planList(m_company));
    ask(planById(m_company, PlanId(u"7"_s)));
    QCOMPARE(m_server.requests().size(), m_sent);
}

void TestEveryRequest::I23_everyNotification()
{
    for (const BackupSet set : allBackupSets) {
        for (const MailFrequency frequency : allMailFrequencies)
            write(setNotification(
                DeviceId(u"id1"_s),
                {.set = backupSet(set),
                 .frequency = frequency,
                 .emails = {u" mark@idrive.com"_s, u"MARK@idrive.com"_s, u"eve@idrive.com"_s}}));
    }
    write(createCompany(u"  Bäckerei \"Öz\"  "_s, m_company));
    QCOMPARE(m_server.requests().size(), m_sent);
}

void TestEveryRequest::I23_G10_everyPlan()
{
    for (const PlanDraft &each : drafts()) {
        write(createPlan(each, DryRun::No));
        write(createPlan(each, DryRun::Yes));
    }
    QCOMPARE(drafts().size(), 5 * 2 * 6 + 6);
    QCOMPARE(m_server.requests().size(), m_sent);
}

// The eight operations of the API document, each as often as it was called.
void TestEveryRequest::cleanupTestCase()
{
    QSet<QByteArray> seen;
    for (const ReceivedRequest &request : m_server.requests())
        seen << request.verb() + ' ' + request.target().split('?').constFirst().mid(qstrlen("/api/msp"));
    QCOMPARE(seen,
             (QSet<QByteArray>{"GET /company", "GET /company/fetch_config_id", "POST /company",
                               "GET /company/name", "GET /device/summary",
                               "PUT /device/backup_plan/email_notification", "POST /backup_plan",
                               "GET /backup_plan"}));
}

QTEST_GUILESS_MAIN(TestEveryRequest)
#include "tst_everyrequest.moc"
