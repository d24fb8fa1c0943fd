// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/apilogmodel.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

void ApiLogModel::setLogs(const QList<AccountLog> &logs)
{
    if (areFollowed(logs))
        return;
    beginResetModel();
    for (const Followed &followed : m_logs) {
        if (followed.log)
            followed.log->disconnect(this);
    }
    m_logs.clear();
    m_rows.clear();
    for (const AccountLog &each : logs) {
        m_logs.push_back({each.account, each.log});
        const std::deque<CallRecord> &records = each.log->records();
        for (auto record = records.rbegin(); record != records.rend(); ++record)
            m_rows.push_back({each.account, *record});
        connect(each.log, &CallLog::recorded, this,
                [this, account = each.account](const CallRecord &record) { append(account, record); });
    }
    std::ranges::sort(m_rows, std::ranges::greater(), [](const Row &row) {
        return std::tuple(row.record.startedAt, row.record.call, row.record.attempt);
    });
    m_rows.resize(std::min(m_rows.size(), CallLog::mostRecords));
    endResetModel();
}

bool ApiLogModel::areFollowed(const QList<AccountLog> &logs) const
{
    return std::ranges::equal(logs, m_logs, [](const AccountLog &log, const Followed &followed) {
        return log.log == followed.log && log.account == followed.account;
    });
}

void ApiLogModel::append(const QString &account, const CallRecord &record)
{
    if (m_rows.size() == CallLog::mostRecords) {
        const int last = rowCount() - 1;
        beginRemoveRows({}, last, last);
        m_rows.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front({account, record});
    endInsertRows();
}

int ApiLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ApiLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ApiLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    const Row &row = m_rows.at(static_cast<size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(text(row, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(column));
    default:
        return {};
    }
}

QVariant ApiLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(column));
    return role == Qt::DisplayRole ? header(column) : QVariant();
}

Qt::Alignment ApiLogModel::alignment(Column column)
{
    const bool isText = column == Column::Time || column == Column::Account || column == Column::Call
        || column == Column::End;
    return (isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString ApiLogModel::header(Column column)
{
    switch (column) {
    case Column::Time:
        return tr("Time");
    case Column::Account:
        return tr("Account");
    case Column::Call:
        return tr("Call");
    case Column::Attempt:
        return tr("Attempt");
    case Column::Status:
        return tr("Status");
    case Column::Received:
        return tr("Received");
    case Column::Took:
        return tr("Took");
    case Column::End:
        return tr("How it ended");
    }
    Q_UNREACHABLE();
}

QString ApiLogModel::text(const Row &row, Column column) const
{
    const QLocale locale;
    const CallRecord &record = row.record;
    switch (column) {
    case Column::Time:
        return record.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case Column::Account:
        return visibleText(row.account);
    case Column::Call:
        return visibleText(QString::fromUtf8(record.verb + ' ' + record.target));
    case Column::Attempt:
        return QString::number(record.attempt);
    case Column::Status:
        return record.httpStatus == 0 ? u"–"_s : QString::number(record.httpStatus);
    case Column::Received:
        return locale.formattedDataSize(record.bytesReceived, 1);
    case Column::Took:
        return tr("%1 ms").arg(locale.toString(qint64(record.duration.count())));
    case Column::End: {
        const QString end = record.error
            ? ApiError{.kind = *record.error, .httpStatus = record.httpStatus}.what()
            : tr("Answered");
        return record.againAfter
            ? tr("%1 Asked again after %2 ms.").arg(end, locale.toString(qint64(record.againAfter->count())))
            : end;
    }
    }
    Q_UNREACHABLE();
}

QString ApiLogModel::asText() const
{
    QStringList lines;
    const auto addLine = [this, &lines](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < columns; ++column) {
            if (static_cast<Column>(column) != Column::Account || areSeveral())
                cells << cell(static_cast<Column>(column));
        }
        lines << cells.join(u'\t');
    };
    addLine([](Column column) { return header(column); });
    for (const Row &row : m_rows)
        addLine([&](Column column) { return text(row, column); });
    return lines.join(u'\n') + u'\n';
}
