// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"
#include "app/notifications/notificationwish.h"

#include <QAbstractTableModel>

#include <vector>

class RowChanges;

/// What is sent to whom, and, once it was confirmed, what came of it.
class NotificationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DeviceColumn, CompanyColumn, SetColumn, SentColumn, ResultColumn };
    static constexpr int columns = 5;

    /// \a devices outlive the model.
    explicit NotificationModel(const std::vector<NotifiedDevice> &devices, QObject *parent = nullptr);

    /// What is to be sent.
    void setPlanned(std::vector<PlannedNotification> planned);
    qsizetype sentCount() const { return m_sent; }
    qsizetype leftOutCount() const { return std::ssize(m_rows) - m_sent; }
    /// The changes to confirm, of devices of \a account, and which rows they are.
    std::pair<std::vector<NewChange>, std::vector<qsizetype>> changesFor(const AccountId &account) const;
    /// \a rows have become \a changes of \a journal, which outlives the model.
    void setChanges(const ChangeJournal &journal, const std::vector<qsizetype> &rows,
                    const std::vector<ChangeId> &changes);

    QString text(int row, int column) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString resultText(int row) const;

    const std::vector<NotifiedDevice> &m_devices;
    std::vector<PlannedNotification> m_rows;
    qsizetype m_sent = 0;
    RowChanges *m_changes;
};
