// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/health/healthfacts.h"
#include "app/health/healthlimits.h"

#include <array>
#include <vector>

/// What each code of the device table's dictionaries means for health, worked out once for each word, so that a row costs no text.
class HealthClasses
{
public:
    HealthClasses();

    /// Works out the codes that came since the last time. O(new words).
    void learn(const DeviceTable &table);
    /// Forgets all codes and learns them again.
    void setLimits(const LimitBook &book, const DeviceTable &table);
    const LimitBook &limits() const { return m_book; }

    StatusMeaning status(quint32 code) const { return m_statuses[code]; }
    ResultMeaning result(quint32 code) const { return m_results[code]; }
    MachineKind kind(quint32 os, quint32 group) const
    {
        return kindOf(m_kindsByOs[os], m_kindsByGroup[group]);
    }
    /// A number for the account of a company, from 0. Rows that name no company are of account 0.
    quint32 account(quint32 company) const { return m_accounts[company]; }
    quint32 accountCount() const { return static_cast<quint32>(m_accountIds.size()); }

    /// The limits of a row: as LimitBook::limits(), without looking a name up.
    HealthLimits limitsOf(quint32 company, quint32 group, MachineKind kind) const
    {
        return m_isBookEmpty ? m_defaults[static_cast<size_t>(kind)] : overridden(company, group, kind);
    }

private:
    using Overrides = HealthLimits; // 0: not set

    void forget();
    void learnCompany(const CompanyKey &key);
    HealthLimits overridden(quint32 company, quint32 group, MachineKind kind) const;

    LimitBook m_book;
    std::vector<StatusMeaning> m_statuses;
    std::vector<ResultMeaning> m_results;
    std::vector<MachineKind> m_kindsByOs;
    std::vector<MachineKind> m_kindsByGroup;
    std::vector<quint32> m_accounts; // by company
    std::vector<AccountId> m_accountIds;
    std::vector<Overrides> m_setByCompany;
    std::vector<Overrides> m_setByGroup;
    std::array<Overrides, machineKindCount> m_setByKind{};
    std::vector<Overrides> m_setByAccount;
    std::array<HealthLimits, machineKindCount> m_defaults{};
    bool m_isBookEmpty = true;
};
