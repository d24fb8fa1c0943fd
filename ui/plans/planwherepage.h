// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class QLineEdit;
class QRadioButton;

/// To the cloud, or to a local disk.
class PlanWherePage : public PlanWizardPage
{
    Q_OBJECT

public:
    PlanWherePage(PlanDraft &draft, QWidget *parent);

    void load() override;

private:
    QRadioButton *m_cloud;
    QRadioButton *m_local;
    QLineEdit *m_path;
};
