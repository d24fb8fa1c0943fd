// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantable.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

class Fleet;
class Theme;

/// The plans that were read, as rows: those of a scope that meet a query, sorted. Follows the fleet by itself; what comes and goes is told as a
/// difference, so that selection, current row and scroll stay.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Both outlive the model.
    PlanModel(const Fleet &fleet, const Theme &theme, QObject *parent = nullptr);

    const PlanTable &table() const { return m_table; }
    const PlanScope &scope() const { return m_scope; }
    void setScope(const PlanScope &scope);
    const Query &query() const { return m_query; }
    void setQuery(const Query &query);
    const PlanSorting &sorting() const { return m_sorting; }
    /// Plans of the scope, whatever the query says.
    qsizetype countInScope() const { return m_table.countIn(m_scope); }

    const std::vector<PlanRow> &rows() const { return m_rows; }
    PlanRow planAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// -1: it is not shown.
    int rowOf(PlanRow plan) const;

    /// Takes what came since the last time, now instead of soon.
    void takeNow();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Plans came, went or changed, or others are shown.
    void plansChanged();

private:
    void takeTitles();
    void show();
    void removeOthers(const std::vector<PlanRow> &rows);
    void appendNew(const std::vector<PlanRow> &rows);
    void arrange(const std::vector<PlanRow> &rows);

    const Fleet &m_fleet;
    const Theme &m_theme;
    PlanTable m_table;
    PlanScope m_scope;
    Query m_query;
    PlanSorting m_sorting;
    std::vector<PlanRow> m_rows;
    QSet<CompanyKey> m_changed; // companies, since they were taken
    QTimer m_takeSoon;
};
