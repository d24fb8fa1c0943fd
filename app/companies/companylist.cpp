// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companylist.h"

#include <QSet>

#include <utility>

namespace {

// The better known a place is, the lower: a company that is listed is not also "found".
int rank(CompanyPlace place)
{
    return static_cast<int>(place);
}

} // namespace

const CompanyEntry *CompanyList::find(const CompanyKey &key) const
{
    const auto found = m_index.constFind(key);
    return found == m_index.cend() ? nullptr : &m_entries[*found];
}

CompanyEntry *CompanyList::entry(const CompanyKey &key)
{
    const auto found = m_index.constFind(key);
    return found == m_index.cend() ? nullptr : &m_entries[*found];
}

const CompanyEntry *CompanyList::own(const AccountId &account) const
{
    for (const CompanyEntry &entry : m_entries) {
        if (entry.place == CompanyPlace::Own && entry.key.account == account)
            return &entry;
    }
    return nullptr;
}

bool CompanyList::put(const AccountId &account, const Company &company, CompanyPlace place)
{
    const CompanyKey key{account, company.id};
    CompanyEntry *known = entry(key);
    if (!known) {
        m_index.insert(key, m_entries.size());
        m_entries.append({.key = key, .company = company, .place = place});
        return true;
    }
    const CompanyPlace better = rank(place) < rank(known->place) ? place : known->place;
    // a device names its company by the ID alone: that takes no name away
    const bool saysMore = !company.name.isEmpty() || known->company.name.isEmpty();
    if (better == known->place && (!saysMore || known->company == company))
        return false;
    known->place = better;
    if (saysMore)
        known->company = company;
    return true;
}

QSet<CompanyKey> CompanyList::withSubs(const CompanyKey &company) const
{
    QSet<CompanyKey> all{company};
    const CompanyEntry *ownCompany = own(company.account);
    const bool isOwn = ownCompany && ownCompany->key == company;
    qsizetype before = 0;
    while (all.size() > before) { // a company may stand before its parent
        before = all.size();
        for (const CompanyEntry &entry : m_entries) {
            const bool isBelow = isOwn && entry.place == CompanyPlace::Sub;
            const bool isMadeBelow =
                !entry.parent.isEmpty() && all.contains({entry.key.account, entry.parent});
            if (entry.key.account == company.account && (isBelow || isMadeBelow))
                all.insert(entry.key);
        }
    }
    return all;
}

bool CompanyList::putCreated(const AccountId &account, const Company &company, const CompanyId &parent)
{
    const bool isChanged = put(account, company, CompanyPlace::Created);
    CompanyEntry *known = entry({account, company.id});
    return std::exchange(known->parent, parent) != parent || isChanged;
}

bool CompanyList::keepSubs(const AccountId &account, const QList<Company> &listed,
                           const std::function<bool(const CompanyKey &)> &hasDevices)
{
    QSet<CompanyId> ids;
    for (const Company &company : listed)
        ids.insert(company.id);

    bool changed = false;
    for (CompanyEntry &entry : m_entries) {
        if (entry.key.account == account && entry.place == CompanyPlace::Sub
            && !ids.contains(entry.key.company) && hasDevices(entry.key)) {
            entry.place = CompanyPlace::KnownFromDevices;
            changed = true;
        }
    }
    const qsizetype gone = m_entries.removeIf([&](const CompanyEntry &entry) {
        return entry.key.account == account && entry.place == CompanyPlace::Sub
            && !ids.contains(entry.key.company);
    });
    if (gone > 0)
        reindex();
    return changed || gone > 0;
}

void CompanyList::setDevices(const CompanyKey &key, DeviceKnowledge knowledge, const QDateTime &readAt,
                             const std::optional<ApiError> &error)
{
    CompanyEntry *known = entry(key);
    if (!known)
        return;
    known->devices = knowledge;
    known->error = error;
    if (readAt.isValid())
        known->readAt = readAt;
}

bool CompanyList::remove(const CompanyKey &key)
{
    if (!m_index.contains(key))
        return false;
    m_entries.removeAt(m_index.value(key));
    reindex();
    return true;
}

bool CompanyList::removeAccount(const AccountId &account)
{
    const qsizetype gone =
        m_entries.removeIf([&](const CompanyEntry &entry) { return entry.key.account == account; });
    reindex();
    return gone > 0;
}

void CompanyList::reindex()
{
    m_index.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        m_index.insert(m_entries[i].key, i);
}
