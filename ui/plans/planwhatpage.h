// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class PathChips;
class QRadioButton;
class Theme;

/// Files and folders with paths and rules, or entire machines.
class PlanWhatPage : public PlanWizardPage
{
    Q_OBJECT

public:
    /// \a draft and \a theme outlive the page.
    PlanWhatPage(PlanDraft &draft, const Theme &theme, QWidget *parent);

    void load() override;
    void showProblems(const QList<PlanProblem> &problems) override;
    /// As many names are shown.
    static constexpr qsizetype mostNames = 30;

    /// The devices that an entire machine plan leaves out: \a count of them, and the first by name.
    void setLeftOut(const QStringList &names, qsizetype count);

private:
    void showKind();

    QRadioButton *m_files;
    QRadioButton *m_machine;
    QWidget *m_paths;
    PathChips *m_items;
    QLabel *m_leftOut;
    QStringList m_leftOutNames;
    qsizetype m_leftOutCount = 0;
};
