// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/steward/screenlock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/// Lends an API key to the clipboard: it is taken away again after half a minute, when the screen is locked, when the computer goes to
/// sleep, and when Steward ends, unless something else was copied meanwhile. Clipboard histories are told that it is a secret.
class KeyClipboard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds usualTime{30};

    explicit KeyClipboard(std::chrono::milliseconds time = usualTime, QObject *parent = nullptr);
    ~KeyClipboard() override;

    void copy(const Secret &key);
    /// Takes the key away now, if it is still there.
    void wipe();

signals:
    void wiped();

private:
    QByteArray m_digest; // of what was copied, with salt; empty: nothing is lent
    QByteArray m_salt;
    QTimer m_end;
    ScreenLock m_lock;

    QByteArray digestOf(const QString &text) const;
};
