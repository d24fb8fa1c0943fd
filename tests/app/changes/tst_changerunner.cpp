// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/changes/changefixture.h"
#include "tests/support/fault.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>
#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Then = ByteAnswer::Then;
using Fixture = RunnerFixture;

Q_DECLARE_METATYPE(PostFault)

namespace {

QByteArray envelope(int status, const QByteArray &type, const QByteArrayList &headers = {})
{
    return httpAnswer(status, "application/json",
                      R"({"ok":false,"type":")" + type + R"(","message":"m","code":)"
                          + QByteArray::number(status) + R"(,"errors":[{"type":")" + type + R"("}]})",
                      headers);
}

} // namespace

/// Each creation happens once or not at all, and it is known which.
class TestChangeRunner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<CompanyBook>();
    }

    void aCreationIsDoneOnceAndItsAnswerIsKept()
    {
        Fixture steward(m_book->address(), m_profile->path());
        QSignalSpy ended(steward.runner.get(), &ChangeRunner::changeEnded);
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
        QCOMPARE(m_book->posts(), 0); // never before it returns
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(steward.change().state, ChangeState::Done);
        QCOMPARE(whatCameOf(steward.change()), u"company ID 1001"_s);
        QCOMPARE(steward.change().attempts.size(), 1U);
        const auto company = createdCompany(steward.change());
        QVERIFY(company);
        QVERIFY(company->setupLink.endsWith("CANARYTOKEN"_L1)); // for who is there now
        QCOMPARE(m_book->bodies(), QByteArrayList{R"({"company_id":1,"name":"Acme"})"});
        QCOMPARE(m_book->searches(), 2); // in both cases, right before
    }

    void theLineIsOnTheDiskBeforeTheRequestIsOnTheWire()
    {
        // the moment the request is there, the disk is as a kill would leave it
        QTemporaryDir copy;
        const auto copyJournal = [&] {
            for (const QString &name : {u"changes.sqlite"_s, u"changes.sqlite-wal"_s})
                QFile::copy(m_profile->filePath(name), copy.filePath(name));
        };
        std::atomic<int> posts = 0;
        const ByteServer server([&](const ReceivedRequest &request) -> ByteAnswer {
            if (request.verb() == "GET")
                return {.bytes = jsonAnswer("[]")};
            ++posts;
            copyJournal();
            return {.bytes = httpAnswer(201, "application/json", R"({"company_id":7,"name":"Acme"})")};
        });
        Fixture steward(server.address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s, u"Later"_s})));
        QTRY_VERIFY(posts >= 1 && steward.isOver());
        ChangeJournal then(copy.path());
        QVERIFY(!then.trouble());
        QCOMPARE(then.changes().size(), 2U);
        QCOMPARE(then.changes()[0].state, ChangeState::Unknown);
        QCOMPARE(then.changes()[0].lookUp, LookUpState::StillChecking);
        QCOMPARE(then.changes()[0].attempts.size(), 1U);
        QCOMPARE(then.changes()[0].change.facts.value("known_ids"_L1), QJsonArray());
        QCOMPARE(then.changes()[1].state, ChangeState::Waiting);
    }

    void I11_F7_F9_F11_F23_F24_F26_F32_F44_aLostAnswerIsLookedUpAndNeverSentAgain_data()
    {
        QTest::addColumn<PostFault>("fault");
        QTest::newRow("F7 closed") << PostFault{.instead = ""_ba, .how = Then::Close};
        QTest::newRow("F9 reset") << PostFault{.instead = ""_ba, .how = Then::Reset};
        for (const qsizetype cut : {1, 12, 17, 40, 90, 120, 200, 280})
            QTest::addRow("F11 cut at %lld", static_cast<long long>(cut))
                << PostFault{.answerCutAt = cut, .how = Then::Close};
        QTest::newRow("F23 502") << PostFault{.instead = httpAnswer(502, "text/html", "<html>")};
        QTest::newRow("F23 503") << PostFault{.instead = httpAnswer(503, "text/html", "<html>")};
        QTest::newRow("F23 504") << PostFault{.instead = httpAnswer(504, "application/json", "{}")};
        QTest::newRow("F24 429") << PostFault{.instead = httpAnswer(429, "application/json", "{}")};
        QTest::newRow("F26 internal") << PostFault{.instead = envelope(500, "internal_error")};
        QTest::newRow("F26 creation") << PostFault{.instead = envelope(500, "entity_creation_failed")};
        QTest::newRow("F32 empty 201") << PostFault{.instead = httpAnswer(201, "application/json", "")};
        QTest::newRow("F32 no id") << PostFault{.instead = httpAnswer(201, "application/json", "{}")};
        QTest::newRow("redirect") << PostFault{.instead = httpAnswer(302, "", "", {"Location: /x"})};
        QTest::newRow("page") << PostFault{.instead = httpAnswer(200, "text/html", "<html>")};
    }
    void I11_F7_F9_F11_F23_F24_F26_F32_F44_aLostAnswerIsLookedUpAndNeverSentAgain()
    {
        QFETCH(const PostFault, fault);
        m_book->failPost(0, fault);
        Fixture steward(m_book->address(), m_profile->path());
        QSignalSpy ended(steward.runner.get(), &ChangeRunner::changeEnded);
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change().state, ChangeState::Done);
        QCOMPARE(steward.change().lookUp, LookUpState::Found);
        QCOMPARE(steward.change().attempts.size(), 1U);
        QCOMPARE(*steward.change().attempts[0].end, WriteEnd::Unknown);
        QCOMPARE(ended.size(), 2); // as unknown, and as found
        QCOMPARE(createdCompany(steward.change())->id.text(), u"1001"_s);
        QCOMPARE(m_book->posts(), 1);
        QCOMPARE(m_book->made().value(u"Acme"_s), 1);
    }

    void F45_whatWasNotMadeIsOfferedAgainOnlyAfterTwoLookUps()
    {
        m_book->failPost(0, {.isApplied = false, .instead = ""_ba, .how = Then::Close});
        Fixture steward(m_book->address(), m_profile->path());
        std::optional<ChangeState> afterEarlyRetry; // before the look-ups
        connect(steward.runner.get(), &ChangeRunner::changeEnded, this, [&](const ChangeRecord &change) {
            if (change.lookUp != LookUpState::StillChecking)
                return;
            QVERIFY(steward.runner->retry({change.id}));
            afterEarlyRetry = steward.change().state;
        });
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
        QTRY_VERIFY(afterEarlyRetry && steward.isOver());
        QCOMPARE(*afterEarlyRetry, ChangeState::Unknown); // not yet
        QCOMPARE(steward.change().lookUp, LookUpState::NotFound);
        QCOMPARE(steward.clock->waits, (QList<std::chrono::milliseconds>{30s, 30s}));
        QCOMPARE(m_book->posts(), 1);
        QVERIFY(steward.runner->retry({steward.change().id}));
        QTRY_COMPARE(steward.change().state, ChangeState::Done);
        QCOMPARE(steward.change().attempts.size(), 2U);
        QCOMPARE(m_book->posts(), 2);
        QCOMPARE(m_book->made().value(u"Acme"_s), 1);
    }

    void theConfirmationMayCoverOneMoreAttempt()
    {
        const PostFault lost{.isApplied = false, .instead = ""_ba, .how = Then::Close};
        m_book->failPosts(lost);
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s}, true)));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change().state, ChangeState::Unknown);
        QCOMPARE(steward.change().lookUp, LookUpState::NotFound);
        QCOMPARE(m_book->posts(), 2); // one more, and no further one
    }

    void F46_whatCannotBeLookedUpStaysUnknownAlsoAfterARestart()
    {
        m_book->failPost(0, {.instead = "HTTP/1.1 "_ba, .how = Then::Close, .gate = "lost"});
        {
            Fixture steward(m_book->address(), m_profile->path());
            QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
            QTRY_COMPARE(m_book->posts(), 1);
            m_book->answerSearches(httpAnswer(500, "application/json", "{}"));
            m_book->bytes().open("lost");
            QTRY_COMPARE(steward.change().state, ChangeState::Unknown);
            QTRY_VERIFY(steward.clock->waits.contains(5min));
            QCOMPARE(steward.change().lookUp, LookUpState::StillChecking);
        }
        {
            const ChangeJournal closed(m_profile->path());
            QCOMPARE(closed.changes().at(0).state, ChangeState::Unknown);
        }
        m_book->answerSearches({});
        Fixture again(m_book->address(), m_profile->path());
        QTRY_VERIFY(again.isOver());
        QCOMPARE(again.change().state, ChangeState::Done);
        QCOMPARE(createdCompany(again.change())->id.text(), u"1001"_s);
        QCOMPARE(m_book->posts(), 1);
    }

    void aColleagueWasQuicker()
    {
        const int old = m_book->addCompany("acme");
        Fixture steward(m_book->address(), m_profile->path());
        NewRun run = Fixture::companies({u"Acme"_s, u"ACME"_s});
        run.changes[1] = newCompany(u"ACME"_s, CompanyId(u"1"_s), u"Northwind"_s,
                                    {Company{.id = CompanyId(QString::number(old))}});
        QVERIFY(steward.runner->start(run));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change(0).state, ChangeState::NotSent);
        QVERIFY(whatCameOf(steward.change(0)).contains(u"1001"_s));
        QCOMPARE(steward.change(1).state, ChangeState::Done); // the person was shown that one
        QCOMPARE(m_book->posts(), 1);
    }

    void anotherChangesCompanyIsNotTakenForTheLostOne()
    {
        m_book->failPost(0, {.isApplied = false, .instead = ""_ba, .how = Then::Close});
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
        QTRY_COMPARE(steward.change().state, ChangeState::Unknown);
        QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s})));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change(1).state, ChangeState::Done);
        QCOMPARE(steward.change(0).lookUp, LookUpState::NotFound);
    }

    void F10_aKeptConnectionThatIsClosedWhileIdle()
    {
        m_book->failPosts(PostFault{.how = Then::Close}); // after the whole answer
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies(Fixture::names(12))));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(m_book->made().values(), QList<int>(12, 1));
        QCOMPARE(m_book->posts(), m_book->made().size());
        QCOMPARE(steward.count(ChangeState::Done), m_book->made().size());
    }

    void F26_certainRefusalsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("F26 processing_fault") << envelope(500, "processing_fault");
        QTest::newRow("400") << envelope(400, "invalid_parameter");
        QTest::newRow("404") << envelope(404, "entity_not_found");
    }
    void F26_certainRefusalsAreRefused()
    {
        QFETCH(const QByteArray, answer);
        m_book->failPost(1, {.isApplied = false, .instead = answer});
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies(Fixture::names(3))));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change(1).state, ChangeState::Refused);
        QCOMPARE(steward.change(1).failure->error->errors.size(), 1);
        QCOMPARE(steward.count(ChangeState::Done), 2); // the others go on
    }

    void a401StopsTheRunOnceAndKeepsTheRest()
    {
        m_book->failPost(2, {.isApplied = false, .instead = envelope(401, "authentication_failed")});
        Fixture steward(m_book->address(), m_profile->path());
        QSignalSpy stopped(steward.runner.get(), &ChangeRunner::stopped);
        const auto run = steward.runner->start(Fixture::companies(Fixture::names(10)));
        QVERIFY(run);
        QTRY_VERIFY(steward.runner->isPaused(*run));
        QTRY_COMPARE(steward.count(ChangeState::Refused), 1);
        QCOMPARE(steward.count(ChangeState::Done), 2);
        QCOMPARE(steward.count(ChangeState::Waiting), 7);
        QCOMPARE(stopped.size(), 1);
        QVERIFY(steward.runner->pauseOf(*run)->what.contains(u"API key"_s));
        steward.runner->goOn(*run);
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.count(ChangeState::Done), 9);
        QVERIFY(steward.runner->retry({steward.change(2).id}));
        QTRY_COMPARE(steward.count(ChangeState::Done), 10);
    }

    void F24_429StopsForTheWaitAndHalvesThePace()
    {
        m_book->failPost(
            1,
            {.isApplied = false, .instead = httpAnswer(429, "application/json", "{}", {"Retry-After: 7"})});
        m_book->failPost(3, {.isApplied = true, .instead = httpAnswer(429, "application/json", "{}")});
        Fixture steward(m_book->address(), m_profile->path());
        const auto run = steward.runner->start(Fixture::companies(Fixture::names(6), true));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.count(ChangeState::Done), 6);
        QCOMPARE(m_book->made().values(), QList<int>(6, 1));
        QVERIFY(steward.runner->pace(*run) >= 1000ms); // halved twice
        QVERIFY(steward.clock->waits.contains(7s));
        QVERIFY(std::ranges::any_of(steward.clock->waits, [](auto wait) { return wait > 25s; }));
    }

    void pauseGoOnCancelTheRest()
    {
        m_book->failPost(1, {.gate = "one"});
        Fixture steward(m_book->address(), m_profile->path());
        const auto run = steward.runner->start(Fixture::companies(Fixture::names(9)));
        QTRY_COMPARE(m_book->posts(), 2);
        steward.runner->pause(*run);
        QVERIFY(steward.runner->isSending());
        m_book->bytes().open("one");
        QTRY_COMPARE(steward.count(ChangeState::Done), 2); // what was on the wire came to its end
        QVERIFY(!steward.runner->isSending());
        QCOMPARE(m_book->posts(), 2);
        m_book->failPost(4, {.gate = "four"});
        steward.runner->goOn(*run);
        QTRY_COMPARE(m_book->posts(), 5);
        QVERIFY(steward.runner->cancelRest(*run));
        QCOMPARE(steward.count(ChangeState::NotSent), 4);
        m_book->bytes().open("four");
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.count(ChangeState::Done), 5);
        QCOMPARE(m_book->posts(), 5);
        std::vector<ChangeId> failed;
        for (const ChangeRecord &change : steward.journal.changes()) {
            if (mayBeRetried(change))
                failed.push_back(change.id);
        }
        QCOMPARE(failed.size(), 4U);
        QVERIFY(steward.runner->retry(failed));
        QTRY_COMPARE(steward.count(ChangeState::Done), 9);
        QCOMPARE(m_book->made().size(), 9);
    }

    void oneWriteAtATimeAndRunsTakeTurns()
    {
        m_book->failPosts(PostFault{.gate = "all"});
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies(Fixture::names(5))));
        QVERIFY(steward.runner->start(Fixture::companies({u"Alone"_s})));
        QTRY_COMPARE(m_book->posts(), 1);
        QVERIFY(steward.client->writesUnderWay() == 1);
        m_book->bytes().open("all");
        QTRY_VERIFY(steward.isOver());
        QVERIFY(m_book->bodies().at(1).contains("Alone")); // after one of the five, not after all
    }

    void severalUnknownInARowPauseTheRun()
    {
        m_book->failPosts(PostFault{.isApplied = false, .instead = httpAnswer(503, "text/html", "<html>")});
        Fixture steward(m_book->address(), m_profile->path(), {.mostUnknownInARow = 3});
        const auto run = steward.runner->start(Fixture::companies(Fixture::names(8)));
        QTRY_VERIFY(steward.runner->isPaused(*run));
        QTRY_VERIFY(steward.change(2).lookUp == LookUpState::NotFound);
        QCOMPARE(m_book->posts(), 3);
        QCOMPARE(steward.count(ChangeState::Waiting), 5);
    }

    void aFullDiskSendsNothing()
    {
        Fixture steward(m_book->address(), m_profile->path());
        QVERIFY(steward.runner->start(Fixture::companies({u"First"_s})));
        QTRY_VERIFY(steward.isOver());
        // the disk fills between the confirmation and the sending
        QSignalSpy stopped(steward.runner.get(), &ChangeRunner::stopped);
        rlimit previous{};
        getrlimit(RLIMIT_FSIZE, &previous);
        const auto handler = signal(SIGXFSZ, SIG_IGN);
        const auto run = steward.runner->start(Fixture::companies({u"Second"_s, u"Third"_s}));
        QVERIFY(run);
        const rlimit full{1024, previous.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
        const bool isPaused = QTest::qWaitFor([&] { return steward.runner->isPaused(*run); });
        const auto refused = steward.runner->start(Fixture::companies({u"Fourth"_s}));
        setrlimit(RLIMIT_FSIZE, &previous);
        signal(SIGXFSZ, handler);
        QVERIFY(isPaused);
        QVERIFY(!refused);
        QVERIFY(!refused.error().advice.isEmpty());
        QCOMPARE(m_book->posts(), 1);
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(steward.change(1).state, ChangeState::NotSent);
        steward.runner->goOn(*run);
        QTRY_COMPARE(steward.change(2).state, ChangeState::Done);
        QVERIFY(steward.runner->retry({steward.change(1).id}));
        QTRY_COMPARE(steward.change(1).state, ChangeState::Done);
        QCOMPARE(m_book->posts(), 3);
    }

    void aReadOnlyAccountSendsNothing()
    {
        Fixture steward(m_book->address(), m_profile->path(), {.isReadOnly = true});
        const auto run = steward.runner->start(Fixture::companies({u"Acme"_s}));
        QVERIFY(!run);
        QVERIFY(run.error().what.contains(u"read-only"_s));
        QVERIFY(steward.journal.changes().empty());
    }

    void whatIsOnTheWireIsWrittenDownWhenTheClientGoes()
    {
        m_book->failPost(0, {.gate = "later"});
        {
            Fixture steward(m_book->address(), m_profile->path());
            QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s, u"Not this time"_s})));
            QTRY_COMPARE(m_book->posts(), 1);
            m_book->bytes().open("later");
        }
        const ChangeJournal journal(m_profile->path());
        QCOMPARE(journal.changes().at(0).state, ChangeState::Done);
        QCOMPARE(journal.changes().at(1).state, ChangeState::Waiting);
        QCOMPARE(m_book->posts(), 1);
    }

    void theJournalHoldsNoSecrets()
    {
        m_book->failPost(
            1,
            {.isApplied = false,
             .instead = httpAnswer(400, "application/json",
                                   R"({"ok":false,"type":"invalid_parameter","code":400,"message":)"
                                   R"("Bearer canary-0123456789abcdef eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIn0",)"
                                   R"("errors":[]})")});
        {
            Fixture steward(m_book->address(), m_profile->path());
            QVERIFY(steward.runner->start(Fixture::companies({u"Acme"_s, u"Other"_s})));
            QTRY_VERIFY(steward.isOver());
        }
        QByteArray all;
        const QFileInfoList files = QDir(m_profile->path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            all += file.readAll();
            QCOMPARE(int(file.permissions() & 0x77), 0); // its owner's alone
        }
        QVERIFY(all.contains("Acme"));
        for (const char *secret : {"canary", "eyJ0b2tlbiI6", "CANARYTOKEN", "ATVAWQ17242"})
            QVERIFY2(!all.contains(secret), secret);
    }

private:
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CompanyBook> m_book;
};

QTEST_GUILESS_MAIN(TestChangeRunner)
#include "tst_changerunner.moc"
