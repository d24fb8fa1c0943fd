// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/plans/plancheck.h"
#include "app/plans/plandrafts.h"
#include "app/plans/planlist.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class PlanDeviceModel;
class PlanWizardPage;
class PlanReviewPage;
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
};

/// Makes one backup plan in six steps over one draft, and says before the click what will happen to whom. Nothing is sent but by the
/// button of the last step, for exactly the request that it shows. Deletes itself when it is closed; the draft stays.
class PlanWizard : public QDialog
{
    Q_OBJECT

public:
    using Runner = std::function<ChangeRunner *()>;

    /// \a plans and \a theme outlive the wizard. \a profile is where drafts are kept.
    PlanWizard(PlanWizardSetup setup, PlanList &plans, Runner runner, const QString &profile,
               const Theme &theme, QWidget *parent);
    ~PlanWizard() override;

    const PlanDraft &draft() const { return m_draft; }
    void showStep(PlanStep step);

private:
    void addPages();
    QWidget *makeFoot();
    PlanWizardPage *page(PlanStep step) const { return m_pages[static_cast<size_t>(step)]; }
    void takeEdit();
    void check();
    void showButtons();
    void readPlans();
    void takePlans(const CompanyKey &company);
    void reckon();
    void keepDraft();
    QList<ChosenDevice> chosen() const;
    void askAndCreate();
    void create();
    void takeEnd(const ChangeRecord &change);
    void showCreated(const ChangeRecord &change);
    void showRefused(const ChangeFailure &failure);

    const PlanWizardSetup m_setup;
    PlanList &m_plans;
    const Runner m_runner;
    const PlanDrafts m_drafts;
    QString m_draftFile;
    PlanDraft m_draft;
    PlanDeviceModel *m_devices;
    std::vector<PlanWizardPage *> m_pages;
    PlanTargetsPage *m_targets = nullptr;
    PlanWhatPage *m_what = nullptr;
    PlanReviewPage *m_review = nullptr;
    QListWidget *m_steps;
    QStackedWidget *m_stack;
    QLabel *m_says;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_create;
    QList<PlanProblem> m_problems;
    PlanDraft m_reviewed; // what the review shows
    bool m_isReviewed = false;
    qsizetype m_replaced = 0;
    RunId m_run = RunId::None;
    bool m_isCreated = false;
    QTimer m_keepSoon;
    bool m_isEdited = false;
};
