// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/planwizardpage.h"

#include <QDate>

class PlanCalendar;
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QListWidget;
class QTimeEdit;

/// When the plan runs: only the fields of the chosen frequency, and beside them the runs that come of it.
class PlanWhenPage : public PlanWizardPage
{
    Q_OBJECT

public:
    PlanWhenPage(PlanDraft &draft, QWidget *parent);

    void load() override;

private:
    QWidget *makeFields();
    QWidget *makeDays();
    QWidget *makeMonthly();
    QWidget *makeTimes();
    void connectFields();
    void take();
    void showFields();
    void showRuns();

    QComboBox *m_frequency;
    QComboBox *m_dailyMode;
    QWidget *m_days;
    QWidget *m_monthly;
    QButtonGroup *m_dayButtons;
    QButtonGroup *m_monthButtons;
    QButtonGroup *m_dateButtons;
    QCheckBox *m_lastDay;
    QTimeEdit *m_time;
    QCheckBox *m_hasCutOff;
    QTimeEdit *m_cutOff;
    QLabel *m_nextDay;
    QCheckBox *m_missed;
    QCheckBox *m_off;
    QLabel *m_sentence;
    PlanCalendar *m_calendar;
    QListWidget *m_next;
    QLabel *m_runsSay;
    bool m_isLoading = false;
};
