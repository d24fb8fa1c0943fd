// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companycreation.h"
#include "app/steward/steward.h"
#include "tests/support/companybook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

AccountId account()
{
    return AccountId(u"a"_s);
}

NewRun creation(const QString &name, const QString &parent = u"1"_s)
{
    return {.title = u"New company"_s,
            .target = name,
            .changes = {newCompany(name, CompanyId(parent), u"Northwind"_s, {})}};
}

} // namespace

/// The changes of the accounts that are open: whose they are, how they end, and what the fleet hears of them.
class TestAccountChanges : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<CompanyBook>();
        restart();
    }

    void cleanup() { m_steward.reset(); }

    void aCreatedCompanyIsInTheFleetAtOnce()
    {
        open();
        QVERIFY(m_steward->runner(account())->start(creation(u"Acme"_s)));
        QTRY_VERIFY(company(u"1001"_s));
        QCOMPARE(company(u"1001"_s)->title(), u"Acme"_s);
        QCOMPARE(company(u"1001"_s)->place, CompanyPlace::Created);
        QCOMPARE(company(u"1001"_s)->parent, CompanyId(u"1"_s));
        QCOMPARE(company(u"1001"_s)->devices, DeviceKnowledge::NotRead); // never taken for 0
        readAgain();
        QCOMPARE(company(u"1001"_s)->place, CompanyPlace::Sub);
    }

    void aCompanyThatTheApiCannotListIsKept_alsoAfterARestart()
    {
        open();
        QVERIFY(m_steward->runner(account())->start(creation(u"Branch"_s, u"1001"_s)));
        QTRY_VERIFY(company(u"1001"_s));
        readAgain();
        QCOMPARE(company(u"1001"_s)->place, CompanyPlace::Created);

        restart();
        open();
        QVERIFY(company(u"1001"_s));
        QCOMPARE(company(u"1001"_s)->title(), u"Branch"_s);
        QCOMPARE(company(u"1001"_s)->place, CompanyPlace::Created);
    }

    void whatIsGoneFromTheListIsNotMadeUpFromTheJournal()
    {
        open();
        QVERIFY(m_steward->runner(account())->start(creation(u"Acme"_s)));
        QTRY_VERIFY(company(u"1001"_s));
        m_book = std::make_unique<CompanyBook>(); // where nobody made it
        restart();
        open();
        QVERIFY(!company(u"1001"_s));
    }

    void aReadOnlyAccountSendsNothing()
    {
        open({.isReadOnly = true});
        const auto run = m_steward->runner(account())->start(creation(u"Acme"_s));
        QVERIFY(!run);
        QVERIFY(!run.error().what.isEmpty());
        QVERIFY(m_steward->journal().changes().empty());
        QCOMPARE(m_book->posts(), 0);
    }

    // Another account takes its place while a change is on the wire: nobody waits, and nothing is lost.
    void aClosedAccountsChangeComesToItsEnd()
    {
        m_book->failPost(0, {.gate = "later"});
        open();
        QVERIFY(m_steward->runner(account())->start(creation(u"Acme"_s)));
        QTRY_COMPARE(m_book->posts(), 1);
        QVERIFY(m_steward->isSending());
        QSignalSpy sendingEnded(&m_steward->changes(), &AccountChanges::sendingEnded);

        open();
        QVERIFY(m_steward->isSending());
        QVERIFY(!m_steward->runner(account())); // one write at a time in an account, also now
        QSignalSpy runnerChanged(&m_steward->changes(), &AccountChanges::runnerChanged);
        m_book->bytes().open("later");
        QTRY_VERIFY(m_steward->runner(account()));
        QCOMPARE(sendingEnded.size(), 1);
        QCOMPARE(runnerChanged.size(), 1);
        QVERIFY(!m_steward->isSending());
        QCOMPARE(m_steward->journal().changes().at(0).state, ChangeState::Done);
        QVERIFY(company(u"1001"_s));
        QCOMPARE(m_book->posts(), 1);
    }

    // Its answer is lost when nobody of that account is there any more: the next one looks it up.
    void theNextOneOfTheAccountLooksUpWhatWasLost()
    {
        m_book->failPost(0, {.instead = ""_ba, .how = ByteAnswer::Then::Close, .gate = "later"});
        open();
        QVERIFY(m_steward->runner(account())->start(creation(u"Acme"_s)));
        QTRY_COMPARE(m_book->posts(), 1);
        open();
        m_book->bytes().open("later");
        QTRY_COMPARE(m_steward->journal().changes().at(0).lookUp, LookUpState::Found);
        QVERIFY(company(u"1001"_s));
        QCOMPARE(m_book->posts(), 1);
    }

    void nothingMoreIsSentOnceItEnds_andTheRestWaits()
    {
        m_book->failPost(0, {.gate = "later"});
        open();
        NewRun run = creation(u"First"_s);
        run.changes.push_back(creation(u"Second"_s).changes.front());
        QVERIFY(m_steward->runner(account())->start(run));
        QTRY_COMPARE(m_book->posts(), 1);
        m_steward->stopSending();
        QVERIFY(m_steward->isSending());
        QSignalSpy ended(&m_steward->changes(), &AccountChanges::sendingEnded);
        m_book->bytes().open("later");
        QVERIFY(ended.wait());
        QVERIFY(!m_steward->isSending());

        restart();
        open();
        QCOMPARE(m_book->posts(), 1);
        QCOMPARE(m_steward->journal().changes().at(0).state, ChangeState::Done);
        QCOMPARE(m_steward->journal().changes().at(1).state, ChangeState::Waiting);
        const RunId left = m_steward->journal().changes().at(1).run;
        QVERIFY(m_steward->runner(account())->isPaused(left));
        m_steward->runner(account())->goOn(left);
        QTRY_COMPARE(m_steward->journal().changes().at(1).state, ChangeState::Done);
        QCOMPARE(m_book->made(), (QMap<QString, int>{{u"First"_s, 1}, {u"Second"_s, 1}}));
    }

    void aSandboxBeginsWithAnEmptyJournal_andTouchesNoOther()
    {
        open({.isSandbox = true});
        QVERIFY(m_steward->runner(account())->start(creation(u"Acme"_s)));
        QTRY_VERIFY(company(u"1001"_s));
        open({.isSandbox = true});
        QVERIFY(m_steward->journal().changes().empty());
        QVERIFY(m_steward->runner(account())->start(creation(u"Other"_s)));
        QTRY_COMPARE(m_steward->journal().changes().at(0).state, ChangeState::Done);
        restart();
        open({.id = AccountId(u"b"_s), .isSandbox = true});
        QCOMPARE(m_steward->journal().changes().size(), 1U);
        QCOMPARE(m_steward->journal().find(m_steward->journal().changes().at(0).id)->change.target,
                 u"Other"_s);
    }

    void withoutAProfileItSaysThatItDoesNotLast()
    {
        QVERIFY(!m_steward->changes().isForThisSessionOnly());
        Steward steward;
        QVERIFY(steward.changes().isForThisSessionOnly());
        QVERIFY(!steward.journal().trouble());
    }

private:
    void restart()
    {
        m_steward.reset();
        m_steward = std::make_unique<Steward>(nullptr, nullptr, m_profile->path());
    }

    /// Opens the account, and waits until its companies were read.
    void open(Account opened = {})
    {
        if (opened.id.isEmpty())
            opened.id = account();
        opened.endpoint = Endpoint::parse(m_book->address()).value();
        QSignalSpy ended(&m_steward->fleet(), &Fleet::readingEnded);
        m_steward->open(opened, Secret(QByteArrayLiteral("canary-0123456789abcdef")));
        QTRY_VERIFY(!ended.isEmpty());
    }

    void readAgain()
    {
        QSignalSpy ended(&m_steward->fleet(), &Fleet::readingEnded);
        m_steward->fleet().refresh();
        QTRY_VERIFY(!ended.isEmpty());
    }

    const CompanyEntry *company(const QString &id) const
    {
        return m_steward->fleet().companies().find({account(), CompanyId(id)});
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CompanyBook> m_book;
    std::unique_ptr<Steward> m_steward;
};

QTEST_GUILESS_MAIN(TestAccountChanges)
#include "tst_accountchanges.moc"
