// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int startLimitMs = 300'000; // a million devices are made up and compressed first
constexpr int endLimitMs = 2'000;

bool fail(const QString &what)
{
    QTextStream(stderr) << "bench_report: " << what << Qt::endl;
    return false;
}

bool runProgram(const QString &folder, const QString &name, QStringList arguments, Samples &samples)
{
    const QTemporaryDir place;
    const QString file = place.filePath(u"samples.json"_s);
    arguments << u"--samples"_s << file;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(folder + u'/' + name, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return fail(u"%1 %2 failed."_s.arg(name, arguments.join(u' ')));
    QFile written(file);
    if (!written.open(QIODevice::ReadOnly))
        return fail(u"%1 wrote no samples."_s.arg(name));
    samples.add(QJsonDocument::fromJson(written.readAll()).object());
    return true;
}

} // namespace

BenchServer::~BenchServer()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endLimitMs))
        m_process.kill();
}

bool BenchServer::start(const QString &folder, qint64 devices, bool isPacked)
{
    QStringList arguments{u"--devices"_s, QString::number(devices)};
    if (isPacked)
        arguments << u"--gzip"_s;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(folder + u"/bench_server", arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(startLimitMs))
            return fail(u"bench_server did not start."_s);
    }
    const QString port = QString::fromLatin1(m_process.readLine().trimmed()).section(u' ', 1);
    m_endpoint = u"http://127.0.0.1:%1/api/msp"_s.arg(port);
    return true;
}

bool measureOnce(const BenchRun &run, const QString &endpoint, Samples &samples)
{
    const QString devices = QString::number(run.devices);
    const QStringList window{u"--endpoint"_s, endpoint, u"--devices"_s, devices};
    return runProgram(run.folder, u"bench_window"_s, window, samples)
        && runProgram(run.folder, u"bench_window"_s, window + QStringList{u"--part"_s, u"unranked"_s},
                      samples)
        && runProgram(run.folder, u"bench_listreader"_s, {u"--endpoint"_s, endpoint, u"--runs"_s, u"1"_s},
                      samples)
        && runProgram(run.folder, u"bench_listreader"_s, {u"--devices"_s, devices, u"--runs"_s, u"1"_s},
                      samples)
        && (!run.hasPlainQt
            || runProgram(run.folder, u"bench_plainqt"_s, {u"--endpoint"_s, endpoint}, samples));
}

bool measureEmpty(const BenchRun &run, Samples &samples)
{
    BenchServer server;
    return server.start(run.folder, 0, false)
        && runProgram(run.folder, u"bench_window"_s,
                      {u"--endpoint"_s, server.endpoint(), u"--part"_s, u"empty"_s}, samples);
}
