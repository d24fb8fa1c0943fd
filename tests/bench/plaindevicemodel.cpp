// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plaindevicemodel.h"

#include <QJsonObject>

static constexpr std::array<QLatin1StringView, PlainDeviceModel::columns> fields{
    QLatin1StringView("name"),        QLatin1StringView("company_id"),
    QLatin1StringView("status"),      QLatin1StringView("backup_status"),
    QLatin1StringView("last_backup"), QLatin1StringView("next_backup"),
    QLatin1StringView("os"),          QLatin1StringView("version"),
    QLatin1StringView("group_name"),  QLatin1StringView("custom_tag"),
    QLatin1StringView("device_id"),   QLatin1StringView("company_id")};

void PlainDeviceModel::setDevices(const QJsonArray &devices)
{
    beginResetModel();
    m_devices.clear();
    m_devices.reserve(devices.size());
    for (const auto &value : devices) {
        const QJsonObject object = value.toObject();
        std::array<QString, columns> &device = m_devices.emplaceBack();
        for (size_t column = 0; column < columns; ++column)
            device[column] = object.value(fields[column]).toString();
    }
    endResetModel();
}

int PlainDeviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_devices.size());
}

int PlainDeviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PlainDeviceModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return m_devices[index.row()][static_cast<size_t>(index.column())];
}
