// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planimpact.h"

#include <QAbstractTableModel>

/// What a plan does to each of its devices, a row each.
class PlanEffectModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Device, System, Effect, PlanNow, PlanAfter, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setImpact(PlanImpact impact, const QString &planName);
    const PlanImpact &impact() const { return m_impact; }
    /// All rows, the cells of each parted by tabs.
    QString text() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(const DeviceEffect &effect, int column) const;

    PlanImpact m_impact;
    QString m_planName;
};
