// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class QPlainTextEdit;
class QRadioButton;

/// Files and folders with paths and rules, or entire machines.
class PlanWhatPage : public PlanWizardPage
{
    Q_OBJECT

public:
    PlanWhatPage(PlanDraft &draft, QWidget *parent);

    void load() override;
    /// As many names are shown.
    static constexpr qsizetype mostNames = 30;

    /// The devices that an entire machine plan leaves out: \a count of them, and the first by name.
    void setLeftOut(const QStringList &names, qsizetype count);

private:
    void addRule(const QString &rule);
    void takeItems();
    void showKind();

    QRadioButton *m_files;
    QRadioButton *m_machine;
    QWidget *m_paths;
    QPlainTextEdit *m_items;
    QLabel *m_leftOut;
    QStringList m_leftOutNames;
    qsizetype m_leftOutCount = 0;
};
