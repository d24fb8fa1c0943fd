// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changesheet.h"

#include "ui/changes/changelistmodel.h"

ChangeSheet::ChangeSheet(const ChangeJournal &journal, AccountNames accountName,
                         std::vector<ChangeId> changes)
    : m_journal(journal), m_accountName(std::move(accountName)), m_changes(std::move(changes))
{ }

QList<SheetColumn> ChangeSheet::columns() const
{
    return {{.header = ChangeExport::tr("Confirmed"), .kind = CellKind::Time},
            {.header = ChangeExport::tr("Ended"), .kind = CellKind::Time},
            {.header = ChangeExport::tr("Account")},
            {.header = ChangeExport::tr("Change")},
            {.header = ChangeExport::tr("Target")},
            {.header = ChangeExport::tr("Where")},
            {.header = ChangeExport::tr("State")},
            {.header = ChangeExport::tr("Look-up")},
            {.header = ChangeExport::tr("What came of it")},
            {.header = ChangeExport::tr("ID")},
            {.header = ChangeExport::tr("Attempts"), .kind = CellKind::Number},
            {.header = ChangeExport::tr("Took, ms"), .kind = CellKind::Number},
            {.header = ChangeExport::tr("Run"), .kind = CellKind::Number}};
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

ChangeExport::ChangeExport(const ChangeListModel &model, const ChangeJournal &journal, RunId run)
    : m_model(model), m_journal(journal), m_run(run)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::modelReset, this, &ExportSubject::changed);
}

QString ChangeExport::title() const
{
    const ChangeRun *run = m_journal.find(m_run);
    return run ? tr("Result of %1", "a run").arg(run->title) : tr("Activity");
}

std::vector<ChangeId> ChangeExport::changes() const
{
    return m_run == RunId::None ? m_model.shown() : m_journal.changesOf(m_run);
}

qsizetype ChangeExport::count(ExportRows rows) const
{
    return rows == ExportRows::Shown ? std::ssize(changes()) : 0;
}

std::unique_ptr<SheetSource> ChangeExport::source(ExportRows /*rows*/) const
{
    return std::make_unique<ChangeSheet>(
        m_journal, [model = &m_model](const AccountId &account) { return model->accountName(account); },
        changes());
}
