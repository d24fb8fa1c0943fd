// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"
#include "app/companies/companylist.h"
#include "ui/sheets/importpane.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <memory>

class AccountChanges;
class ChangeRunner;
class CompanySheet;
class ElidedLabel;
class ExportDialog;
class Note;
class QCheckBox;
class QLabel;
class QPushButton;
class RowChanges;
class RunHeader;
class Theme;

/// Creates many companies: from a CSV file or pasted lines, below one company or where each line says, with a preview of all of them; then
/// what came of each, while they are sent one after the other. Not modal, deletes itself when it is closed; what was confirmed goes on
/// then, under Activity.
class ManyCompaniesDialog : public QDialog
{
    Q_OBJECT

public:
    struct Setup
    {
        CompanyKey below{}; ///< The parent of those whose line names none.
        QString belowTitle{};
        std::function<QString(const AccountId &)> accountName{}; ///< For the result sheet.
        ImportHabits habits{};
    };

    /// Everything given outlives the dialog. \a known: the companies that are known, at any moment.
    ManyCompaniesDialog(AccountChanges &changes, const CompanyList &known, Setup setup, const Theme &theme,
                        QWidget *parent = nullptr);

    /// None: nothing was confirmed yet.
    RunId run() const { return m_run; }
    ImportHabits habits() const { return m_pane->habits(); }

    void reject() override;

signals:
    void statusMessage(const QString &text);
    /// The person wants to see the changes of \a run in the journal.
    void activityRequested(RunId run);
    /// habits() may be other ones.
    void confirmed();

private:
    QPushButton *makeButton(const QString &name, const QString &text);
    QLabel *makeLine(const QString &name);
    void layOut();
    void connectParts();
    std::shared_ptr<RowJudge> makeSheet(const ChosenColumns &columns);
    ChangeRunner *runner() const;
    void create();
    void followRun();
    void showAll();
    QString whyNot() const;
    QString summaryText() const;
    QString buttonText() const;
    void exportResult();

    AccountChanges &m_changes;
    const CompanyList &m_known;
    const Setup m_setup;
    const Theme &m_theme;
    std::shared_ptr<CompanySheet> m_sheet; // of the preview
    RunId m_run = RunId::None;
    RowChanges *m_rows;
    ElidedLabel *m_title;
    RunHeader *m_header;
    ImportPane *m_pane;
    Note *m_trouble;
    QCheckBox *m_resend;
    QLabel *m_summary;
    QPushButton *m_close;
    QPushButton *m_create;
    QPointer<ExportDialog> m_export;
};
