// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/sandboxprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startLimit = 15s;
constexpr auto endLimit = 2000; // ms, for QProcess

// Beside this program first: a build or a package keeps the two together.
QString sandboxProgram()
{
    const QString name = u"steward-sandbox"_s;
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

QStringList argumentsOf(const SandboxOptions &options)
{
    QStringList arguments{u"--port"_s, u"0"_s, u"--end-with-stdin"_s};
    const auto add = [&arguments](const QString &name, const std::optional<int> &value) {
        if (value)
            arguments << name << QString::number(*value);
    };
    add(u"--companies"_s, options.companies);
    add(u"--devices"_s, options.devices);
    add(u"--seed"_s, options.seed);
    add(u"--speed"_s, options.speed);
    return arguments;
}

} // namespace

SandboxProcess::SandboxProcess(QObject *parent) : QObject(parent)
{
    m_deadline.setSingleShot(true);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readPort);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The sandbox did not start: %1. Install Steward again, with its program steward-sandbox.")
                     .arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        fail(tr("The sandbox has ended (code %1). Open it again from the Account menu.")
                 .arg(m_process.exitCode()));
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail(tr("The sandbox did not start within 15 seconds. Open it again from the Account menu."));
    });
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // it ends when its standard input does
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endLimit))
        m_process.kill();
}

void SandboxProcess::start(const SandboxOptions &options)
{
    const QString program = sandboxProgram();
    if (program.isEmpty()) {
        fail(tr("The program steward-sandbox was not found beside Steward. Install Steward again."));
        return;
    }
    m_deadline.start(startLimit);
    m_process.start(program, argumentsOf(options));
}

void SandboxProcess::readPort()
{
    while (!m_isListening && m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        bool isNumber = false;
        const ushort port = line.mid(5).toUShort(&isNumber);
        if (line.startsWith("PORT ") && isNumber && port > 0) {
            m_isListening = true;
            m_deadline.stop();
            emit listening(port);
        }
    }
}

void SandboxProcess::fail(const QString &sentence)
{
    m_deadline.stop();
    m_process.disconnect(this);
    emit failed(sentence);
}
