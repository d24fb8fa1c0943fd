// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planimpact.h"

#include <QDialog>

class PlanEffectModel;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class Theme;

/// Asks whether a dry run may be tried, says what it does at worst, and lets the person choose the one device for it. Deletes itself when
/// it is closed.
class DryRunConsent : public QDialog
{
    Q_OBJECT

public:
    /// \a impact is that of the whole plan: only devices that would get it can be chosen. \a theme outlives the dialog.
    DryRunConsent(const PlanImpact &impact, const QString &planName, const QString &companyTitle,
                  const Theme &theme, QWidget *parent);

    /// Some device of \a impact could be chosen.
    static bool isPossible(const PlanImpact &impact);

signals:
    void agreed(const DeviceId &device);

private:
    QWidget *makeChoice();
    QWidget *makeButtons();
    void showRows(const QString &text);
    void showChoice();
    const DeviceEffect *chosen() const;

    const QString m_planName;
    PlanImpact m_all; // those that can be chosen
    PlanEffectModel *m_model;
    QLineEdit *m_search;
    QTableView *m_table;
    QLabel *m_worst;
    QPushButton *m_send;
};
