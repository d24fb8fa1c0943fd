// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planlist.h"

#include <QWidget>

#include <optional>
#include <vector>

class FactList;
class Note;
class QLabel;
class QPushButton;
class QVBoxLayout;
class Theme;

/// The backup plans of one company, a few lines each. A part of the company's details. They are read when somebody asks for them, and
/// as of when they are is said.
class CompanyPlanList : public QWidget
{
    Q_OBJECT

public:
    /// \a plans and \a theme outlive the part.
    CompanyPlanList(PlanList &plans, const Theme &theme, QWidget *parent = nullptr);

    /// Whose plans; nullopt: nobody's.
    void setCompany(const std::optional<CompanyKey> &company);

    /// More plans than these are counted and not shown.
    static constexpr qsizetype mostShown = 50;

private:
    void showAll();
    void showPlans(const QList<Plan> &plans);
    const CompanyPlans &known() const;
    bool canRead() const;
    QString stateText(const CompanyPlans &known) const;
    static QString troubleText(const CompanyPlans &known);

    PlanList &m_plans;
    const Theme &m_theme;
    const CompanyPlans m_nothing; // what is known before anything was asked
    std::optional<CompanyKey> m_company;
    QLabel *m_state;
    QPushButton *m_read;
    Note *m_trouble;
    QVBoxLayout *m_column;
    std::vector<FactList *> m_shown;
};
