// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changequery.h"
#include "ui/query/querytext.h"

class ChangeJournal;
class ChangeListModel;

/// What the query box does to the grid of changes.
class ActivityQuery : public QueryText
{
    Q_OBJECT

public:
    /// Both outlive this; \a model is of \a journal.
    ActivityQuery(ChangeListModel &model, const ChangeJournal &journal, QObject *parent = nullptr);

    const QueryFields &queryFields() const override { return m_fields; }
    const std::vector<QueryFieldCounts> &counts() const override;
    std::vector<QueryFieldCounts> countsUnder(const QString &text, int field) override;

    /// Filters anew: ages are reckoned from now, and accounts may have other names.
    void apply();

protected:
    void begin() override { apply(); }

private:
    std::vector<QueryFieldCounts> countedUnder(const Query &query) const;

    ChangeListModel &m_model;
    const ChangeJournal &m_journal;
    const QueryFields m_fields;
    mutable std::vector<QueryFieldCounts> m_counts; // counted when somebody asks
    mutable bool m_areCountsOld = true;
};
