// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/companyplans.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// The plans of one company, over the wire.
class TestCompanyPlans : public QObject
{
    Q_OBJECT

private:
    static bool ends(const CompanyPlans &plans)
    {
        return QTest::qWaitFor([&] { return !plans.isReading(); }, 15'000);
    }

private slots:
    void nothingIsReadUnasked();
    void damagedPlansAreKeptBesideGoodOnes();
    void aListThatBreaksKeepsWhatCame();
    void anotherCompanyForgetsTheFirst_andItsLateAnswer();
    void withoutAClientNothingHappens();
};

void TestCompanyPlans::nothingIsReadUnasked()
{
    const PretendServer server;
    const auto session = server.session();
    CompanyPlans plans;
    plans.setCompany(&session->client(), CompanyId(u"7"_s));
    QVERIFY(plans.canRead());
    QVERIFY(!plans.isReading());
    plans.read();
    QVERIFY(ends(plans));
    QCOMPARE(server.targets(), QByteArrayList{"/backup_plan?company_id=7"});
    QVERIFY(plans.error());
    QCOMPARE(plans.error()->kind, ErrorKind::NotFound);
}

void TestCompanyPlans::damagedPlansAreKeptBesideGoodOnes()
{
    PretendServer server;
    server.set("/backup_plan?company_id=7",
               R"([{"backup_id":"1","name":"Nightly"},{"backup_id":falsev},{"backup_id":3}])");
    const auto session = server.session();
    CompanyPlans plans;
    plans.setCompany(&session->client(), CompanyId(u"7"_s));
    plans.read();
    QVERIFY(plans.isReading());
    QVERIFY(ends(plans));
    QVERIFY(!plans.error());
    QVERIFY(plans.readAt().isValid());
    QCOMPARE(plans.plans().size(), 2);
    QCOMPARE(plans.plans().first().name, u"Nightly"_s);
    QCOMPARE(plans.plans().last().id, PlanId(u"3"_s));
    QCOMPARE(plans.damaged().size(), 1);
    QCOMPARE(plans.damaged().first().position, 36);
}

void TestCompanyPlans::aListThatBreaksKeepsWhatCame()
{
    PretendServer server;
    ByteAnswer answer{.bytes = jsonAnswer(R"([{"backup_id":"1"},{"backup_id":"2"}])")};
    answer.cutAt = answer.bytes.size() - 4;
    answer.then = ByteAnswer::Then::Close;
    server.setAnswer("/backup_plan?company_id=7", answer);
    const auto session = server.session();
    CompanyPlans plans;
    plans.setCompany(&session->client(), CompanyId(u"7"_s));
    plans.read();
    QVERIFY(ends(plans));
    QVERIFY(plans.error());
    QCOMPARE(plans.error()->kind, ErrorKind::CutShort);
    QVERIFY(!plans.readAt().isValid());
    QCOMPARE(plans.plans().size(), 1);

    server.set("/backup_plan?company_id=7", R"([{"backup_id":"1"},{"backup_id":"2"}])");
    plans.read();
    QVERIFY(ends(plans));
    QVERIFY(!plans.error());
    QCOMPARE(plans.plans().size(), 2); // not three: the second reading began anew
}

void TestCompanyPlans::anotherCompanyForgetsTheFirst_andItsLateAnswer()
{
    PretendServer server;
    server.setAnswer("/backup_plan?company_id=7",
                     {.bytes = jsonAnswer(R"([{"backup_id":"of seven"}])"), .gate = "seven"});
    server.set("/backup_plan?company_id=8", R"([{"backup_id":"of eight"}])");
    const auto session = server.session();
    CompanyPlans plans;
    plans.setCompany(&session->client(), CompanyId(u"7"_s));
    plans.read();
    QTRY_COMPARE(server.count("/backup_plan?company_id=7"), 1);
    plans.setCompany(&session->client(), CompanyId(u"8"_s));
    QVERIFY(!plans.isReading());
    plans.read();
    server.bytes().open("seven");
    QVERIFY(ends(plans));
    QCOMPARE(plans.plans().size(), 1);
    QCOMPARE(plans.plans().first().id, PlanId(u"of eight"_s));
}

void TestCompanyPlans::withoutAClientNothingHappens()
{
    CompanyPlans plans;
    plans.read();
    QVERIFY(!plans.isReading());
    const PretendServer server;
    auto session = server.session();
    plans.setCompany(&session->client(), CompanyId(u"7"_s));
    plans.read();
    session.reset(); // the account is closed while the list is asked for
    QVERIFY(!plans.isReading());
    QVERIFY(!plans.canRead());
    plans.read();
    QVERIFY(!plans.isReading());
}

QTEST_GUILESS_MAIN(TestCompanyPlans)
#include "tst_companyplans.moc"
