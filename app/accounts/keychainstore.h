// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

/// The desktop's own keyring: Secret Service, KWallet, or what Windows and macOS have. Nothing is ever written to a file instead.
///
/// A keyring that is slow, locked or dead holds nobody up: after the deadline a question is answered with TooLate. What the keyring
/// says later is wiped, and announced by cameLate().
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    /// Long enough to type a password into the desktop's own question.
    static constexpr std::chrono::milliseconds usualDeadline{30'000};

    explicit KeychainStore(std::chrono::milliseconds deadline = usualDeadline, QObject *parent = nullptr);

    void read(const QString &name, QObject *context, Got handler) override;
    void write(const QString &name, Secret secret, QObject *context, Done handler) override;
    void remove(const QString &name, QObject *context, Done handler) override;

private:
    void start(QKeychain::Job *job, const QString &name, QObject *context, Done answer);

    const std::chrono::milliseconds m_deadline;
};
