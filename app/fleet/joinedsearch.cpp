// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/joinedsearch.h"

#include "app/fleet/fleet.h"

JoinedSearch::JoinedSearch(Fleet &fleet, QObject *parent) : QObject(parent), m_fleet(fleet) { }

void JoinedSearch::search(const QList<AccountId> &accounts, const QString &text, NameMatch match)
{
    cancel();
    if (text.trimmed().isEmpty())
        return;
    for (const AccountId &account : accounts) {
        Session *session = m_fleet.session(account);
        if (!session)
            continue;
        auto search = std::make_unique<CompanySearch>();
        connect(search.get(), &CompanySearch::companiesFound, this,
                [this, account](const QList<Company> &companies) { take(account, companies); });
        connect(search.get(), &CompanySearch::failed, this, &JoinedSearch::fail);
        search->setMatch(match);
        search->search(session->client(), text);
        m_searches.push_back(std::move(search));
        ++m_left;
    }
}

void JoinedSearch::cancel()
{
    for (const std::unique_ptr<CompanySearch> &search : m_searches) {
        search->disconnect(this);
        search->cancel();
    }
    m_searches.clear();
    m_found.clear();
    m_error.reset();
    m_left = 0;
}

void JoinedSearch::take(const AccountId &account, const QList<Company> &companies)
{
    --m_left;
    for (const Company &company : companies)
        m_found.insert({account, company.id});
    m_fleet.addFound(account, companies);
    emit answered();
}

void JoinedSearch::fail(const ApiError &error)
{
    --m_left;
    if (!m_error)
        m_error = error;
    emit answered();
}
