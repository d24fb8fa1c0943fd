// SPDX-License-Identifier: GPL-3.0-or-later
// How the program starts and ends.
#include "tests/app/sandbox/sandboxchild.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ended runToItsEnd(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private slots:
    void saysItsPortAndNothingElse();
    void endsWhenItsParentIsGone();
    void endsInTheMiddleOfAList();
    void endsOnTerm();
    void wrongArgumentsAreExplained_data();
    void wrongArgumentsAreExplained();
    void takenPortIsExplained();
    void helpAndVersion();
};

void TestSandboxProgram::saysItsPortAndNothingElse()
{
    SandboxChild sandbox;
    QVERIFY(sandbox.port() != 0);
    QCOMPARE(sandbox.get("/company").status, 200);
    sandbox.process().closeWriteChannel();
    QVERIFY(sandbox.process().waitForFinished(20'000));
    QCOMPARE(sandbox.process().readAllStandardOutput(), QByteArray());
}

void TestSandboxProgram::endsWhenItsParentIsGone()
{
    SandboxChild sandbox;
    RawConnection kept(sandbox.port());
    QCOMPARE(kept.ask(SandboxChild::request("/api/msp/company", SandboxChild::authorization)).status, 200);
    QElapsedTimer sinceClosed;
    sinceClosed.start();
    sandbox.process().closeWriteChannel(); // what the operating system does to the pipe of a parent that dies
    QVERIFY(sandbox.process().waitForFinished(20'000));
    QVERIFY2(sinceClosed.elapsed() < 2000, qPrintable(QString::number(sinceClosed.elapsed())));
    QCOMPARE(sandbox.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(sandbox.process().exitCode(), 0);
}

void TestSandboxProgram::endsInTheMiddleOfAList()
{
    SandboxChild sandbox({u"--devices"_s, u"200000"_s});
    QTcpSocket reader; // asks for 61 MB and does not read them
    reader.setReadBufferSize(1);
    reader.connectToHost(u"127.0.0.1"_s, sandbox.port());
    QVERIFY(reader.waitForConnected());
    reader.write(SandboxChild::request("/api/msp/device/summary", SandboxChild::authorization));
    QVERIFY(reader.waitForReadyRead(20'000));
    sandbox.process().closeWriteChannel();
    QVERIFY(sandbox.process().waitForFinished(2000));
    QCOMPARE(sandbox.process().exitCode(), 0);
}

void TestSandboxProgram::endsOnTerm()
{
    SandboxChild sandbox;
    QVERIFY(sandbox.port() != 0);
    sandbox.process().terminate();
    QVERIFY(sandbox.process().waitForFinished(2000));
    QCOMPARE(sandbox.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(sandbox.process().exitCode(), 0);
}

void TestSandboxProgram::wrongArgumentsAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s} << QByteArray("--port");
    QTest::newRow("no companies") << QStringList{u"--companies"_s, u"0"_s} << QByteArray("1 to 5000");
    QTest::newRow("too many companies")
        << QStringList{u"--companies"_s, u"5001"_s} << QByteArray("1 to 5000");
    QTest::newRow("too many devices")
        << QStringList{u"--devices"_s, u"1000001"_s} << QByteArray("0 to 1000000");
    QTest::newRow("negative devices") << QStringList{u"--devices=-1"_s} << QByteArray("--devices");
    QTest::newRow("seed") << QStringList{u"--seed"_s, u"one"_s} << QByteArray("\"one\"");
    QTest::newRow("bare list") << QStringList{u"--bare-list"_s, u"some"_s} << QByteArray("all or own");
    QTest::newRow("no speed") << QStringList{u"--speed"_s, u"0"_s} << QByteArray("1 to 100000");
    QTest::newRow("key with a blank") << QStringList{u"--key"_s, u"a b"_s} << QByteArray("--key");
    QTest::newRow("unknown option") << QStringList{u"--fast"_s} << QByteArray("fast");
    QTest::newRow("no option") << QStringList{u"fast"_s} << QByteArray("fast");
    QTest::newRow("value missing") << QStringList{u"--seed"_s} << QByteArray("seed");
}

void TestSandboxProgram::wrongArgumentsAreExplained()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, named);
    const Ended ended = runToItsEnd(arguments);
    QCOMPARE(ended.code, 2);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY2(ended.errors.contains(named), ended.errors.constData());
}

void TestSandboxProgram::takenPortIsExplained()
{
    const SandboxChild first;
    const Ended second = runToItsEnd({u"--port"_s, QString::number(first.port())});
    QCOMPARE(second.code, 1);
    QCOMPARE(second.output, QByteArray());
    QVERIFY(second.errors.contains(QByteArray::number(first.port())));
}

void TestSandboxProgram::helpAndVersion()
{
    const Ended help = runToItsEnd({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *option :
         {"--port", "--companies", "--devices", "--seed", "--key", "--bare-list", "--speed", "--dry-run-acts",
          "--end-with-stdin", "GET /sandbox/counters", "POST /sandbox/next-error"})
        QVERIFY2(help.output.contains(option), option);
    const Ended version = runToItsEnd({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.output, QByteArray("steward-sandbox " STEWARD_VERSION "\n"));
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
