// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/createdcompanies.h"

#include "app/companies/companycreation.h"
#include "app/fleet/fleet.h"
#include "app/steward/accountchanges.h"

CreatedCompanies::CreatedCompanies(Fleet &fleet, AccountChanges &changes, QObject *parent)
    : QObject(parent), m_fleet(fleet), m_changes(changes)
{
    connect(&changes, &AccountChanges::changeEnded, this, &CreatedCompanies::add);
    connect(&changes, &AccountChanges::runnerChanged, this, [this](const AccountId &account) {
        if (m_changes.runner(account))
            m_waiting.insert(account);
    });
    connect(&fleet, &Fleet::companiesChanged, this, &CreatedCompanies::addEarlier);
}

void CreatedCompanies::add(const ChangeRecord &change)
{
    if (const std::optional<Company> company = createdCompany(change))
        m_fleet.addCreated(change.account, *company, parentOf(change));
}

void CreatedCompanies::addEarlier()
{
    for (auto account = m_waiting.begin(); account != m_waiting.end();) {
        const CompanyEntry *own = m_fleet.companies().own(*account);
        if (!own) {
            ++account;
            continue;
        }
        const AccountId known = *account;
        const CompanyId ownId = own->key.company;
        account = m_waiting.erase(account); // before the fleet announces what is added
        for (const ChangeRecord &change : m_changes.journal().changes()) {
            if (change.account == known && parentOf(change) != ownId)
                add(change);
        }
    }
}
