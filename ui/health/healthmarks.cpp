// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/healthmarks.h"

#include "ui/health/healthlook.h"
#include "ui/window/theme.h"

HealthMarks::HealthMarks(const Theme &theme) : m_theme(theme) { }

const QPixmap &HealthMarks::mark(Health health, Token ground, qreal devicePixelRatio)
{
    if (!qFuzzyCompare(devicePixelRatio, m_devicePixelRatio)) {
        m_devicePixelRatio = devicePixelRatio;
        m_marks.clear();
    }
    const int key = static_cast<int>(ground) * static_cast<int>(healthCount) + static_cast<int>(health);
    QPixmap &mark = m_marks[key];
    if (mark.isNull()) {
        const HealthLook &look = healthLook(health);
        mark = glyphPixmap(look.mark, size, devicePixelRatio, m_theme.color(look.ink), m_theme.color(ground));
    }
    return mark;
}
