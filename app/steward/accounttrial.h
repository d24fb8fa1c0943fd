// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/companies/company.h"

#include <functional>
#include <memory>

/// Tries an account before it is kept: asks GET /company with its key, once, in a session that nobody else sees. What comes back names
/// the key's own company, so that a wrong key is noticed.
class AccountTrial : public QObject
{
    Q_OBJECT

public:
    using Ended = std::function<void(const Result<CompanySummary> &)>;

    using QObject::QObject;

    /// \a ended is called once, never before this returns; not at all after cancel() or another start().
    void start(const Account &account, const Secret &key, Ended ended);
    void cancel();
    bool isRunning() const { return m_asked.isActive(); }

private:
    std::unique_ptr<Session> m_session;
    RequestHandle m_asked; // goes before the session
};
