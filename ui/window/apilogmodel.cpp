// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/apilogmodel.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"

#include <QLocale>

using namespace Qt::StringLiterals;

void ApiLogModel::setLog(const CallLog *log)
{
    beginResetModel();
    if (m_log)
        m_log->disconnect(this);
    m_log = log;
    m_records.clear();
    if (log) {
        m_records.assign(log->records().rbegin(), log->records().rend());
        connect(log, &CallLog::recorded, this, &ApiLogModel::append);
    }
    endResetModel();
}

void ApiLogModel::append(const CallRecord &record)
{
    if (m_records.size() == CallLog::mostRecords) {
        const int last = rowCount() - 1;
        beginRemoveRows({}, last, last);
        m_records.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_records.push_front(record);
    endInsertRows();
}

int ApiLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
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
    const CallRecord &record = m_records.at(static_cast<size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(record, column);
    case Qt::ToolTipRole:
        return plainToolTip(text(record, column));
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
    const bool isText = column == Column::Time || column == Column::Call || column == Column::End;
    return (isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString ApiLogModel::header(Column column)
{
    switch (column) {
    case Column::Time:
        return tr("Time");
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

QString ApiLogModel::text(const CallRecord &record, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Time:
        return record.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
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
    const auto addLine = [&lines](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells << cell(static_cast<Column>(column));
        lines << cells.join(u'\t');
    };
    addLine([](Column column) { return header(column); });
    for (const CallRecord &record : m_records)
        addLine([&](Column column) { return text(record, column); });
    return lines.join(u'\n') + u'\n';
}
