// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planruns.h"

#include <QWidget>

class QLabel;
class QTableWidget;

/// One month with the runs of a schedule: in each day the start, the time until the cut-off as a line,
/// and a mark where the clock changes. A table, so that it can be
/// read cell by cell.
class PlanCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit PlanCalendar(QWidget *parent = nullptr);

    void setPattern(const RunPattern &pattern);
    /// The first of the month that is shown.
    void setMonth(QDate month);

private:
    void showMonth();

    RunPattern m_pattern;
    QDate m_month;
    QLabel *m_title;
    QTableWidget *m_table;
};
