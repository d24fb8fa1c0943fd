// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"
#include "app/companies/company.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

/// How Steward came to know a company. The API names no parents and lists two levels only; what else is there is found by
/// search or because a device names it, and its place in the tree stays unknown. What Steward made itself has a place that it knows, whether
/// the API lists it or not.
enum class CompanyPlace { Own, Sub, Created, FoundBySearch, KnownFromDevices };

/// What is known about a company's devices.
enum class DeviceKnowledge {
    NotRead, ///< Nothing yet: never shown as 0.
    Reading, ///< Being asked for just now.
    Read, ///< Rows came, or a complete answer for this company had none.
    Failed ///< The last attempt failed; rows of earlier readings stay.
};

struct CompanyEntry
{
    CompanyKey key;
    Company company;
    CompanyPlace place = CompanyPlace::Sub;
    DeviceKnowledge devices = DeviceKnowledge::NotRead;
    QDateTime readAt; ///< Of the last successful reading of its devices; UTC. Null: never.
    std::optional<ApiError> error; ///< Of the last reading, if that failed.
    CompanyId parent{}; ///< Only known of what Steward made.

    /// The name, or the ID where no name is known yet.
    QString title() const { return company.name.isEmpty() ? key.company.text() : company.name; }
};

/// Every company of every account, in the order in which they became known: own, subs as listed, found, known from devices.
class CompanyList
{
public:
    const QList<CompanyEntry> &entries() const { return m_entries; }
    const CompanyEntry *find(const CompanyKey &key) const;
    /// The account's own company; nullptr before it was read.
    const CompanyEntry *own(const AccountId &account) const;
    /// \a company and what is known to stand below it: all that is listed or was made below an account's own company. What was found
    /// or is known from devices has no known place, and is nobody's.
    QSet<CompanyKey> withSubs(const CompanyKey &company) const;

    /// Puts \a company at \a place, or updates it. A company that is known at a better place (own, sub) stays there. True when
    /// anything that is shown changed.
    bool put(const AccountId &account, const Company &company, CompanyPlace place);
    /// Puts \a company, which Steward made below \a parent. True when anything that is shown changed.
    bool putCreated(const AccountId &account, const Company &company, const CompanyId &parent);
    /// Removes sub companies of \a account that \a listed does not name any more; those with devices become KnownFromDevices
    /// (\a hasDevices decides). True when anything changed.
    bool keepSubs(const AccountId &account, const QList<Company> &listed,
                  const std::function<bool(const CompanyKey &)> &hasDevices);
    void setDevices(const CompanyKey &key, DeviceKnowledge knowledge, const QDateTime &readAt = {},
                    const std::optional<ApiError> &error = {});
    bool remove(const CompanyKey &key);
    bool removeAccount(const AccountId &account);

private:
    CompanyEntry *entry(const CompanyKey &key);
    void reindex();

    QList<CompanyEntry> m_entries;
    QHash<CompanyKey, qsizetype> m_index;
};
