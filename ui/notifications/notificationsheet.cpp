// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationsheet.h"

#include "ui/notifications/notificationmodel.h"

namespace {

class NotificationSheet : public SheetSource
{
public:
    explicit NotificationSheet(const NotificationModel &model) : m_model(model), m_rows(model.rowCount()) { }

    QList<SheetColumn> columns() const override
    {
        QList<SheetColumn> columns;
        for (int column = 0; column < NotificationModel::columns; ++column)
            columns.append(
                {.header = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()});
        return columns;
    }
    qsizetype expectedRows() const override { return m_rows; }
    bool addNextRow(SheetRows &rows) override
    {
        if (m_next >= std::min(m_rows, m_model.rowCount()))
            return false;
        for (int column = 0; column < NotificationModel::columns; ++column)
            rows.addText(m_model.text(m_next, column));
        ++m_next;
        return true;
    }

private:
    const NotificationModel &m_model;
    const int m_rows;
    int m_next = 0;
};

} // namespace

NotificationExport::NotificationExport(const NotificationModel &model) : m_model(model) { }

QString NotificationExport::title() const
{
    return tr("E-mail notification");
}

qsizetype NotificationExport::count(ExportRows rows) const
{
    return rows == ExportRows::Shown ? m_model.rowCount() : 0;
}

std::unique_ptr<SheetSource> NotificationExport::source(ExportRows) const
{
    return std::make_unique<NotificationSheet>(m_model);
}
