// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

/// The real keyring daemon of GNOME, unlocked, on the session bus of this process, with a home of its own. Ends with this object.
class KeyringDaemon
{
public:
    ~KeyringDaemon();

    /// False when it is not there, or does not come to the bus within ten seconds.
    bool start();
    void stop();
    /// Where it keeps its files.
    QString home() const { return m_home.path(); }

private:
    QProcess m_process;
    QTemporaryDir m_home;
};

/// Something that has the keyring's name on the session bus, and answers late, with an error, or never.
class DeadKeyring : public QDBusVirtualObject
{
public:
    DeadKeyring();
    ~DeadKeyring() override;

    /// False when the name is taken.
    bool start();
    /// Answers what has come, and all that comes, with an error of this name.
    void refuse(const QString &errorName);
    qsizetype calls() const { return m_calls; }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QDBusConnection m_bus;
    QString m_errorName;
    std::vector<QDBusMessage> m_waiting;
    qsizetype m_calls = 0;
};
