// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "ui/window/icons.h"
#include "ui/window/tokens.h"

#include <QHash>
#include <QPixmap>

class Theme;

/// The small pictures that stand in many rows: each is drawn once for each ground, because drawing one costs more than the
/// text beside it.
class MarkPictures
{
public:
    static constexpr int size = 14; ///< Logical pixels.

    /// \a theme outlives this.
    explicit MarkPictures(const Theme &theme);

    /// What is asked for from now on is sharp at \a ratio.
    void setDevicePixelRatio(qreal ratio);
    /// \a ground is what it stands on. Good until the next call.
    const QPixmap &glyph(Glyph glyph, Token ink, Token ground);
    /// The account's disc. Good until the next call.
    const QPixmap &account(AccountColour colour);
    /// Colours are other ones.
    void forget() { m_pictures.clear(); }

private:
    template <typename Draw>
    const QPixmap &picture(quint32 key, const Draw &draw);

    const Theme &m_theme;
    qreal m_ratio = 1;
    QHash<quint32, QPixmap> m_pictures; // by what is drawn, ink and ground
};
