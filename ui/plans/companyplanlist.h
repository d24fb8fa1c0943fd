// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/companyplans.h"

#include <QWidget>

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
    /// \a theme outlives the part.
    explicit CompanyPlanList(const Theme &theme, QWidget *parent = nullptr);

    /// Whose plans; \a client, if there is one, is asked.
    void setCompany(ApiClient *client, const CompanyId &company);

    /// More plans than these are counted and not shown.
    static constexpr qsizetype mostShown = 50;

private:
    void showAll();
    void showPlans();
    QString stateText() const;
    QString troubleText() const;

    const Theme &m_theme;
    CompanyPlans *m_plans;
    QLabel *m_state;
    QPushButton *m_read;
    Note *m_trouble;
    QVBoxLayout *m_column;
    std::vector<FactList *> m_shown;
};
