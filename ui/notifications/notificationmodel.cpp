// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationmodel.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What the server has against which field, in its own words.
QString fieldsText(const ApiError &error)
{
    QString text;
    for (const FieldError &inner : error.errors) {
        const QString field = inner.about() ? errorFieldLabel(*inner.about()) : inner.field;
        if (!field.isEmpty())
            text += u' ' + field + u": "_s + (inner.message.isEmpty() ? inner.type : inner.message) + u'.';
    }
    return text;
}

} // namespace

NotificationModel::NotificationModel(const std::vector<NotifiedDevice> &devices, QObject *parent)
    : QAbstractTableModel(parent), m_devices(devices)
{ }

void NotificationModel::setWish(const NotificationWish &wish)
{
    beginResetModel();
    m_wish = wish;
    m_rows = plannedNotifications(m_devices, wish);
    m_sent = std::ranges::count(m_rows, true, &PlannedNotification::isSent);
    m_changes.assign(m_rows.size(), ChangeId::None);
    m_rowOf.clear();
    endResetModel();
}

std::pair<std::vector<NewChange>, std::vector<int>>
NotificationModel::changesFor(const AccountId &account) const
{
    std::pair<std::vector<NewChange>, std::vector<int>> changes;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const NotifiedDevice &device = m_devices[m_rows[row].device];
        if (!m_rows[row].isSent || device.key.account != account)
            continue;
        changes.first.push_back(newNotification(device, m_wish.ruleFor(m_rows[row].set)));
        changes.second.push_back(static_cast<int>(row));
    }
    return changes;
}

void NotificationModel::setChanges(const ChangeJournal &journal, const std::vector<int> &rows,
                                   const std::vector<ChangeId> &changes)
{
    if (m_journal != &journal)
        connect(&journal, &ChangeJournal::changeUpdated, this, &NotificationModel::showResult);
    m_journal = &journal;
    for (size_t i = 0; i < rows.size() && i < changes.size(); ++i) {
        m_changes[static_cast<size_t>(rows[i])] = changes[i];
        m_rowOf.insert(changes[i], rows[i]);
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, ResultColumn), index(rowCount() - 1, ResultColumn));
}

void NotificationModel::showResult(ChangeId id)
{
    if (const auto row = m_rowOf.constFind(id); row != m_rowOf.cend())
        emit dataChanged(index(*row, ResultColumn), index(*row, ResultColumn));
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
        return visibleText(label(planned.set));
    case SentColumn: {
        const QStringList emails = emailsToSend(m_wish.frequency, m_wish.emails);
        return emails.isEmpty()
            ? label(m_wish.frequency)
            : tr("%1, to %2").arg(label(m_wish.frequency), visibleText(emails.join(u", "_s)));
    }
    default:
        return resultText(row);
    }
}

QString NotificationModel::resultText(int row) const
{
    const PlannedNotification &planned = m_rows[static_cast<size_t>(row)];
    const ChangeId id = m_changes[static_cast<size_t>(row)];
    const ChangeRecord *change = m_journal && id != ChangeId::None ? m_journal->find(id) : nullptr;
    if (!change)
        return planned.isSent ? planned.remark : tr("Left out: %1").arg(planned.remark);
    QString came = whatCameOf(*change);
    if (change->state == ChangeState::Refused && change->failure && change->failure->error)
        came += fieldsText(*change->failure->error);
    return came.isEmpty() ? label(change->state) : label(change->state) + u": "_s + visibleText(came);
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
