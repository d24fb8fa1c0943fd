// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/activityquery.h"

#include "app/changes/changejournal.h"
#include "app/query/queryreader.h"
#include "ui/changes/changelistmodel.h"

#include <utility>

ActivityQuery::ActivityQuery(ChangeListModel &model, const ChangeJournal &journal, QObject *parent)
    : QueryText(parent), m_model(model), m_journal(journal), m_fields(changeQueryFields())
{
    connect(&model, &ChangeListModel::countsChanged, this, [this] {
        m_areCountsOld = true;
        emit counted();
    });
}

void ActivityQuery::apply()
{
    m_model.setFilter({query(), QDateTime::currentDateTimeUtc()});
}

std::vector<QueryFieldCounts> ActivityQuery::countedUnder(const Query &query) const
{
    return changeValueCounts(m_journal.changes(), {query, QDateTime::currentDateTimeUtc()},
                             [this](const AccountId &account) { return m_model.accountName(account); });
}

const std::vector<QueryFieldCounts> &ActivityQuery::counts() const
{
    if (std::exchange(m_areCountsOld, false))
        m_counts = countedUnder(query());
    return m_counts;
}

std::vector<QueryFieldCounts> ActivityQuery::countsUnder(const QString &text, int field)
{
    const tl::expected<Query, QueryProblem> asked = readQuery(text, m_fields);
    std::vector<QueryFieldCounts> all = countedUnder(asked ? *asked : query());
    std::erase_if(all, [field](const QueryFieldCounts &of) { return of.field != field; });
    return all;
}
