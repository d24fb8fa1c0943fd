// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationmodel.h"

#include "app/base/visibletext.h"
#include "ui/changes/rowchanges.h"
#include "ui/widgets/plaintooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

NotificationModel::NotificationModel(const std::vector<NotifiedDevice> &devices, QObject *parent)
    : QAbstractTableModel(parent), m_devices(devices), m_changes(new RowChanges(this))
{
    connect(m_changes, &RowChanges::rowChanged, this, [this](qsizetype row) {
        const QModelIndex cell = index(static_cast<int>(row), ResultColumn);
        emit dataChanged(cell, cell);
    });
}

void NotificationModel::setPlanned(std::vector<PlannedNotification> planned)
{
    beginResetModel();
    m_rows = std::move(planned);
    m_sent = std::ranges::count(m_rows, true, &PlannedNotification::isSent);
    m_changes->clear();
    endResetModel();
}

std::pair<std::vector<NewChange>, std::vector<qsizetype>>
NotificationModel::changesFor(const AccountId &account) const
{
    std::pair<std::vector<NewChange>, std::vector<qsizetype>> changes;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const NotifiedDevice &device = m_devices[m_rows[row].device];
        if (!m_rows[row].isSent || device.key.account != account)
            continue;
        changes.first.push_back(newNotification(device, m_rows[row].rule));
        changes.second.push_back(static_cast<qsizetype>(row));
    }
    return changes;
}

void NotificationModel::setChanges(const ChangeJournal &journal, const std::vector<qsizetype> &rows,
                                   const std::vector<ChangeId> &changes)
{
    m_changes->add(journal, rows, changes);
    if (rowCount() > 0)
        emit dataChanged(index(0, ResultColumn), index(rowCount() - 1, ResultColumn));
}

int NotificationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NotificationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString NotificationModel::text(int row, int column) const
{
    const PlannedNotification &planned = m_rows[static_cast<size_t>(row)];
    const NotifiedDevice &device = m_devices[planned.device];
    switch (column) {
    case DeviceColumn:
        return visibleText(device.name.isEmpty() ? device.key.device.text() : device.name);
    case CompanyColumn:
        return visibleText(device.company);
    case SetColumn:
        return visibleText(label(planned.rule.set));
    case SentColumn:
        return sentText(planned.rule);
    default:
        return resultText(row);
    }
}

QString NotificationModel::resultText(int row) const
{
    const PlannedNotification &planned = m_rows[static_cast<size_t>(row)];
    if (const QString came = m_changes->text(row); !came.isEmpty())
        return came;
    return planned.isSent ? planned.remark : tr("Left out: %1").arg(planned.remark);
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(index.row(), index.column());
    return role == Qt::ToolTipRole ? plainToolTip(text(index.row(), index.column())) : QVariant();
}

QVariant NotificationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeviceColumn:
        return tr("Device");
    case CompanyColumn:
        return tr("Company");
    case SetColumn:
        return tr("Backup set");
    case SentColumn:
        return tr("What is sent");
    default:
        return tr("What came of it");
    }
}
