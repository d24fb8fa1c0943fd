// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

/// What is left out, continuous protection, and mail.
class PlanOptionsPage : public PlanWizardPage
{
    Q_OBJECT

public:
    PlanOptionsPage(PlanDraft &draft, QWidget *parent);

    void load() override;
    void enter() override { load(); }

private:
    void connectFields();
    void take();
    void showUsable();

    QLabel *m_reason;
    QCheckBox *m_hidden;
    QCheckBox *m_system;
    QCheckBox *m_cdp;
    QComboBox *m_cdpFrequency;
    QPlainTextEdit *m_exclusions;
    QWidget *m_usual;
    QComboBox *m_mail;
    QPlainTextEdit *m_emails;
    bool m_isLoading = false;
};
