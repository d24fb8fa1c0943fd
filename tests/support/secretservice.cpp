// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/secretservice.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDir>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;

const QString &serviceName()
{
    static const QString name = u"org.freedesktop.secrets"_s;
    return name;
}

bool isOnTheBus()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(serviceName());
}

} // namespace

KeyringDaemon::~KeyringDaemon()
{
    stop();
}

bool KeyringDaemon::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.remove(u"XDG_DATA_HOME"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s, u"--foreground"_s});
    if (!m_process.waitForStarted())
        return false;
    m_process.write("a password");
    m_process.closeWriteChannel();
    return QTest::qWaitFor(isOnTheBus, patience);
}

void KeyringDaemon::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
    m_process.waitForFinished();
}

DeadKeyring::DeadKeyring()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"dead keyring"_s))
{ }

DeadKeyring::~DeadKeyring()
{
    m_bus.unregisterService(serviceName());
    m_bus.unregisterObject(u"/"_s, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(m_bus.name());
}

bool DeadKeyring::start()
{
    return m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath)
        && m_bus.registerService(serviceName());
}

void DeadKeyring::refuse(const QString &errorName)
{
    m_errorName = errorName;
    for (const QDBusMessage &call : std::exchange(m_waiting, {}))
        m_bus.send(call.createErrorReply(m_errorName, u"refused by the test"_s));
}

QString DeadKeyring::introspect(const QString &path) const
{
    Q_UNUSED(path)
    return {};
}

bool DeadKeyring::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    ++m_calls;
    message.setDelayedReply(true);
    if (m_errorName.isEmpty())
        m_waiting.push_back(message);
    else
        connection.send(message.createErrorReply(m_errorName, u"refused by the test"_s));
    return true;
}
