// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/calllog.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <deque>

/// The last calls to the API as rows, newest first. Follows a log; what is shown stays when the log goes with its account.
class ApiLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Call, Attempt, Status, Received, Took, End };
    static constexpr int columns = 7;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows the calls of \a log, and those to come; nullptr: none.
    void setLog(const CallLog *log);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The rows as text for somebody who can help: a call in each line, its cells parted by tabs, headers first.
    QString asText() const;

private:
    void append(const CallRecord &record);
    QString text(const CallRecord &record, Column column) const;
    static QString header(Column column);
    static Qt::Alignment alignment(Column column);

    QPointer<const CallLog> m_log;
    std::deque<CallRecord> m_records; // newest first
};
