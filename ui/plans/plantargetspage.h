// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

class PlanDeviceModel;
class QLineEdit;
class QTableView;

/// Name, devices and groups of a new plan.
class PlanTargetsPage : public PlanWizardPage
{
    Q_OBJECT

public:
    /// \a devices outlives the page; \a companyTitle is plain text.
    PlanTargetsPage(PlanDraft &draft, PlanDeviceModel &devices, const QString &companyTitle, QWidget *parent);

    void load() override;
    /// Groups that plans name, for the person to take from.
    void setKnownGroups(const QStringList &groups);

private:
    void layOutDevices();
    void connectFields();
    void takeDevices();
    void showCount();

    PlanDeviceModel &m_devices;
    QLineEdit *m_name;
    QLineEdit *m_search;
    QTableView *m_list;
    QLabel *m_count;
    QLineEdit *m_groups;
    QLabel *m_knownGroups;
};
