// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health.h"
#include "ui/window/tokens.h"

#include <QHash>
#include <QPixmap>

class Theme;

/// The marks of health for whoever paints many of them: each is drawn once for each ground.
class HealthMarks
{
public:
    static constexpr int size = 14; ///< Logical pixels.

    /// \a theme outlives this.
    explicit HealthMarks(const Theme &theme);

    /// Sharp at \a devicePixelRatio. \a ground is what it stands on. Good until the next call.
    const QPixmap &mark(Health health, Token ground, qreal devicePixelRatio);
    /// Colours are other ones.
    void forget() { m_marks.clear(); }

private:
    const Theme &m_theme;
    qreal m_devicePixelRatio = 0;
    QHash<int, QPixmap> m_marks; // by health and ground
};
