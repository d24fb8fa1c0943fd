// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>

using namespace Qt::StringLiterals;

namespace {

// Source: freedesktop.org, org.freedesktop.login1(5).
constexpr QLatin1StringView loginService("org.freedesktop.login1");
constexpr QLatin1StringView managerInterface("org.freedesktop.login1.Manager");
constexpr QLatin1StringView managerPath("/org/freedesktop/login1");
constexpr QLatin1StringView sessionInterface("org.freedesktop.login1.Session");

// KDE, Xfce and others have the first one; GNOME has the second.
constexpr std::array screenSavers{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"};

} // namespace

// Without a sender's name: to look up who has it would be waited for. Whoever else says that the screen is locked does no harm.
void ScreenLock::watch()
{
    if (m_isWatching)
        return;
    m_isWatching = true;
    for (const char *interface : screenSavers)
        QDBusConnection::sessionBus().connect({}, {}, QString::fromLatin1(interface), u"ActiveChanged"_s,
                                              this, SLOT(noteActive(bool)));
    QDBusConnection::systemBus().connect({}, managerPath, managerInterface, u"PrepareForSleep"_s, this,
                                         SLOT(noteActive(bool)));
    findSession();
}

/// Which of the sessions at this computer is the person's.
void ScreenLock::findSession()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(loginService, managerPath, managerInterface, u"GetSession"_s);
    question << u"auto"_s;
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> path = *watcher;
        if (!path.isError())
            watchSession(path.value().path());
    });
}

void ScreenLock::watchSession(const QString &path)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    bus.connect({}, path, sessionInterface, u"Lock"_s, this, SIGNAL(left()));
    // clang-format off: Qt wants the signature without blanks
    bus.connect({}, path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, this,
                SLOT(noteChange(QString,QVariantMap,QStringList)));
    // clang-format on
}

void ScreenLock::noteActive(bool isActive)
{
    if (isActive)
        emit left();
}

void ScreenLock::noteChange(const QString &interface, const QVariantMap &changed,
                            const QStringList & /*invalidated*/)
{
    if (interface == sessionInterface && changed.value(u"LockedHint"_s).toBool())
        emit left();
}
