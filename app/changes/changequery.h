// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/change.h"
#include "app/query/query.h"
#include "app/query/querycompletion.h"
#include "app/query/querymatch.h"

#include <functional>
#include <vector>

/// What a query of the journal can ask for, by its place in changeQueryFields().
enum class ChangeField { When, Account, Change, Target, State, Result, Run };

/// "when", "account", "change", "target", "state", "result", "run".
QueryFields changeQueryFields();

/// Which changes a query lets pass.
class ChangeFilter
{
public:
    /// Lets everything pass.
    ChangeFilter() = default;
    /// \a query was read with changeQueryFields(). \a now is what ages are reckoned from; UTC.
    ChangeFilter(const Query &query, const QDateTime &now);

    /// \a accountName is what the person calls its account.
    bool takesIn(const ChangeRecord &change, const QString &accountName) const;

private:
    struct Part
    {
        QueryPart asked;
        std::vector<QueryMatcher> matchers; // of texts
    };

    bool fits(const Part &part, const ChangeRecord &change, const QString &accountName) const;
    bool fitsAge(const QueryPart &part, const QDateTime &at) const;

    std::vector<Part> m_parts;
    QDateTime m_now;
};

/// How many of \a changes that \a filter lets pass have which value, for the fields with few values. \a accountName: what the person
/// calls an account.
std::vector<QueryFieldCounts> changeValueCounts(const std::vector<ChangeRecord> &changes,
                                                const ChangeFilter &filter,
                                                const std::function<QString(const AccountId &)> &accountName);
