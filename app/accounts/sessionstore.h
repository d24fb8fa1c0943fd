// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <map>

/// Secrets in memory, until Steward ends. Wiped when removed, replaced, or when the store goes.
class SessionStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const QString &name, QObject *context, Got handler) override;
    void write(const QString &name, Secret secret, QObject *context, Done handler) override;
    void remove(const QString &name, QObject *context, Done handler) override;

private:
    std::map<QString, Secret> m_secrets;
};
