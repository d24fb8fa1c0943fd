// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QObject>

#include <set>

class AccountChanges;
class Fleet;
struct ChangeRecord;

/// Tells the fleet of each company that a change made, at once; and when an account is opened, of those that the journal knows and the
/// API cannot list: GET /company reaches two levels only.
class CreatedCompanies : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    CreatedCompanies(Fleet &fleet, AccountChanges &changes, QObject *parent = nullptr);

private:
    void add(const ChangeRecord &change);
    void addEarlier();

    Fleet &m_fleet;
    AccountChanges &m_changes;
    std::set<AccountId> m_waiting; // for the own company, to know what it lists
};
