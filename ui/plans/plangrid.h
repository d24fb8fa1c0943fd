// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantable.h"

#include <QTableView>

class PlanModel;
class Theme;

/// The grid of plans: rows that are selected whole, sorted by a click on a header.
class PlanGrid : public QTableView
{
    Q_OBJECT

public:
    /// Both outlive the grid.
    PlanGrid(PlanModel &model, const Theme &theme, QWidget *parent = nullptr);

    PlanModel &planModel() const { return m_model; }
    /// In the order in which they stand.
    std::vector<PlanRow> selectedPlans() const;
    /// The plan that the details are about: the only one that is selected.
    std::optional<PlanRow> selectedPlan() const;
    /// Selects \a plan and brings it into sight; false: it is not shown.
    bool showPlan(const PlanKey &plan);

signals:
    void selectedPlansChanged();
    /// Enter or a double click.
    void detailsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    PlanModel &m_model;
};
