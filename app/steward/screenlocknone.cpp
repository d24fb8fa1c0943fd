// SPDX-License-Identifier: GPL-3.0-or-later
// For systems without D-Bus, in place of screenlock.cpp.
#include "app/steward/screenlock.h"

void ScreenLock::watch()
{
    m_isWatching = true; // and hears nothing
}

void ScreenLock::findSession() { }

void ScreenLock::watchSession(const QString & /*path*/) { }

void ScreenLock::noteActive(bool /*isActive*/) { }

void ScreenLock::noteChange(const QString & /*interface*/, const QVariantMap & /*changed*/,
                            const QStringList & /*invalidated*/)
{ }
