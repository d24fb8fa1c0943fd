// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plandevicemodel.h"

#include "app/base/visibletext.h"

#include <algorithm>

PlanDeviceModel::PlanDeviceModel(QList<ChosenDevice> devices, QObject *parent)
    : QAbstractTableModel(parent), m_devices(std::move(devices)),
      m_isChosen(static_cast<size_t>(m_devices.size()))
{
    for (const ChosenDevice &device : std::as_const(m_devices))
        m_folded.append(QString(device.name + u' ' + label(device.os)).toCaseFolded());
    setFilter({});
}

void PlanDeviceModel::setFilter(const QString &text)
{
    const QString folded = text.trimmed().toCaseFolded();
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_devices.size(); ++i) {
        if (folded.isEmpty() || m_folded[i].contains(folded))
            m_shown.push_back(i);
    }
    endResetModel();
}

void PlanDeviceModel::choose(size_t device, bool isChosen)
{
    if (m_isChosen[device] == isChosen)
        return;
    m_isChosen[device] = isChosen;
    count(m_systems, m_devices[static_cast<qsizetype>(device)], isChosen ? 1 : -1);
}

void PlanDeviceModel::setChosen(const QSet<DeviceId> &devices)
{
    for (size_t i = 0; i < m_isChosen.size(); ++i)
        choose(i, devices.contains(m_devices[static_cast<qsizetype>(i)].id));
    m_missing = devices.size() - m_systems.total();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PlanDeviceModel::chooseShown(bool isChosen)
{
    for (const qsizetype device : m_shown)
        choose(static_cast<size_t>(device), isChosen);
    m_missing = 0;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit chosenChanged();
}

void PlanDeviceModel::toggle(int row)
{
    const auto device = static_cast<size_t>(m_shown.at(static_cast<size_t>(row)));
    choose(device, !m_isChosen[device]);
    m_missing = 0;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit chosenChanged();
}

QList<ChosenDevice> PlanDeviceModel::chosen() const
{
    QList<ChosenDevice> chosen;
    for (qsizetype i = 0; i < m_devices.size(); ++i) {
        if (m_isChosen[static_cast<size_t>(i)])
            chosen.append(m_devices[i]);
    }
    return chosen;
}

QList<DeviceId> PlanDeviceModel::chosenIds() const
{
    QList<DeviceId> ids;
    ids.reserve(m_systems.total());
    for (qsizetype i = 0; i < m_devices.size(); ++i) {
        if (m_isChosen[static_cast<size_t>(i)])
            ids.append(m_devices[i].id);
    }
    return ids;
}

ChosenDevice PlanDeviceModel::device(const DeviceId &device) const
{
    const auto found = std::ranges::find(m_devices, device, &ChosenDevice::id);
    return found == m_devices.cend() ? ChosenDevice{.id = device} : *found;
}

QStringList PlanDeviceModel::notWindows(qsizetype most) const
{
    QStringList names;
    for (qsizetype i = 0; i < m_devices.size() && names.size() < most; ++i) {
        const std::optional<DeviceOs> os = m_devices[i].os.known();
        if (m_isChosen[static_cast<size_t>(i)] && os && os != DeviceOs::Windows)
            names.append(m_devices[i].name);
    }
    return names;
}

int PlanDeviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlanDeviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanDeviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype place = m_shown[static_cast<size_t>(index.row())];
    const ChosenDevice &device = m_devices[place];
    if (role == Qt::CheckStateRole && index.column() == Name)
        return m_isChosen[static_cast<size_t>(place)] ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return visibleText(device.name.isEmpty() ? device.id.text() : device.name);
    case System:
        return visibleText(label(device.os));
    default:
        return visibleText(label(device.status));
    }
}

bool PlanDeviceModel::setData(const QModelIndex &index, const QVariant & /*value*/, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name)
        return false;
    toggle(index.row());
    return true;
}

QVariant PlanDeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Device") : section == System ? tr("System") : tr("Status");
}

Qt::ItemFlags PlanDeviceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}
