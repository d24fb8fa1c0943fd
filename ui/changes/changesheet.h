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

/// One run as a result sheet: its changes, in the order in which they were confirmed.
class RunExport : public ExportSubject
{
    Q_OBJECT

public:
    /// \a journal outlives this and its sources.
    RunExport(const ChangeJournal &journal, ChangeSheet::AccountNames accountName, RunId run);

    QString title() const override;
    qsizetype count(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    const ChangeJournal &m_journal;
    const ChangeSheet::AccountNames m_accountName;
    const RunId m_run;
};

/// What the activity page exports: the changes that it shows.
class ActivityExport : public ExportSubject
{
    Q_OBJECT

public:
    /// Both outlive this and its sources.
    ActivityExport(const ChangeListModel &model, const ChangeJournal &journal);

    QString title() const override;
    qsizetype count(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    const ChangeListModel &m_model;
    const ChangeJournal &m_journal;
};
