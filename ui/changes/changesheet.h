// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"
#include "ui/sheets/exportsubject.h"

#include <functional>
#include <vector>

class ChangeListModel;

/// Changes of the journal as a sheet. Times are UTC. Holds what the journal holds: no key, no setup link and no configuration ID.
class ChangeSheet : public SheetSource
{
public:
    using AccountNames = std::function<QString(const AccountId &)>;

    /// \a journal outlives the sheet. A change that is forgotten meanwhile is left out.
    ChangeSheet(const ChangeJournal &journal, AccountNames accountName, std::vector<ChangeId> changes);

    QList<SheetColumn> columns() const override;
    qsizetype expectedRows() const override { return std::ssize(m_changes); }
    bool addNextRow(SheetRows &rows) override;

private:
    const ChangeJournal &m_journal;
    const AccountNames m_accountName;
    const std::vector<ChangeId> m_changes;
    size_t m_next = 0;
};

/// What the activity page exports: the changes that it shows, or those of one run, in the order in which they were confirmed.
class ChangeExport : public ExportSubject
{
    Q_OBJECT

public:
    /// \a model outlives this. \a run None: what the model shows.
    ChangeExport(const ChangeListModel &model, const ChangeJournal &journal, RunId run);

    QString title() const override;
    qsizetype count(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    std::vector<ChangeId> changes() const;

    const ChangeListModel &m_model;
    const ChangeJournal &m_journal;
    const RunId m_run;
};
