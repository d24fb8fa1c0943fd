// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/changes/changelistmodel.h"
#include "ui/sheets/exportform.h"

#include <QPointer>
#include <QWidget>

class AccountChanges;
class ActivityQuery;
class ChangeDetails;
class EmptyState;
class ExportDialog;
class QButtonGroup;
class QSplitter;
class QTableView;
class QToolButton;
class QueryBox;
class RunHeader;
class Theme;

/// The journal of changes: each change with what came of it, the run that is under way, and the details of the one that is chosen.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    /// \a changes and \a theme outlive the page.
    ActivityPage(AccountChanges &changes, ChangeListModel::AccountNames accountName, const Theme &theme,
                 QWidget *parent = nullptr);

    ActivityQuery *query() const { return m_query; }
    QueryBox *queryBox() const { return m_queryBox; }
    QTableView *table() const { return m_table; }
    ChangeDetails *details() const { return m_details; }
    ChangeListModel *model() const { return m_model; }
    /// Shows the changes of \a run, and it above them.
    void showRun(RunId run);
    /// Asks where the changes of \a run, or of what is shown, go as a sheet.
    void openExport(RunId run);
    /// Takes the choice back; false: nothing was chosen.
    bool clearChoice();
    /// Accounts have other names, or other ones are open.
    void showAccounts();

signals:
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    QWidget *makeBar();
    QToolButton *makeSegment(const QString &name, std::optional<ChangeState> state);
    void makeTable();
    void layOut();
    void connectParts();
    void showCounts();
    void showChoice();
    void chooseRun();

    AccountChanges &m_changes;
    const Theme &m_theme;
    ChangeListModel *m_model;
    ActivityQuery *m_query;
    QueryBox *m_queryBox;
    QButtonGroup *m_segments;
    RunHeader *m_run;
    QTableView *m_table;
    ChangeDetails *m_details;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    RunId m_wantedRun = RunId::None; // of the person
    ExportHabits m_habits;
    QPointer<ExportDialog> m_export;
};
