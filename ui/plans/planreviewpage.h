// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class PlanEffectModel;
class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QTableView;
struct PlanImpact;

/// What the review says of dry runs.
struct DryRunNote
{
    QString says{};
    QString button{}; ///< What can be done; empty: nothing.
    bool isBad = false;
};

/// The plan in words, the request on demand, and what happens to each device. After the creation: what came of it.
class PlanReviewPage : public PlanWizardPage
{
    Q_OBJECT

public:
    PlanReviewPage(PlanDraft &draft, QWidget *parent);

    void load() override;
    void enter() override { load(); }
    void showProblems(const QList<PlanProblem> &problems) override;
    /// \a says: from what it was reckoned, or what came of it.
    void setImpact(const PlanImpact &impact, const QString &says);
    /// The plans that this was reckoned from cannot be told: the table is empty, and \a says why.
    void setUnknown(const QString &says);
    void setDryRun(const DryRunNote &note);
    void showResult(const QString &title);
    const PlanImpact &impact() const;

signals:
    void readAgainRequested();
    void dryRunRequested();

private:
    void setUpTable();
    QHBoxLayout *makeButtons();
    void showJson();

    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_counts;
    QLabel *m_says;
    QLabel *m_dryRun;
    QLabel *m_faults;
    QTableView *m_table;
    PlanEffectModel *m_model;
    QPushButton *m_again;
    QPushButton *m_askDryRun;
    QPushButton *m_showJson;
    QPlainTextEdit *m_json;
};
