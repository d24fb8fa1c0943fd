// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/plans/draftkeeper.h"
#include "app/plans/plancheck.h"
#include "app/plans/plandryruns.h"
#include "app/plans/planlist.h"

#include <QDialog>
#include <QPointer>

#include <array>
#include <memory>
#include <vector>

class PlanDeviceModel;
class PlanWizardPage;
class PlanReviewPage;
struct DryRunNote;
class PlanTargetsPage;
class PlanWhatPage;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class Theme;

/// For whom a plan is made, and what the wizard needs for it.
struct PlanWizardSetup
{
    CompanyKey company{};
    QString companyTitle{}; ///< Plain text.
    QList<ChosenDevice> devices{}; ///< All of the company.
    PlanDraft draft{}; ///< To begin with; its company is \a company.
    QString draftFile{}; ///< Where the draft is kept; empty: a new file.
    RememberedVerdict verdict; ///< On dry runs of the account.
    QStringList remarks{}; ///< What the person must know of where the draft comes from; sentences.
};

/// Makes one backup plan in six steps over one draft, and says before the click what will happen to whom. Nothing is sent but by the
/// button of the last step, for exactly the request that it shows. Deletes itself when it is closed; the draft stays, and a dry run that
/// is under way goes on in the parent.
class PlanWizard : public QDialog
{
    Q_OBJECT

public:
    using Runner = PlanDryRuns::Runner;

    /// \a plans and \a theme outlive the wizard. \a profile is where drafts are kept.
    PlanWizard(PlanWizardSetup setup, PlanList &plans, Runner runner, const QString &profile,
               const Theme &theme, QWidget *parent);
    ~PlanWizard() override;

    const PlanDraft &draft() const { return m_draft; }
    void showStep(PlanStep step);

private:
    void addPages();
    QWidget *makeHead();
    QWidget *makeFoot();
    void askWhereToSave();
    void saveTemplate(const QString &path);
    PlanWizardPage *page(PlanStep step) const { return m_pages[static_cast<size_t>(step)]; }
    void takeEdit();
    void check();
    void showButtons();
    void showMarks();
    void readPlans();
    void takePlans(const CompanyKey &company);
    void reckon();
    void takeKnownPlans();
    void sayKept(bool isKept);
    QList<ChosenDevice> chosen() const;
    /// Those, and the members of groups whom \a said names.
    QList<ChosenDevice> touched(const PlanCreated *said) const;
    void followDryRuns();
    void offerDryRun();
    /// What IDrive said to the dry run of the present draft, if that counts with these \a plans; nullptr: nothing that does.
    const PlanCreated *dryRunSaid(const DryRunAnswer *answer, const QList<Plan> &plans) const;
    DryRunNote dryRunNote(const DryRunAnswer *answer, const PlanCreated *said) const;
    DryRunNote tryNote() const;
    void showRefusedDryRun(const ChangeFailure &failure);
    void askAndCreate();
    void create();
    void takeEnd(const ChangeRecord &change);
    void showCreated(const ChangeRecord &change);
    void showRefused(const ChangeFailure &failure);
    /// Goes to the first field that the server names; false: it names none.
    bool goToErrors(const ChangeFailure &failure);

    const PlanWizardSetup m_setup;
    PlanList &m_plans;
    const Runner m_runner;
    const Theme &m_theme;
    const std::unique_ptr<DraftKeeper> m_keeper;
    PlanDraft m_draft;
    PlanDeviceModel *m_devices;
    PlanDryRuns *m_dryRuns;
    std::vector<PlanWizardPage *> m_pages;
    PlanTargetsPage *m_targets = nullptr;
    PlanWhatPage *m_what = nullptr;
    PlanReviewPage *m_review = nullptr;
    QListWidget *m_steps;
    std::array<bool, planSteps.size()> m_isLeft{}; // steps that were left once: they wear a mark
    QStackedWidget *m_stack;
    QLabel *m_says;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_create;
    PlanSurroundings m_around;
    QList<PlanProblem> m_problems;
    PlanDraft m_reviewed; // what the review shows
    bool m_isReviewed = false;
    qsizetype m_replaced = 0;
    RunId m_run = RunId::None;
    bool m_isCreated = false;
    bool m_isAnswered = false; // what a sending came to is said, until the next edit
};
