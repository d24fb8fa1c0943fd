// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/accounttrial.h"

#include "app/companies/companyrequests.h"

void AccountTrial::start(const Account &account, const Secret &key, Ended ended)
{
    cancel();
    // without retries: whoever waits before a dialog wants to hear of the first failure
    m_session = std::make_unique<Session>(account, key.duplicate());
    m_asked = m_session->client().send<CompanySummary>(
        companySummary(), this, [this, ended = std::move(ended)](const Result<CompanySummary> &answer) {
            const std::unique_ptr<Session> over = std::move(m_session);
            ended(answer);
        });
}

void AccountTrial::cancel()
{
    m_asked.cancel();
    m_session.reset();
}
