// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in a session bus of its own: the keyring there is the test's.
#include "app/accounts/keychainstore.h"
#include "app/accounts/sessionstore.h"
#include "tests/support/secretservice.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray canary = "canary-0123456789-abcdef/+=";

/// What a question came to; kind and bytes are looked at by value, for a Secret is not compared.
struct Outcome
{
    bool isThere = false;
    std::optional<SecretTroubleKind> trouble{};
    QByteArray bytes{};
};

Outcome readNow(SecretStore &store, const QString &name)
{
    Outcome outcome;
    QObject context;
    store.read(name, &context, [&outcome](tl::expected<Secret, SecretTrouble> answer) {
        outcome = answer ? Outcome{.isThere = true, .bytes = answer->reveal().toByteArray()}
                         : Outcome{.isThere = true, .trouble = answer.error().kind};
    });
    if (outcome.isThere)
        qFatal("answered before the call returned");
    if (!QTest::qWaitFor([&outcome] { return outcome.isThere; }, 20'000))
        qWarning("no answer");
    return outcome;
}

template <typename Ask>
Outcome doNow(Ask ask)
{
    Outcome outcome;
    QObject context;
    ask(&context, [&outcome](const std::optional<SecretTrouble> &trouble) {
        outcome.isThere = true;
        if (trouble)
            outcome.trouble = trouble->kind;
    });
    if (!QTest::qWaitFor([&outcome] { return outcome.isThere; }, 20'000))
        qWarning("no answer");
    return outcome;
}

Outcome writeNow(SecretStore &store, const QString &name, const QByteArray &bytes)
{
    return doNow([&](QObject *context, SecretStore::Done done) {
        store.write(name, Secret(QByteArray(bytes.constData(), bytes.size())), context, std::move(done));
    });
}

Outcome removeNow(SecretStore &store, const QString &name)
{
    return doNow(
        [&](QObject *context, SecretStore::Done done) { store.remove(name, context, std::move(done)); });
}

void checkStore(SecretStore &store)
{
    QCOMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::NotThere);
    QVERIFY(!removeNow(store, u"account/1"_s).trouble);
    QVERIFY(!writeNow(store, u"account/1"_s, canary).trouble);
    QVERIFY(!writeNow(store, u"account/2"_s, "another-key").trouble);
    QCOMPARE(readNow(store, u"account/1"_s).bytes, canary);
    QVERIFY(!writeNow(store, u"account/1"_s, "replaced-key").trouble);
    QCOMPARE(readNow(store, u"account/1"_s).bytes, "replaced-key"_ba);
    QVERIFY(!removeNow(store, u"account/1"_s).trouble);
    QCOMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::NotThere);
    QCOMPARE(readNow(store, u"account/2"_s).bytes, "another-key"_ba);
}

} // namespace

/// Where keys are kept: in memory, in the real keyring of a desktop, and what happens when there is none. F51 is a row of the
/// reliability plan.
class TestSecretStores : public QObject
{
    Q_OBJECT

private slots:
    void memoryKeepsThemForTheSession()
    {
        SessionStore store;
        checkStore(store);
    }

    // F51: no keyring
    void withoutAKeyringThatIsSaid()
    {
        KeychainStore store(15s);
        QCOMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::NoKeyring);
        QCOMPARE(writeNow(store, u"account/1"_s, canary).trouble, SecretTroubleKind::NoKeyring);
    }

    // F51: one that never answers
    void aKeyringThatNeverAnswersHoldsNobodyUp()
    {
        DeadKeyring keyring;
        QVERIFY(keyring.start());
        KeychainStore store(200ms);
        QCOMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::TooLate);
        QCOMPARE(writeNow(store, u"account/1"_s, canary).trouble, SecretTroubleKind::TooLate);
        QVERIFY(keyring.calls() > 0);
        QSignalSpy late(&store, &SecretStore::cameLate);
        keyring.refuse(u"org.freedesktop.DBus.Error.AccessDenied"_s); // those that wait come to an end
        QTRY_COMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::Failed);
        QVERIFY(late.isEmpty()); // there is nothing to be had after all
    }

    // F51: one that refuses
    void aKeyringThatRefusesSaysSo()
    {
        DeadKeyring keyring;
        QVERIFY(keyring.start());
        keyring.refuse(u"org.freedesktop.DBus.Error.AccessDenied"_s);
        KeychainStore store(15s);
        QCOMPARE(readNow(store, u"account/1"_s).trouble, SecretTroubleKind::Failed);
    }

    void whoIsGoneIsNotCalled()
    {
        SessionStore store;
        bool wasCalled = false;
        {
            QObject context;
            store.read(u"x"_s, &context, [&wasCalled](const auto &) { wasCalled = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!wasCalled);
    }

    // the last one: libsecret remembers the keyring that it has met
    void theDesktopsKeyringKeepsThem()
    {
        KeyringDaemon daemon;
        QVERIFY(daemon.start());
        KeychainStore store(15s);
        checkStore(store);
        QVERIFY(!writeNow(store, u"account/1"_s, canary).trouble);
        // I1: in the keyring's own file it is encrypted
        QDirIterator files(daemon.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++count;
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(canary) && !bytes.contains(canary.toBase64()));
        }
        QVERIFY(count > 0);
    }
};

QTEST_GUILESS_MAIN(TestSecretStores)
#include "tst_secretstores.moc"
