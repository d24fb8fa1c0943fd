// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

CompanyKey key(const QString &company)
{
    return {AccountId(u"a"_s), CompanyId(company)};
}

QByteArray envelope(int status, const QByteArray &type)
{
    return httpAnswer(status, "application/json",
                      R"({"ok":false,"type":")" + type + R"(","message":"m","code":)"
                          + QByteArray::number(status) + '}');
}

} // namespace

/// What the fleet does when answers fail: what was read stays, one trouble is told, and nothing is asked in vain.
class TestFleetTrouble : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->addSession(m_session.get());
        QByteArrayList subs;
        for (int i = 2; i < 12; ++i)
            subs << companyJson(QByteArray::number(i), "Sub " + QByteArray::number(i));
        m_server->set("/company", companyJson("1", "Own", subs, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d3", "2")}));
        for (int i = 3; i < 12; ++i)
            m_server->set("/device/summary?company_id=" + QByteArray::number(i), "[]");
    }

    void cleanup()
    {
        m_fleet.reset();
        m_session.reset();
        m_server.reset();
    }

    void oneCompanysFailureBlanksNothingElse()
    {
        m_server->setAnswer("/device/summary?company_id=5", {.bytes = envelope(500, "internal_error")});
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QVERIFY(m_fleet->trouble());
        QCOMPARE(m_fleet->trouble()->subject, u"Sub 5"_s);
        QCOMPARE(m_fleet->trouble()->error.kind, ErrorKind::ServerFailed);
        QCOMPARE(m_fleet->trouble()->failures, 1);
        QCOMPARE(m_fleet->companies().find(key(u"5"_s))->devices, DeviceKnowledge::Failed);
        QCOMPARE(m_fleet->deviceCount(key(u"5"_s)), std::nullopt);
        QCOMPARE(m_fleet->companies().find(key(u"6"_s))->devices, DeviceKnowledge::Read);
        QCOMPARE(m_fleet->progress().companiesRead, 10);
        QVERIFY(!m_fleet->asOf().isValid());
    }

    void theNextGoodReadingEndsTheTrouble()
    {
        m_server->setAnswer("/device/summary?company_id=5", {.bytes = envelope(500, "internal_error")});
        QCOMPARE(readWhole(*m_fleet), false);
        m_server->set("/device/summary?company_id=5", "[]");
        QCOMPARE(readWhole(*m_fleet), true);
        QVERIFY(!m_fleet->trouble());
    }

    void severalFailuresAreOneTrouble()
    {
        for (int i = 3; i < 8; ++i)
            m_server->setAnswer("/device/summary?company_id=" + QByteArray::number(i),
                                {.bytes = envelope(500, "internal_error")});
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->trouble()->failures, 5);
    }

    void aCutListAddsAndRemovesNothing_data()
    {
        QTest::addColumn<qsizetype>("cutAt");
        const QByteArray whole = jsonAnswer(listJson({deviceJson("d1", "1"), deviceJson("d2", "2", "NEW")}));
        for (qsizetype cut = whole.size() - 400; cut < whole.size(); cut += 37)
            QTest::addRow("cut at %lld of %lld", static_cast<long long>(cut),
                          static_cast<long long>(whole.size()))
                << cut;
    }

    void aCutListAddsAndRemovesNothing()
    {
        QFETCH(qsizetype, cutAt);
        QCOMPARE(readWhole(*m_fleet), true);
        // d3 is missing from an answer that was not whole: it stays
        const QByteArray whole = jsonAnswer(listJson({deviceJson("d1", "1"), deviceJson("d2", "2", "NEW")}));
        m_server->setAnswer("/device/summary",
                            {.bytes = whole, .cutAt = cutAt, .then = ByteAnswer::Then::Close});
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->trouble()->error.kind, ErrorKind::CutShort);
    }

    void F21_aSignInPageStopsTheReadingAndKeepsTheRows()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        const qsizetype asked = m_server->targets().size();
        m_server->setAnswer("/company",
                            {.bytes = httpAnswer(200, "text/html", "<html>Welcome to our hotel</html>")});
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_server->targets().size(), asked + 1);
        QCOMPARE(m_fleet->trouble()->error.kind, ErrorKind::NotTheApi);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->companies().entries().size(), 11);
    }

    void F27_aRefusedKeyEndsTheAsking()
    {
        for (int i = 3; i < 12; ++i)
            m_server->setAnswer("/device/summary?company_id=" + QByteArray::number(i),
                                {.bytes = envelope(401, "authentication_failed")});
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->trouble()->error.kind, ErrorKind::KeyRefused);
        QVERIFY(m_server->targets().size() <= 2 + 4);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
    }

    void aBareListThatIsRefusedIsReadCompanyByCompany()
    {
        m_server->setAnswer("/device/summary", {.bytes = envelope(400, "invalid_parameter")});
        m_server->set("/device/summary?company_id=1", listJson({deviceJson("d1", "1")}));
        m_server->set("/device/summary?company_id=2",
                      listJson({deviceJson("d2", "2"), deviceJson("d3", "2")}));
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->progress().companiesRead, 11);
        QCOMPARE(m_fleet->trouble()->error.kind, ErrorKind::WrongValue);
    }

    void devicesAreReadEvenWithoutTheListOfCompanies()
    {
        m_server->setAnswer("/company", {.bytes = envelope(500, "internal_error")});
        m_server->set("/company?company_id=2", companyJson("2", "Two"));
        QCOMPARE(readWhole(*m_fleet), false);
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->companies().find(key(u"2"_s))->title(), u"Two"_s);
    }

    void damagedRowsAreKept()
    {
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), "{\"name\":\"x\",\"device_id\":oops\"}",
                                deviceJson("d2", "2")}));
        m_server->set("/device/summary?company_id=2", listJson({deviceJson("d2", "2")}));
        QVERIFY(readWhole(*m_fleet).has_value());
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "2")}));
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(m_fleet->devices().liveCount(), 2);
    }

    void cancellingKeepsWhatCameAndCallsNobody()
    {
        m_server->setAnswer("/device/summary?company_id=3", {.bytes = jsonAnswer("[]"), .gate = "never"});
        m_fleet->refresh();
        QTRY_COMPARE(m_server->count("/device/summary?company_id=3"), 1);
        QSignalSpy ended(m_fleet.get(), &Fleet::readingEnded);
        const int connections = m_server->bytes().openConnections();
        m_fleet->cancel();
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_fleet->isReading());
        QCOMPARE(m_fleet->devices().liveCount(), 3);
        QCOMPARE(m_fleet->companies().find(key(u"3"_s))->devices, DeviceKnowledge::NotRead);
        QTRY_VERIFY(m_server->bytes().openConnections() < connections); // others may be kept, idle
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_fleet->trouble());
    }

    void F42_theFleetMayGoAtAnyMoment()
    {
        for (int delay = 0; delay <= 50; delay += 2) {
            m_fleet->refresh();
            QTimer timer;
            QSignalSpy passed(&timer, &QTimer::timeout);
            timer.start(delay);
            QVERIFY(passed.wait());
            m_fleet = std::make_unique<Fleet>();
            m_session = m_server->session();
            m_fleet->addSession(m_session.get());
        }
        QCOMPARE(readWhole(*m_fleet), true);
    }

private:
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
};

QTEST_GUILESS_MAIN(TestFleetTrouble)
#include "tst_fleettrouble.moc"
