// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"
#include "app/base/ids.h"
#include "app/companies/companysearch.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

class Fleet;

/// Searches companies by name in several accounts side by side, and has the fleet keep what is found. A newer search replaces the one before.
class JoinedSearch : public QObject
{
    Q_OBJECT

public:
    /// \a fleet outlives this.
    explicit JoinedSearch(Fleet &fleet, QObject *parent = nullptr);

    /// Asks each of \a accounts that is open. Blank text is no question: nothing is sent.
    void search(const QList<AccountId> &accounts, const QString &text, NameMatch match);
    /// Ends the search, and forgets what it found.
    void cancel();

    /// True until every account has answered.
    bool isSearching() const { return m_left > 0; }
    /// What the accounts found so far.
    const QSet<CompanyKey> &found() const { return m_found; }
    /// Why an account could not be searched: of the first one that failed.
    const std::optional<ApiError> &error() const { return m_error; }

signals:
    /// An account has answered, or cannot.
    void answered();

private:
    void take(const AccountId &account, const QList<Company> &companies);
    void fail(const ApiError &error);

    Fleet &m_fleet;
    std::vector<std::unique_ptr<CompanySearch>> m_searches;
    QSet<CompanyKey> m_found;
    std::optional<ApiError> m_error;
    int m_left = 0;
};
