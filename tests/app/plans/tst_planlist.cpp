// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planlist.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

CompanyKey company(int number)
{
    return {AccountId(u"a"_s), CompanyId(QString::number(number))};
}

QByteArray target(int number)
{
    return "/backup_plan?company_id=" + QByteArray::number(number);
}

bool ends(const PlanList &plans)
{
    return QTest::qWaitFor([&plans] { return !plans.isReading(); }, 30'000);
}

} // namespace

/// The plans of many companies, over the wire.
class TestPlanList : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PlanList> m_plans;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_plans = std::make_unique<PlanList>(
            [this](const AccountId &) { return m_session ? &m_session->client() : nullptr; });
    }
    void cleanup()
    {
        m_plans.reset();
        m_session.reset();
        m_server.reset();
    }

    void fourCompaniesAtATime_andOneFailureTouchesNoOther();
    void nobodyIsAskedTwiceAtOnce();
    void stopKeepsWhatCame();
    void aLaterReadingKeepsThePlansUntilItsEnd();
    void forgottenAccountsAreNotAsked();
    void withoutAClientItIsAFailure();
};

void TestPlanList::fourCompaniesAtATime_andOneFailureTouchesNoOther()
{
    QList<CompanyKey> companies;
    for (int i = 1; i <= 12; ++i) {
        companies << company(i);
        if (i != 7) // 7 is refused
            m_server->setAnswer(target(i),
                                {.bytes = jsonAnswer("[{\"backup_id\":\"" + QByteArray::number(i) + "\"}]"),
                                 .gate = i <= 4 ? QByteArray("first") : QByteArray()});
    }
    QSignalSpy progressed(m_plans.get(), &PlanList::progressed);
    m_plans->read(companies);
    QCOMPARE(m_plans->progress(), (PlanProgress{.done = 0, .failed = 0, .total = 12}));
    QTRY_COMPARE(m_server->targets().size(), 4); // the rest waits for these
    QVERIFY(m_plans->isReading(company(12)));
    m_server->bytes().open("first");
    QVERIFY(ends(*m_plans));
    QCOMPARE(m_server->targets().size(), 12);
    QCOMPARE(m_plans->progress(), (PlanProgress{.done = 12, .failed = 1, .total = 12}));
    QVERIFY(progressed.size() >= 13);
    for (int i = 1; i <= 12; ++i) {
        const CompanyPlans *known = m_plans->of(company(i));
        QVERIFY(known);
        QCOMPARE(known->error().has_value(), i == 7);
        QCOMPARE(known->plans().size(), i == 7 ? 0 : 1);
        QCOMPARE(m_plans->find(company(i), PlanId(QString::number(i))) != nullptr, i != 7);
    }
    QVERIFY(!m_plans->of(company(13)));
}

void TestPlanList::nobodyIsAskedTwiceAtOnce()
{
    m_server->setAnswer(target(1), {.bytes = jsonAnswer("[]"), .gate = "one"});
    m_plans->read({company(1)});
    m_plans->read({company(1), company(1)});
    QCOMPARE(m_plans->progress().total, 1);
    QTRY_COMPARE(m_server->targets().size(), 1);
    m_server->bytes().open("one");
    QVERIFY(ends(*m_plans));
    QCOMPARE(m_server->targets().size(), 1);
    m_plans->read({company(1)}); // but again, later
    QCOMPARE(m_plans->progress(), (PlanProgress{.done = 0, .failed = 0, .total = 1}));
    QVERIFY(ends(*m_plans));
    QCOMPARE(m_server->targets().size(), 2);
}

void TestPlanList::stopKeepsWhatCame()
{
    m_server->set(target(1), R"([{"backup_id":"1"}])");
    QList<CompanyKey> companies;
    for (int i = 2; i <= 9; ++i) {
        companies << company(i);
        m_server->setAnswer(target(i), {.bytes = jsonAnswer("[]"), .gate = "later"});
    }
    m_plans->read({company(1)});
    QVERIFY(ends(*m_plans));
    m_plans->read(companies);
    QTRY_COMPARE(m_server->targets().size(), 5);
    QSignalSpy changed(m_plans.get(), &PlanList::companyChanged);
    m_plans->stop();
    QVERIFY(!m_plans->isReading());
    QVERIFY(!m_plans->isReading(company(9)));
    QCOMPARE(changed.size(), 8); // each of them says that nobody asks any more
    m_server->bytes().open("later");
    QVERIFY(m_plans->find(company(1), PlanId(u"1"_s)));
    QVERIFY(m_plans->of(company(1))->readAt().isValid());
    QVERIFY(!m_plans->of(company(2))->readAt().isValid());
    m_plans->read({company(9)});
    QVERIFY(ends(*m_plans));
    QCOMPARE(m_server->count(target(8)), 0);
    QVERIFY(m_plans->of(company(9))->readAt().isValid());
}

void TestPlanList::aLaterReadingKeepsThePlansUntilItsEnd()
{
    m_server->set(target(1), R"([{"backup_id":"1"},{"backup_id":"2"}])");
    m_plans->read({company(1)});
    QVERIFY(ends(*m_plans));
    ByteAnswer cut{.bytes = jsonAnswer(R"([{"backup_id":"3"},{"backup_id":"4"}])")};
    cut.cutAt = cut.bytes.size() - 3;
    cut.then = ByteAnswer::Then::Close;
    m_server->setAnswer(target(1), cut);
    m_plans->read({company(1)});
    QVERIFY(ends(*m_plans));
    QVERIFY(m_plans->of(company(1))->error());
    QCOMPARE(m_plans->of(company(1))->plans().size(), 2);
    QVERIFY(m_plans->find(company(1), PlanId(u"2"_s)));
}

void TestPlanList::forgottenAccountsAreNotAsked()
{
    QList<CompanyKey> companies;
    for (int i = 1; i <= 9; ++i) {
        companies << company(i);
        m_server->setAnswer(target(i), {.bytes = jsonAnswer("[]"), .gate = "later"});
    }
    m_plans->read(companies);
    QTRY_COMPARE(m_server->targets().size(), 4);
    m_plans->forget(AccountId(u"b"_s)); // another one
    QVERIFY(m_plans->isReading());
    m_plans->forget(AccountId(u"a"_s));
    QVERIFY(!m_plans->isReading());
    QVERIFY(m_plans->all().empty());
    m_server->bytes().open("later");
    QCOMPARE(m_server->targets().size(), 4);
}

void TestPlanList::withoutAClientItIsAFailure()
{
    m_session.reset();
    m_plans->read({company(1), company(2)});
    QVERIFY(!m_plans->isReading());
    QCOMPARE(m_plans->progress(), (PlanProgress{.done = 2, .failed = 2, .total = 2}));
}

QTEST_GUILESS_MAIN(TestPlanList)
#include "tst_planlist.moc"
