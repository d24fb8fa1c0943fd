// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/accounttrial.h"
#include "app/steward/keptaccounts.h"
#include "app/steward/steward.h"
#include "tests/app/settings/profilefolder.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray firstKey = "first-key-0123456789";
const QByteArray secondKey = "second-key-0123456789";

Secret secret(const QByteArray &bytes)
{
    return Secret(QByteArray(bytes.constData(), bytes.size()));
}

/// The Steward of one run, with the keyring of a desktop.
struct Run
{
    explicit Run(const ProfileFolder &profile, const std::map<QString, QByteArray> &secrets = {})
        : steward(nullptr, nullptr)
    {
        auto store = std::make_unique<FakeSecretStore>();
        store->secrets = secrets;
        keyring = store.get();
        kept = std::make_unique<KeptAccounts>(steward, profile.path(), std::move(store));
    }

    FakeSecretStore *keyring = nullptr;
    Steward steward;
    std::unique_ptr<KeptAccounts> kept;
};

} // namespace

/// The accounts that the person keeps: opened, joined, closed, signed out; and keyrings that do not do their part.
class TestKeptAccounts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<ProfileFolder>();
        m_server = makeServer("1", "Own");
    }

    void cleanup()
    {
        m_server.reset();
        m_profile.reset();
    }

    void anAccountIsThereAgainAtTheNextStart()
    {
        std::map<QString, QByteArray> secrets;
        AccountId id;
        {
            Run run(*m_profile);
            id = run.kept->add(account(*m_server), secret(firstKey));
            QCOMPARE(run.kept->state(id), AccountState::Open);
            QTRY_COMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::Keyring);
            QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 1);
            secrets = run.keyring->secrets;
        }
        QCOMPARE(secrets.size(), 1U);
        QVERIFY(!m_profile->content(u"accounts.json"_s).contains(firstKey));
        Run run(*m_profile, secrets);
        QCOMPARE(run.kept->state(id), AccountState::Closed);
        run.kept->openAtStart();
        QCOMPARE(run.kept->state(id), AccountState::AskingKeyring); // nothing waits for it
        QTRY_COMPARE(run.kept->state(id), AccountState::Open);
        QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 1);
        QCOMPARE(lastKey(*m_server), "Bearer " + firstKey);
    }

    void accountsAreJoinedInOneFleet()
    {
        const auto other = makeServer("7", "Other");
        Run run(*m_profile);
        const AccountId first = run.kept->add(account(*m_server), secret(firstKey));
        const AccountId second = run.kept->add(account(*other), secret(secondKey));
        QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 2);
        QTRY_VERIFY(run.steward.fleet().asOf().isValid());
        QVERIFY(run.steward.fleet().companies().own(first) && run.steward.fleet().companies().own(second));
        QCOMPARE(lastKey(*m_server), "Bearer " + firstKey);
        QCOMPARE(lastKey(*other), "Bearer " + secondKey);

        run.kept->close(first);
        QCOMPARE(run.steward.fleet().devices().liveCount(), 1);
        QCOMPARE(run.kept->state(first), AccountState::Closed);
        QVERIFY(!run.kept->list().find(first)->opensAtStart);
        run.kept->open(first, true); // alone
        QTRY_COMPARE(run.kept->state(first), AccountState::Open);
        QCOMPARE(run.kept->state(second), AccountState::Closed);
        QTRY_VERIFY(run.steward.fleet().devices().find({first, DeviceId(u"d1"_s)}));
        QVERIFY(!run.steward.fleet().devices().find({second, DeviceId(u"d7"_s)}));
    }

    void signingOutWipes()
    {
        Run run(*m_profile);
        const AccountId id = run.kept->add(account(*m_server), secret(firstKey));
        QTRY_COMPARE(run.keyring->secrets.size(), 1U);
        QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 1);
        QSignalSpy signedOut(run.kept.get(), &KeptAccounts::signedOut);
        run.kept->signOut(id);
        QCOMPARE(signedOut.size(), 1);
        QCOMPARE(run.steward.fleet().devices().liveCount(), 0);
        QVERIFY(run.kept->list().accounts().isEmpty());
        QTRY_VERIFY(run.keyring->secrets.empty());
        QVERIFY(!m_profile->content(u"accounts.json"_s).contains("Own"));
    }

    void aKeyThatTheKeyringKeepsBackIsTold()
    {
        Run run(*m_profile);
        const AccountId id = run.kept->add(account(*m_server), secret(firstKey));
        QTRY_COMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::Keyring);
        run.keyring->trouble = SecretTrouble{.kind = SecretTroubleKind::Refused};
        QSignalSpy left(run.kept.get(), &KeptAccounts::keyLeftBehind);
        run.kept->signOut(id);
        QVERIFY(left.wait());
    }

    void replacingAKeyKeepsEverythingElse()
    {
        Run run(*m_profile);
        const AccountId id = run.kept->add(account(*m_server), secret(firstKey));
        QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 1);
        const Session *session = run.steward.session(id);
        const Account before = *run.kept->list().find(id);
        run.kept->replaceKey(id, secret(secondKey));
        QCOMPARE(run.steward.fleet().devices().liveCount(), 1);
        QCOMPARE(run.steward.session(id), session);
        QTRY_COMPARE(lastKey(*m_server), "Bearer " + secondKey);
        QTRY_COMPARE(run.keyring->secrets.begin()->second, secondKey);
        QTRY_COMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::Keyring);
        QCOMPARE(run.kept->list().find(id)->name, before.name);
    }

    // F27, F67: told once, for any number of calls; the key stays; nothing is read by itself until it is another one
    void F67_aRefusedKeyIsToldOnce()
    {
        Run run(*m_profile);
        const AccountId id = run.kept->add(account(*m_server), secret(firstKey));
        QTRY_VERIFY(run.steward.fleet().asOf().isValid());
        const auto refused = ByteAnswer{
            .bytes = httpAnswer(
                401, "application/json",
                "{\"ok\":false,\"type\":\"authentication_failed\",\"message\":\"m\",\"code\":401}")};
        m_server->setAnswer("/company", refused);
        m_server->setAnswer("/device/summary", refused);
        m_server->setAnswer("/device/summary?company_id=1", refused);
        QSignalSpy told(&run.steward, &Steward::keyRefusedChanged);
        for (int i = 0; i < 20; ++i)
            run.steward.fleet().readCompany({id, CompanyId(QString::number(i))});
        QTRY_VERIFY(!run.steward.fleet().isReading());
        QTRY_COMPARE(run.kept->state(id), AccountState::KeyRefused);
        run.steward.fleet().refresh();
        QTRY_VERIFY(!run.steward.fleet().isReading());
        QCOMPARE(told.size(), 1);
        QVERIFY(!run.keyring->secrets.empty());

        const qsizetype asked = m_server->targets().size();
        QVERIFY(!run.steward.fleet().refreshByItself());
        QCOMPARE(m_server->targets().size(), asked);

        m_server->set("/company", companyJson("1", "Own", {}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "1")}));
        run.kept->replaceKey(id, secret(secondKey));
        QCOMPARE(run.kept->state(id), AccountState::Open);
        QTRY_COMPARE(run.steward.fleet().devices().liveCount(), 2);
        QVERIFY(!run.steward.fleet().trouble());
    }

    // F51: no keyring, or one that refuses: the key is good for this session, and that is said
    void F51_withoutAKeyringTheKeyIsKeptForTheSession()
    {
        AccountId id;
        {
            Run run(*m_profile);
            run.keyring->trouble = SecretTrouble{.kind = SecretTroubleKind::NoKeyring};
            QSignalSpy failed(run.kept.get(), &KeptAccounts::keyringFailed);
            id = run.kept->add(account(*m_server), secret(firstKey));
            QVERIFY(failed.wait());
            QCOMPARE(run.kept->state(id), AccountState::Open);
            QCOMPARE(run.kept->trouble(id).value().kind, SecretTroubleKind::NoKeyring);
            QCOMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::ThisSession);
            run.kept->close(id);
            run.kept->open(id, false); // the key is still in memory
            QTRY_COMPARE(run.kept->state(id), AccountState::Open);
        }
        Run run(*m_profile);
        run.kept->openAtStart();
        QCOMPARE(run.kept->state(id), AccountState::NeedsKey);
        QVERIFY(!run.steward.hasSession());
        run.kept->replaceKey(id, secret(secondKey));
        QCOMPARE(run.kept->state(id), AccountState::Open);
    }

    // F51: an answer that comes late is taken, without a second question to the person
    void F51_aLateKeyringIsTakenUpWhenItAnswers()
    {
        AccountId id;
        std::map<QString, QByteArray> secrets;
        {
            Run run(*m_profile);
            id = run.kept->add(account(*m_server), secret(firstKey));
            QTRY_COMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::Keyring);
            secrets = run.keyring->secrets;
        }
        Run run(*m_profile, secrets);
        run.keyring->trouble = SecretTrouble{.kind = SecretTroubleKind::TooLate};
        run.kept->openAtStart();
        QTRY_COMPARE(run.kept->state(id), AccountState::NeedsKey);
        run.keyring->trouble.reset();
        emit run.keyring->cameLate();
        QTRY_COMPARE(run.kept->state(id), AccountState::Open);
    }

    void aClosedAccountDoesNotOpenByALateAnswer()
    {
        AccountId id;
        std::map<QString, QByteArray> secrets;
        {
            Run run(*m_profile);
            id = run.kept->add(account(*m_server), secret(firstKey));
            QTRY_COMPARE(run.kept->list().find(id)->keyPlace, KeyPlace::Keyring);
            secrets = run.keyring->secrets;
        }
        Run run(*m_profile, secrets);
        run.keyring->isSlow = true;
        run.kept->openAtStart();
        run.kept->signOut(id);
        run.keyring->answerAll();
        QCOMPARE(run.kept->state(id), AccountState::Closed);
        QVERIFY(!run.steward.hasSession());
        QVERIFY(run.keyring->secrets.empty());
    }

    void aKeyIsTriedBeforeItIsKept()
    {
        AccountTrial trial;
        std::optional<Result<CompanySummary>> outcome;
        trial.start(account(*m_server), secret(firstKey),
                    [&outcome](const auto &answer) { outcome = answer; });
        QVERIFY(trial.isRunning());
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->value().company.name, u"Own"_s);
        QCOMPARE(m_server->targets(), QByteArrayList{"/company"});

        outcome.reset();
        trial.start(account(*m_server), secret(firstKey),
                    [&outcome](const auto &answer) { outcome = answer; });
        trial.cancel();
        QCoreApplication::processEvents();
        QVERIFY(!outcome && !trial.isRunning());
    }

private:
    static std::unique_ptr<PretendServer> makeServer(const QByteArray &company, const QByteArray &name)
    {
        auto server = std::make_unique<PretendServer>();
        server->set("/company", companyJson(company, name, {}, true));
        server->set("/device/summary", listJson({deviceJson("d" + company, company)}));
        return server;
    }
    static Account account(const PretendServer &server)
    {
        return {.name = u"Own account"_s,
                .endpoint = Endpoint::parse(server.address()).value(),
                .keyPlace = KeyPlace::Keyring};
    }
    static QByteArray lastKey(PretendServer &server)
    {
        const QList<ReceivedRequest> requests = server.bytes().requests();
        return requests.isEmpty() ? QByteArray() : requests.constLast().headers("authorization").join();
    }

    std::unique_ptr<ProfileFolder> m_profile;
    std::unique_ptr<PretendServer> m_server;
};

QTEST_GUILESS_MAIN(TestKeptAccounts)
#include "tst_keptaccounts.moc"
