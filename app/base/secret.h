// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

/// A text that cannot be printed, logged or compared by accident. One owner; the bytes are wiped when it goes.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over. The caller's copy, if it has one, is the caller's to wipe.
    explicit Secret(QByteArray bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();
    Q_DISABLE_COPY(Secret)

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// A second owner, on purpose and visibly so.
    Secret duplicate() const;
    /// The bytes, for the one place that sends them. A view: nothing is copied.
    QByteArrayView reveal() const { return m_bytes; }
    /// Overwrites the bytes and forgets them.
    void wipe();

    friend QDebug operator<<(QDebug debug, const Secret &) = delete;
    friend bool operator==(const Secret &, const Secret &) = delete;

private:
    QByteArray m_bytes;
};
