// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changesheet.h"

#include "ui/changes/changelistmodel.h"

ChangeSheet::ChangeSheet(const ChangeJournal &journal, AccountNames accountName,
                         std::vector<ChangeId> changes)
    : m_journal(journal), m_accountName(std::move(accountName)), m_changes(std::move(changes))
{ }

QList<SheetColumn> ChangeSheet::columns() const
{
    return {{.header = RunExport::tr("Confirmed"), .kind = CellKind::Time},
            {.header = RunExport::tr("Ended"), .kind = CellKind::Time},
            {.header = RunExport::tr("Account")},
            {.header = RunExport::tr("Change")},
            {.header = RunExport::tr("Target")},
            {.header = RunExport::tr("Where")},
            {.header = RunExport::tr("State")},
            {.header = RunExport::tr("Look-up")},
            {.header = RunExport::tr("What came of it")},
            {.header = RunExport::tr("ID")},
            {.header = RunExport::tr("Attempts"), .kind = CellKind::Number},
            {.header = RunExport::tr("Took, ms"), .kind = CellKind::Number},
            {.header = RunExport::tr("Run"), .kind = CellKind::Number}};
}

bool ChangeSheet::addNextRow(SheetRows &rows)
{
    const ChangeRecord *change = nullptr;
    while (!change && m_next < m_changes.size())
        change = m_journal.find(m_changes[m_next++]);
    if (!change)
        return false;
    const auto addTime = [&rows](const QDateTime &time) {
        if (time.isValid())
            rows.addTime(time.toMSecsSinceEpoch());
        else
            rows.addNothing();
    };
    addTime(change->madeAt);
    addTime(change->endedAt);
    rows.addText(m_accountName(change->account));
    rows.addText(change->title);
    rows.addText(change->change.target);
    rows.addText(change->change.place);
    rows.addText(label(change->state));
    rows.addText(change->lookUp == LookUpState::None ? QString() : label(change->lookUp));
    rows.addText(whatCameOf(*change));
    rows.addText(change->answer.key);
    rows.addNumber(static_cast<qint64>(change->attempts.size()));
    if (const auto duration = change->duration())
        rows.addNumber(static_cast<qint64>(duration->count()));
    else
        rows.addNothing();
    rows.addNumber(static_cast<qint64>(change->run));
    return true;
}

RunExport::RunExport(const ChangeJournal &journal, ChangeSheet::AccountNames accountName, RunId run)
    : m_journal(journal), m_accountName(std::move(accountName)), m_run(run)
{ }

QString RunExport::title() const
{
    const ChangeRun *run = m_journal.find(m_run);
    return run ? tr("Result of %1", "a run").arg(run->title) : tr("Result");
}

qsizetype RunExport::count(ExportRows rows) const
{
    const ChangeRun *run = rows == ExportRows::Shown ? m_journal.find(m_run) : nullptr;
    return run ? run->counts.total() : 0;
}

std::unique_ptr<SheetSource> RunExport::source(ExportRows /*rows*/) const
{
    return std::make_unique<ChangeSheet>(m_journal, m_accountName, m_journal.changesOf(m_run));
}

ActivityExport::ActivityExport(const ChangeListModel &model, const ChangeJournal &journal)
    : m_model(model), m_journal(journal)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::modelReset, this, &ExportSubject::changed);
}

QString ActivityExport::title() const
{
    return tr("Activity");
}

qsizetype ActivityExport::count(ExportRows rows) const
{
    return rows == ExportRows::Shown ? std::ssize(m_model.shown()) : 0;
}

std::unique_ptr<SheetSource> ActivityExport::source(ExportRows /*rows*/) const
{
    return std::make_unique<ChangeSheet>(
        m_journal, [model = &m_model](const AccountId &account) { return model->accountName(account); },
        m_model.shown());
}
