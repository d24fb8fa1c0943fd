// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/net/apiclient.h"

#include <QObject>

/// One signed-in account: who it is, and the client that holds its key.
class Session : public QObject
{
    Q_OBJECT

public:
    /// \a retries: see ApiClient.
    Session(Account account, Secret key, std::shared_ptr<ReadRetries> retries = {},
            QObject *parent = nullptr);

    const Account &account() const { return m_account; }
    /// Another name, colour and the like. The ID and the endpoint are the same as before.
    void setAccount(Account account);
    ApiClient &client() { return m_client; }
    const ApiClient &client() const { return m_client; }

private:
    Account m_account;
    ApiClient m_client;
};
