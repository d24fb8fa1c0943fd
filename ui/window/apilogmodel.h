// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/calllog.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <deque>
#include <vector>

/// The log of one account, and what the account is called.
struct AccountLog
{
    QString account;
    const CallLog *log = nullptr;
};

/// The last calls to the API as rows, newest first, of one account or of several. Follows their logs; what is shown stays when a log goes
/// with its account.
class ApiLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Account, Call, Attempt, Status, Received, Took, End };
    static constexpr int columns = 8;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows the calls of \a logs, and those to come. Nothing happens when they are the same as before.
    void setLogs(const QList<AccountLog> &logs);
    /// There are calls of more than one account.
    bool areSeveral() const { return m_logs.size() > 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The rows as text for somebody who can help: a call in each line, its cells parted by tabs, headers first.
    QString asText() const;

private:
    struct Row
    {
        QString account;
        CallRecord record;
    };
    struct Followed
    {
        QString account;
        QPointer<const CallLog> log;
    };

    bool areFollowed(const QList<AccountLog> &logs) const;
    void append(const QString &account, const CallRecord &record);
    QString text(const Row &row, Column column) const;
    static QString header(Column column);
    static Qt::Alignment alignment(Column column);

    std::vector<Followed> m_logs;
    std::deque<Row> m_rows; // newest first
};
