// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"

using namespace Qt::StringLiterals;

namespace {

CompanyKey key(const QString &company)
{
    return {AccountId(u"a"_s), CompanyId(company)};
}

std::optional<DeviceRow> device(const Fleet &fleet, const QString &id)
{
    return fleet.devices().find({AccountId(u"a"_s), DeviceId(id)});
}

} // namespace

/// In which order the fleet is asked for, and what is made of whole answers.
class TestFleet : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->addSession(m_session.get());
        m_server->set("/company",
                      companyJson("1", "Own", {companyJson("2", "Two"), companyJson("3", "Three")}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "2")}));
        m_server->set("/device/summary?company_id=3", "[]");
    }

    void cleanup()
    {
        m_fleet.reset();
        m_session.reset();
        m_server.reset();
    }

    void asksForCompanies_thenForEverything_thenForWhatHadNoRow()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_server->targets(),
                 (QByteArrayList{"/company", "/device/summary", "/device/summary?company_id=3"}));
        QCOMPARE(m_fleet->companies().entries().size(), 3);
        QCOMPARE(m_fleet->devices().liveCount(), 2);
        QVERIFY(m_fleet->asOf().isValid());
        QVERIFY(!m_fleet->trouble());
    }

    void aCompanyIsNotZeroBeforeItWasRead()
    {
        m_server->setAnswer("/device/summary?company_id=3", {.bytes = jsonAnswer("[]"), .gate = "three"});
        QSignalSpy ended(m_fleet.get(), &Fleet::readingEnded);
        m_fleet->refresh();
        QTRY_COMPARE(m_server->count("/device/summary?company_id=3"), 1);
        QCOMPARE(m_fleet->deviceCount(key(u"2"_s)), std::optional<qsizetype>(1));
        QCOMPARE(m_fleet->deviceCount(key(u"3"_s)), std::nullopt);
        QCOMPARE(m_fleet->companies().find(key(u"3"_s))->devices, DeviceKnowledge::Reading);
        QCOMPARE(m_fleet->progress().companiesRead, 2);
        QCOMPARE(m_fleet->progress().companiesTotal, 3);
        m_server->bytes().open("three");
        QVERIFY(ended.wait());
        QCOMPARE(m_fleet->deviceCount(key(u"3"_s)), std::optional<qsizetype>(0));
        QCOMPARE(m_fleet->progress().companiesRead, 3);
    }

    void aBareListOfOneCompanyIsCompletedByAskingTheOthers()
    {
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        m_server->set("/device/summary?company_id=2",
                      listJson({deviceJson("d2", "2"), deviceJson("d3", "2")}));
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->deviceCount(key(u"2"_s)), std::optional<qsizetype>(2));
    }

    void aCompanyFoundEmptyIsAskedAgainByHandOnly()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_server->count("/device/summary?company_id=3"), 1);
        m_server->set("/device/summary?company_id=3", listJson({deviceJson("d9", "3")}));
        QSignalSpy ended(m_fleet.get(), &Fleet::readingEnded);
        m_fleet->readCompany(key(u"3"_s));
        QVERIFY(ended.wait());
        QCOMPARE(m_server->count("/device/summary?company_id=3"), 2);
        QCOMPARE(m_fleet->deviceCount(key(u"3"_s)), std::optional<qsizetype>(1));
    }

    void healthIsThereWhenRowsAreToldAndCountsWholeReadings()
    {
        QByteArray cancelled = deviceJson("d1", "1");
        cancelled.replace("Success", "Cancelled");
        m_server->set("/device/summary", listJson({cancelled, deviceJson("d2", "2")}));
        qsizetype told = 0;
        connect(m_fleet.get(), &Fleet::devicesChanged, m_fleet.get(), [&](const DeviceChange &change) {
            for (const DeviceRow row : change.added)
                told += m_fleet->health().health(row) ? 1 : 0;
        });
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(told, 2);
        const DeviceRow row = device(*m_fleet, u"d1"_s).value();
        QCOMPARE(m_fleet->health().health(row), Health::Stale); // its last backup is long ago by now
        QCOMPARE(readWhole(*m_fleet), true);
        QTRY_COMPARE(m_fleet->health().health(row), Health::Failing);
        QCOMPARE(m_fleet->health().counts().of(Health::Failing), 1);
    }

    void companiesThatOnlyDevicesNameAreNamedOnce()
    {
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d8", "77"),
                                deviceJson("d9", "77")}));
        m_server->set("/company?company_id=77", companyJson("77", "Deep"));
        QCOMPARE(readWhole(*m_fleet), true);
        const CompanyEntry *deep = m_fleet->companies().find(key(u"77"_s));
        QVERIFY(deep);
        QCOMPARE(deep->place, CompanyPlace::KnownFromDevices);
        QCOMPARE(deep->title(), u"Deep"_s);
        QCOMPARE(m_fleet->devices().companyName(m_fleet->devices().companyCode(key(u"77"_s))), u"Deep"_s);
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_server->count("/company?company_id=77"), 1);
    }

    void aCompanyWhoseNameCannotBeHadKeepsItsId()
    {
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d8", "77")}));
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_fleet->companies().find(key(u"77"_s))->title(), u"77"_s);
        QVERIFY(!m_fleet->trouble());
    }

    void aCompleteAnswerRemovesWhatItDoesNotName()
    {
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d3", "2")}));
        QCOMPARE(readWhole(*m_fleet), true);
        QVERIFY(device(*m_fleet, u"d3"_s));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2", "NEW-NAME")}));
        DeviceChange all;
        connect(m_fleet.get(), &Fleet::devicesChanged, this, [&all](const DeviceChange &change) {
            all.added.insert(all.added.end(), change.added.begin(), change.added.end());
            all.changed.insert(all.changed.end(), change.changed.begin(), change.changed.end());
            all.removed.insert(all.removed.end(), change.removed.begin(), change.removed.end());
        });
        QCOMPARE(readWhole(*m_fleet), true);
        QVERIFY(!device(*m_fleet, u"d3"_s));
        QCOMPARE(m_fleet->devices().text(TextColumn::Name, *device(*m_fleet, u"d2"_s)).toByteArray(),
                 "NEW-NAME"_ba);
        QCOMPARE(all.added.size(), 0U);
        QCOMPARE(all.changed.size(), 1U); // d1 is the same as before
        QCOMPARE(all.removed.size(), 1U);
    }

    void theLastDeviceOfACompanyGoesWhenTheCompanyWasAsked()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        m_server->set("/device/summary?company_id=2", "[]");
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_server->count("/device/summary?company_id=2"), 1);
        QVERIFY(!device(*m_fleet, u"d2"_s));
        QCOMPARE(m_fleet->deviceCount(key(u"2"_s)), std::optional<qsizetype>(0));
    }

    void aCompanyThatIsListedNoMoreGoes()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_server->set("/company", companyJson("1", "Own", {companyJson("2", "Two")}, true));
        QCOMPARE(readWhole(*m_fleet), true);
        QVERIFY(!m_fleet->companies().find(key(u"3"_s)));
    }

    void aCompanyThatIdriveKnowsNoMoreTakesItsDevicesAlong()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_server->set("/company", companyJson("1", "Own", {companyJson("3", "Three")}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        // company 2 is refused with entity_not_found
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_server->count("/device/summary?company_id=2"), 1);
        QVERIFY(!m_fleet->companies().find(key(u"2"_s)));
        QVERIFY(!device(*m_fleet, u"d2"_s));
        QVERIFY(!m_fleet->trouble());
    }

    void companiesThatCannotBeReadAreCounted()
    {
        m_server->set("/company",
                      companyJson("1", "Own", {companyJson("2", "Two"), R"({"name":"no id"})", "17"}, true));
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_fleet->unreadableCompanies(), 2);
    }

    void fourCompaniesAtATime()
    {
        QByteArrayList subs;
        for (int i = 10; i < 20; ++i) {
            subs << companyJson(QByteArray::number(i), "Sub");
            m_server->setAnswer("/device/summary?company_id=" + QByteArray::number(i),
                                {.bytes = jsonAnswer("[]"), .gate = QByteArray::number(i)});
        }
        m_server->set("/company", companyJson("1", "Own", subs, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        QSignalSpy ended(m_fleet.get(), &Fleet::readingEnded);
        m_fleet->refresh();
        QTRY_COMPARE(m_server->targets().size(), 2 + 4);
        m_server->bytes().open("10");
        QTRY_COMPARE(m_server->targets().size(), 2 + 5);
        for (int i = 11; i < 20; ++i)
            m_server->bytes().open(QByteArray::number(i));
        QVERIFY(ended.wait());
        QCOMPARE(m_server->targets().size(), 2 + 10);
        QVERIFY(ended.constFirst().constFirst().toBool());
    }

    void aSecondRefreshWaitsForNoOne()
    {
        QSignalSpy started(m_fleet.get(), &Fleet::readingStarted);
        m_fleet->refresh();
        m_fleet->refresh();
        QSignalSpy ended(m_fleet.get(), &Fleet::readingEnded);
        QVERIFY(ended.wait());
        QCOMPARE(started.size(), 1);
        QCOMPARE(m_server->count("/company"), 1);
    }

    void twoAccountsAreReadIntoOneFleet()
    {
        PretendServer other;
        other.set("/company", companyJson("1", "Other", {}, true));
        other.set("/device/summary", listJson({deviceJson("d1", "1")}));
        const std::unique_ptr<Session> session = other.session(u"b"_s);
        m_fleet->addSession(session.get());
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->companies().own(AccountId(u"b"_s))->title(), u"Other"_s);
        m_fleet->removeSession(session.get());
        QCOMPARE(m_fleet->devices().liveCount(), 2);
        QVERIFY(!m_fleet->companies().own(AccountId(u"b"_s)));
    }

private:
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
