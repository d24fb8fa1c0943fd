// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/health.h"

#include <QCoreApplication>

const std::array<HealthRow, healthCount> healthTable{{
    {Health::Failing, HealthTone::Bad, true, true, "failing", QT_TRANSLATE_NOOP("Health", "Failing")},
    {Health::Never, HealthTone::Bad, true, true, "never", QT_TRANSLATE_NOOP("Health", "Never")},
    {Health::Stale, HealthTone::Warn, true, true, "stale", QT_TRANSLATE_NOOP("Health", "Stale")},
    {Health::Late, HealthTone::Warn, true, true, "late", QT_TRANSLATE_NOOP("Health", "Late")},
    {Health::OfflineLong, HealthTone::Idle, true, true, "offline",
     QT_TRANSLATE_NOOP("Health", "Offline long")},
    {Health::Unknown, HealthTone::Idle, true, true, "unknown", QT_TRANSLATE_NOOP("Health", "Unknown")},
    {Health::NeverNew, HealthTone::Idle, true, false, "new", QT_TRANSLATE_NOOP("Health", "Never, new")},
    {Health::Running, HealthTone::Run, true, false, "running", QT_TRANSLATE_NOOP("Health", "Running")},
    {Health::Protected, HealthTone::Ok, true, false, "protected", QT_TRANSLATE_NOOP("Health", "Protected")},
    {Health::NotManaged, HealthTone::None, false, false, "unmanaged",
     QT_TRANSLATE_NOOP("Health", "Not managed")},
}};

QString label(Health health)
{
    return QCoreApplication::translate("Health", healthRow(health).label);
}
