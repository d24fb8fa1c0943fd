// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class ApiLogModel;
class QLabel;
class QTableView;
class Theme;
struct AccountLog;

/// What was asked of the API and how it ended: path, status, bytes, time. Never the key, a header or a body. Not modal.
class ApiLogWindow : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the window.
    explicit ApiLogWindow(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the calls of \a logs, which may go at any time; whose each is stands in a column where there are several.
    void setLogs(const QList<AccountLog> &logs);

private:
    void makeTable(const Theme &theme);
    void showCount();
    void copyAll();

    ApiLogModel *m_model;
    QTableView *m_table;
    QLabel *m_count;
};
