// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/session.h"

Session::Session(Account account, Secret key, std::shared_ptr<ReadRetries> retries, QObject *parent)
    : QObject(parent), m_account(std::move(account)),
      m_client(m_account.endpoint, std::move(key), std::move(retries))
{ }

void Session::setAccount(Account account)
{
    Q_ASSERT(account.id == m_account.id && account.endpoint == m_account.endpoint);
    m_account = std::move(account);
}
