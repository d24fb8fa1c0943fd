// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

/// Hears when the person leaves this computer: the screen is locked, or the computer goes to sleep. From D-Bus: logind's Lock, LockedHint
/// and PrepareForSleep, and ActiveChanged of the desktop's screen saver. Where there is no D-Bus, it hears nothing.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to listen, if it does not yet. Nothing is waited for but the buses themselves, which Qt has open already on a desktop.
    void watch();

signals:
    /// The person leaves. May be said more than once for one leave.
    void left();

private slots: // D-Bus calls them by name
    void noteActive(bool isActive);
    void noteChange(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void findSession();
    void watchSession(const QString &path);

    bool m_isWatching = false;
};
