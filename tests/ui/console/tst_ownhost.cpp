// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 30'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The inodes of the sockets that a process has open.
QSet<QByteArray> socketsOf(qint64 process)
{
    QSet<QByteArray> sockets;
    const QDir open(u"/proc/%1/fd"_s.arg(process));
    for (const QFileInfo &file : open.entryInfoList(QDir::Files | QDir::System)) {
        const QByteArray target = QFile::symLinkTarget(file.filePath()).toUtf8();
        const qsizetype begin = target.indexOf("socket:[");
        if (begin >= 0)
            sockets.insert(target.mid(begin + 8).chopped(1));
    }
    return sockets;
}

/// Where the process's TCP connections lead, as the kernel writes it: "0100007F:1F90".
QByteArrayList remotesOf(qint64 process)
{
    QByteArrayList remotes;
    const QSet<QByteArray> own = socketsOf(process);
    for (const char *table : {"tcp", "tcp6"}) {
        const QByteArrayList lines =
            contentOf(u"/proc/%1/net/"_s.arg(process) + QLatin1StringView(table)).split('\n').mid(1);
        for (const QByteArray &line : lines) {
            const QByteArrayList cells = line.simplified().split(' ');
            if (cells.size() > 9 && own.contains(cells[9]))
                remotes.append(cells[2]);
        }
    }
    return remotes;
}

} // namespace

/// I16, F56: the program as it is started, before a server that wants to be remembered. Nothing of that is kept, and nobody else is called.
class TestOwnHost : public QObject
{
    Q_OBJECT

private slots:
    void I16_F56_nothingOfTheServerIsKeptAndNobodyElseIsCalled()
    {
        const QTemporaryDir home;
        PretendServer server;
        server.setAnswer("/company", cunning(companyJson("1", "Own", {companyJson("2", "Empty")}, true)));
        server.setAnswer("/device/summary", cunning(listJson({deviceJson("d1", "1")})));
        server.setAnswer("/device/summary?company_id=2", cunning("[]"));

        QProcess program;
        start(program, home, server);
        const QByteArray port =
            QByteArray::number(QUrl(server.address()).port(), 16).rightJustified(4, '0').toUpper();
        int seen = 0;
        const auto lookAtConnections = [&] {
            for (const QByteArray &remote : remotesOf(program.processId())) {
                ++seen;
                if (remote != "0100007F:" + port)
                    return false;
            }
            return true;
        };
        const auto isRead = [&] {
            return server.count("/device/summary?company_id=2") > 0;
        };
        bool isHonest = true;
        QTRY_VERIFY_WITH_TIMEOUT((isHonest = isHonest && lookAtConnections(), isRead() || !isHonest),
                                 startLimitMs);
        QVERIFY(isHonest);
        QVERIFY(lookAtConnections());
        QVERIFY(seen > 0); // the search finds what is there

        for (const ReceivedRequest &request : server.bytes().requests()) {
            QVERIFY(request.headers("cookie").isEmpty());
            QCOMPARE(request.headers("authorization").size(), 1); // and never another than the key's
            QVERIFY(request.headers("authorization").constFirst().startsWith("Bearer "));
        }
        ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
        QVERIFY(program.waitForFinished(startLimitMs));
        lookAtFiles(home);
    }

private:
    /// An answer with everything that browsers keep or follow.
    static ByteAnswer cunning(const QByteArray &json)
    {
        QByteArray answer = jsonAnswer(json);
        answer.insert(answer.indexOf("\r\n") + 2,
                      "Set-Cookie: marker-of-the-cookie=1; Max-Age=86400\r\n"
                      "Strict-Transport-Security: max-age=86400\r\n"
                      "WWW-Authenticate: Basic realm=\"more\"\r\nWWW-Authenticate: NTLM\r\n"
                      "Link: <http://127.0.0.1:9/preload>; rel=preload\r\n"
                      "Cache-Control: public, max-age=86400\r\nETag: \"marker-of-the-cache\"\r\n");
        return {.bytes = answer};
    }

    static void start(QProcess &program, const QTemporaryDir &home, const PretendServer &server)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                  "XDG_RUNTIME_DIR", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(place), home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(STEWARD_PROGRAM),
                      {u"--profile"_s, home.filePath(u"profile"_s), u"--endpoint"_s, server.address(),
                       u"--api-key-file"_s, u"-"_s});
        program.write("canary-0123456789abcdef");
        program.closeWriteChannel();
    }

    /// Steward's own files, and those of the desktop's libraries that every program has.
    static void lookAtFiles(const QTemporaryDir &home)
    {
        QDirIterator all(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        static const QRegularExpression alien(u"cookie|hsts|cache2|http-cache"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        while (all.hasNext()) {
            const QString path = all.next();
            QVERIFY2(!path.sliced(home.path().size()).contains(alien), qPrintable(path));
            const QByteArray bytes = contentOf(path);
            QVERIFY2(!bytes.contains("marker-of-the-"), qPrintable(path));
        }
    }
};

QTEST_GUILESS_MAIN(TestOwnHost)
#include "tst_ownhost.moc"
