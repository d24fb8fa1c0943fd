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
    /// Ticks these; those that are not here are counted, until the person chooses.
    void setChosen(const QSet<DeviceId> &devices);
    /// Ticks every row that is shown, or none of them.
    void chooseShown(bool isChosen);
    void toggle(int row);
    QList<ChosenDevice> chosen() const;
    /// The same, no more than the draft needs: asked for with each tick.
    QList<DeviceId> chosenIds() const;
    /// \a device, with what is known of it.
    ChosenDevice device(const DeviceId &device) const;
    qsizetype total() const { return m_devices.size(); }
    /// How many of the chosen ones are of which kind, and how many that were to be chosen are not here. Both are known already: they are
    /// asked for with each key.
    const ChosenSystems &systems() const { return m_systems; }
    qsizetype missing() const { return m_missing; }
    /// The names of chosen devices with Mac or Linux, \a most of them.
    QStringList notWindows(qsizetype most) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void chosenChanged();

private:
    void choose(size_t device, bool isChosen);

    QList<ChosenDevice> m_devices;
    QStringList m_folded;
    std::vector<bool> m_isChosen;
    std::vector<qsizetype> m_shown;
    ChosenSystems m_systems;
    qsizetype m_missing = 0;
};
