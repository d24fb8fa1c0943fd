// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in a session bus of its own: the keyring there is the test's.
#include "app/accounts/accountlist.h"
#include "app/accounts/keychainstore.h"
#include "tests/support/pretendserver.h"
#include "tests/support/secretservice.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray canary = "Canary+7f3a/9c=Zq-0123456789~k";
constexpr int startLimitMs = 30'000;

/// The key as somebody might have written it.
QList<QByteArray> encodings()
{
    const QString text = QString::fromLatin1(canary);
    return {canary, canary.toBase64(), canary.toHex(),
            QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2),
            QUrl::toPercentEncoding(text)};
}

/// The first encoding of the key in \a bytes; empty: there is none.
QByteArray leakIn(const QByteArray &bytes)
{
    for (const QByteArray &encoding : encodings()) {
        if (bytes.contains(encoding))
            return encoding;
    }
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// I1, I6, I7: a session with a key that is looked for afterwards, in every file, on every output, in arguments and environment; ended by
/// kill -9, and by the person.
class TestCanary : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<PretendServer>();
        m_server->set("/company", companyJson("1", "Own", {}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
    }

    // the search finds what is there: each encoding is one
    void theSearchFindsEachEncoding()
    {
        for (const QByteArray &encoding : encodings())
            QVERIFY(!leakIn("before " + encoding + " after").isEmpty());
        QVERIFY(leakIn("nothing of it").isEmpty());
    }

    void I1_I6_I7_aKeyFromAFileLeavesNoTrace_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("kill -9") << SIGKILL;
        QTest::newRow("terminated") << SIGTERM;
    }

    void I1_I6_I7_aKeyFromAFileLeavesNoTrace()
    {
        QFETCH(const int, end);
        QTemporaryDir elsewhere;
        const QString keyFile = elsewhere.filePath(u"key"_s);
        QFile file(keyFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(canary) > 0);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.close();
        QProcess program;
        runUntilRead(program, {u"--endpoint"_s, m_server->address(), u"--api-key-file"_s, keyFile});
        lookAtAll(program, end);
    }

    void I1_I6_aKeyFromTheKeyringLeavesNoTrace()
    {
        KeyringDaemon daemon;
        QVERIFY(daemon.start());
        AccountId account;
        {
            AccountList list(profile());
            account = list.add(
                {.endpoint = Endpoint::parse(m_server->address()).value(), .keyPlace = KeyPlace::Keyring});
        }
        KeychainStore store(15s);
        bool isKept = false;
        store.write(u"account/"_s + account.text(), Secret(QByteArray(canary.constData(), canary.size())),
                    this, [&isKept](const std::optional<SecretTrouble> &trouble) { isKept = !trouble; });
        QTRY_VERIFY_WITH_TIMEOUT(isKept, startLimitMs);
        QProcess program;
        runUntilRead(program, {});
        lookAtAll(program, SIGKILL);
    }

private:
    QString profile() const { return m_home->filePath(u"profile"_s); }

    void runUntilRead(QProcess &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                  "XDG_RUNTIME_DIR", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(place), m_home->path());
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        program.setProcessEnvironment(environment);
        program.setStandardOutputFile(m_home->filePath(u"output"_s));
        program.setStandardErrorFile(m_home->filePath(u"errors"_s));
        program.start(QStringLiteral(STEWARD_PROGRAM), QStringList{u"--profile"_s, profile()} + arguments);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->count("/device/summary") > 0, startLimitMs);
        QCOMPARE(m_server->bytes().requests().constLast().headers("authorization").join(),
                 "Bearer " + canary);
    }

    void lookAtAll(QProcess &program, int end)
    {
        const QString process = u"/proc/%1/"_s.arg(program.processId());
        for (const char *part : {"cmdline", "environ"}) {
            const QByteArray bytes = contentOf(process + QLatin1StringView(part));
            QVERIFY(!bytes.isEmpty());
            QCOMPARE(leakIn(bytes), "");
        }
        kill(static_cast<pid_t>(program.processId()), end);
        QVERIFY(program.waitForFinished(startLimitMs));
        int files = 0;
        QDirIterator all(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            QVERIFY2(leakIn(contentOf(path)).isEmpty(), qPrintable(path));
            ++files;
        }
        QVERIFY(files >= 2); // the outputs at least
        QVERIFY(!contentOf(m_home->filePath(u"errors"_s)).isEmpty()); // everything was logged
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PretendServer> m_server;
};

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
