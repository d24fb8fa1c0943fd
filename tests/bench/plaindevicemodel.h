// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QList>

#include <array>

/// The devices as a plain Qt program would keep them: a struct of QStrings for each, read from QJsonDocument.
class PlainDeviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Company,
        Status,
        LastResult,
        LastSuccess,
        NextRun,
        Os,
        Version,
        Group,
        Tag,
        Id,
        CompanyId
    };
    static constexpr int columns = 12;

    using QAbstractTableModel::QAbstractTableModel;

    void setDevices(const QJsonArray &devices);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<std::array<QString, columns>> m_devices;
};
