// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantargets.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

/// The devices of a company with a tick each: which of them a plan is for. A filter hides rows and unticks none.
class PlanDeviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, System, Status, ColumnCount };

    explicit PlanDeviceModel(QList<ChosenDevice> devices, QObject *parent = nullptr);

    /// Shows those with \a text in their name or system; case does not count.
    void setFilter(const QString &text);
    void setChosen(const QSet<DeviceId> &devices);
    /// Ticks every row that is shown, or none of them.
    void chooseShown(bool isChosen);
    void toggle(int row);
    QList<ChosenDevice> chosen() const;
    qsizetype total() const { return m_devices.size(); }
    /// Those of \a devices that are not here.
    qsizetype missing(const QSet<DeviceId> &devices) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void chosenChanged();

private:
    QList<ChosenDevice> m_devices;
    QStringList m_folded;
    std::vector<bool> m_isChosen;
    std::vector<qsizetype> m_shown;
};
