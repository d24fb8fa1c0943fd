// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"
#include "app/notifications/notificationwish.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

/// What is sent to whom, and, once it was confirmed, what came of it.
class NotificationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DeviceColumn, CompanyColumn, SetColumn, SentColumn, ResultColumn };
    static constexpr int columns = 5;

    /// \a devices outlive the model.
    explicit NotificationModel(const std::vector<NotifiedDevice> &devices, QObject *parent = nullptr);

    /// The preview of \a wish.
    void setWish(const NotificationWish &wish);
    const NotificationWish &wish() const { return m_wish; }
    qsizetype sentCount() const { return m_sent; }
    qsizetype leftOutCount() const { return std::ssize(m_rows) - m_sent; }
    /// The changes to confirm, of devices of \a account, and which rows they are.
    std::pair<std::vector<NewChange>, std::vector<int>> changesFor(const AccountId &account) const;
    /// \a rows have become \a changes of \a journal, which outlives the model.
    void setChanges(const ChangeJournal &journal, const std::vector<int> &rows,
                    const std::vector<ChangeId> &changes);

    QString text(int row, int column) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void showResult(ChangeId id);
    QString resultText(int row) const;

    const std::vector<NotifiedDevice> &m_devices;
    NotificationWish m_wish;
    std::vector<PlannedNotification> m_rows;
    qsizetype m_sent = 0;
    const ChangeJournal *m_journal = nullptr;
    std::vector<ChangeId> m_changes; // by row
    QHash<ChangeId, int> m_rowOf;
};
