// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/companykits.h"

#include "app/enrolment/enrolmentrequests.h"

#include <algorithm>

CompanyKits::CompanyKits(QObject *parent) : QObject(parent) { }

void CompanyKits::setCompany(ApiClient *client, const CompanyId &company)
{
    if (m_client == client && m_company == company)
        return;
    m_client = client;
    m_company = company;
    clear();
}

void CompanyKits::setOptions(SetupOptions options)
{
    if (m_options == options)
        return;
    m_options = options;
    clear();
}

void CompanyKits::clear()
{
    m_requests.clear();
    m_states.clear();
    emit cleared();
}

KitState CompanyKits::state(SetupSystem system) const
{
    const auto found = m_states.find(system);
    return found == m_states.end() ? KitState() : found->second;
}

bool CompanyKits::isAsking() const
{
    return std::ranges::any_of(m_states, [](const auto &entry) { return entry.second.isAsking; });
}

void CompanyKits::askAll()
{
    for (const SetupSystem system : allSetupSystems)
        ask(system);
}

void CompanyKits::ask(SetupSystem system)
{
    KitState &known = m_states[system];
    if (!m_client || known.kit || known.isAsking)
        return;
    known.isAsking = true;
    m_requests[system] =
        m_client->send(setupKit(m_company, system, m_options), this,
                       [this, system](Result<SetupKit> answer) { take(system, std::move(answer)); });
    emit changed(system);
}

void CompanyKits::take(SetupSystem system, Result<SetupKit> answer)
{
    KitState &state = m_states[system];
    state = {};
    if (answer) {
        state.check = checkedKit(*answer, m_company, m_options);
        state.kit = std::move(*answer);
    } else {
        state.error = std::move(answer.error());
    }
    emit changed(system);
}
