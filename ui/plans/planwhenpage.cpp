// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwhenpage.h"

#include "app/plans/planruns.h"
#include "app/plans/schedule.h"
#include "app/plans/schedulesentence.h"
#include "ui/plans/plancalendar.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QTimeEdit>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int runsListed = 10;

QToolButton *addToggle(QButtonGroup *group, int id, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    group->addButton(button, id);
    return button;
}

void setChecks(const QButtonGroup *group, auto isOn)
{
    const QList<QAbstractButton *> buttons = group->buttons();
    for (QAbstractButton *button : buttons)
        button->setChecked(isOn(static_cast<size_t>(group->id(button))));
}

} // namespace

PlanWhenPage::PlanWhenPage(PlanDraft &draft, QWidget *parent)
    : PlanWizardPage(draft, PlanStep::When, u"planWhenPage"_s, parent), m_frequency(new QComboBox(this)),
      m_dailyMode(new QComboBox(this)), m_dayButtons(new QButtonGroup(this)),
      m_monthButtons(new QButtonGroup(this)), m_dateButtons(new QButtonGroup(this)),
      m_lastDay(new QCheckBox(tr("Last day"), this)), m_time(new QTimeEdit(this)),
      m_hasCutOff(new QCheckBox(tr("Stop a backup that still runs at"), this)), m_cutOff(new QTimeEdit(this)),
      m_nextDay(makeHint({})),
      m_missed(new QCheckBox(tr("Start a missed backup when the device is back"), this)),
      m_off(new QCheckBox(tr("Create the plan with its schedule switched off"), this)),
      m_sentence(makeHint({})), m_calendar(new PlanCalendar(this)), m_next(new QListWidget(this)),
      m_runsSay(makeHint({}))
{
    for (QButtonGroup *group : {m_dayButtons, m_monthButtons, m_dateButtons})
        group->setExclusive(false);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(24);
    halves->addWidget(makeFields(), 1);
    auto *runs = new QVBoxLayout;
    runs->setSpacing(8);
    runs->addWidget(m_calendar, 3);
    runs->addWidget(makeHeading(tr("Next ten runs")));
    m_next->setObjectName(u"planNextRuns"_s);
    m_next->setAccessibleName(tr("Next ten runs"));
    m_next->setMinimumHeight(120);
    runs->addWidget(m_next, 2);
    m_runsSay->setObjectName(u"planRunsSay"_s);
    runs->addWidget(m_runsSay);
    halves->addLayout(runs, 1);
    column()->addLayout(halves, 1);
    connectFields();
}

QWidget *PlanWhenPage::makeFields()
{
    auto *fields = new QWidget(this);
    auto *rows = new QVBoxLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    m_frequency->setObjectName(u"planFrequency"_s);
    for (const ScheduleFrequency frequency : allScheduleFrequencies)
        m_frequency->addItem(label(frequency), static_cast<int>(frequency));
    addField(rows, PlanField::Frequency, tr("How often"), m_frequency);
    m_dailyMode->setObjectName(u"planDailyMode"_s);
    m_dailyMode->setAccessibleName(tr("Days of a daily plan"));
    for (const DailyMode mode : allDailyModes)
        m_dailyMode->addItem(label(mode), static_cast<int>(mode));
    rows->addWidget(m_dailyMode);
    m_days = makeDays();
    addField(rows, PlanField::ScheduleDays, {}, m_days);
    m_monthly = makeMonthly();
    rows->addWidget(m_monthly);
    rows->addWidget(makeTimes());
    m_missed->setObjectName(u"planMissed"_s);
    m_off->setObjectName(u"planScheduleOff"_s);
    rows->addWidget(m_missed);
    rows->addWidget(m_off);
    rows->addSpacing(12);
    rows->addWidget(makeHeading(tr("In one sentence")));
    m_sentence->setObjectName(u"planSentence"_s);
    rows->addWidget(m_sentence);
    rows->addStretch(1);
    return fields;
}

QWidget *PlanWhenPage::makeDays()
{
    auto *days = new QWidget(this);
    days->setAccessibleName(tr("On these days"));
    auto *row = new QHBoxLayout(days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        const QString name = locale().standaloneDayName(day, QLocale::ShortFormat);
        QToolButton *button = addToggle(m_dayButtons, day, name, u"planDay%1"_s.arg(day), days);
        button->setAccessibleName(locale().standaloneDayName(day));
        row->addWidget(button);
    }
    row->addStretch(1);
    return days;
}

QWidget *PlanWhenPage::makeMonthly()
{
    auto *monthly = new QWidget(this);
    auto *rows = new QVBoxLayout(monthly);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *months = new QWidget(monthly);
    months->setAccessibleName(tr("In these months"));
    auto *monthGrid = new QGridLayout(months);
    monthGrid->setContentsMargins(0, 0, 0, 0);
    for (int month = 1; month <= 12; ++month) {
        const QString name = locale().standaloneMonthName(month, QLocale::ShortFormat);
        QToolButton *button = addToggle(m_monthButtons, month, name, u"planMonth%1"_s.arg(month), months);
        button->setAccessibleName(locale().standaloneMonthName(month));
        monthGrid->addWidget(button, (month - 1) / 6, (month - 1) % 6);
    }
    addField(rows, PlanField::ScheduleMonths, tr("In these months"), months);
    auto *dates = new QWidget(monthly);
    dates->setAccessibleName(tr("On these days of the month"));
    auto *dateGrid = new QGridLayout(dates);
    dateGrid->setContentsMargins(0, 0, 0, 0);
    dateGrid->setSpacing(2);
    for (int day = 1; day <= 31; ++day) {
        QToolButton *button =
            addToggle(m_dateButtons, day, QString::number(day), u"planDate%1"_s.arg(day), dates);
        button->setAccessibleName(tr("Day %1").arg(day));
        dateGrid->addWidget(button, (day - 1) / 8, (day - 1) % 8);
    }
    addField(rows, PlanField::ScheduleDates, tr("On these days of the month"), dates);
    m_lastDay->setObjectName(u"planLastDay"_s);
    rows->insertWidget(rows->count() - 1, m_lastDay);
    return monthly;
}

QWidget *PlanWhenPage::makeTimes()
{
    auto *times = new QWidget(this);
    auto *rows = new QVBoxLayout(times);
    rows->setContentsMargins(0, 0, 0, 0);
    for (QTimeEdit *edit : {m_time, m_cutOff})
        edit->setDisplayFormat(u"HH:mm:ss"_s);
    m_time->setObjectName(u"planTime"_s);
    addField(rows, PlanField::Time, tr("Time of day"), m_time);
    rows->addWidget(
        makeHint(tr("Taken as the time of day on each device. IDrive does not say whose clock counts; it is "
                    "sent as typed.")));
    m_hasCutOff->setObjectName(u"planHasCutOff"_s);
    m_cutOff->setObjectName(u"planCutOff"_s);
    m_cutOff->setAccessibleName(tr("Cut-off time"));
    rows->addWidget(m_hasCutOff);
    addField(rows, PlanField::CutOff, {}, m_cutOff);
    rows->addWidget(m_nextDay);
    return times;
}

void PlanWhenPage::connectFields()
{
    connect(m_frequency, &QComboBox::currentIndexChanged, this, &PlanWhenPage::take);
    connect(m_dailyMode, &QComboBox::currentIndexChanged, this, &PlanWhenPage::take);
    for (const QButtonGroup *group : {m_dayButtons, m_monthButtons, m_dateButtons})
        connect(group, &QButtonGroup::idToggled, this, &PlanWhenPage::take);
    for (const QCheckBox *box : {m_lastDay, m_hasCutOff, m_missed, m_off})
        connect(box, &QCheckBox::toggled, this, &PlanWhenPage::take);
    for (const QTimeEdit *edit : {m_time, m_cutOff})
        connect(edit, &QTimeEdit::timeChanged, this, &PlanWhenPage::take);
}

void PlanWhenPage::load()
{
    m_isLoading = true;
    const ScheduleDraft &schedule = draft().schedule;
    m_frequency->setCurrentIndex(m_frequency->findData(static_cast<int>(schedule.frequency)));
    m_dailyMode->setCurrentIndex(m_dailyMode->findData(static_cast<int>(schedule.dailyMode)));
    setChecks(m_dayButtons, [&](size_t day) { return schedule.days.test(day); });
    setChecks(m_monthButtons, [&](size_t month) { return schedule.months.test(month); });
    setChecks(m_dateButtons, [&](size_t day) { return schedule.dates.days.test(day); });
    m_lastDay->setChecked(schedule.dates.lastDay);
    m_time->setTime(schedule.time);
    m_hasCutOff->setChecked(schedule.cutOff.has_value());
    m_cutOff->setTime(schedule.cutOff.value_or(QTime(7, 0)));
    m_missed->setChecked(schedule.startMissedBackup);
    m_off->setChecked(schedule.isDisabled);
    m_isLoading = false;
    showFields();
    showRuns();
}

void PlanWhenPage::take()
{
    if (m_isLoading)
        return;
    ScheduleDraft &schedule = draft().schedule;
    schedule.frequency = static_cast<ScheduleFrequency>(m_frequency->currentData().toInt());
    schedule.dailyMode = static_cast<DailyMode>(m_dailyMode->currentData().toInt());
    for (size_t day = 1; day <= 31; ++day) {
        const int id = static_cast<int>(day);
        schedule.dates.days.set(day, m_dateButtons->button(id)->isChecked());
        if (day <= 12)
            schedule.months.set(day, m_monthButtons->button(id)->isChecked());
        if (day <= 7)
            schedule.days.set(day, m_dayButtons->button(id)->isChecked());
    }
    schedule.dates.lastDay = m_lastDay->isChecked();
    schedule.time = m_time->time();
    schedule.cutOff = m_hasCutOff->isChecked() ? std::optional(m_cutOff->time()) : std::nullopt;
    schedule.startMissedBackup = m_missed->isChecked();
    schedule.isDisabled = m_off->isChecked();
    showFields();
    showRuns();
    emit edited();
}

void PlanWhenPage::showFields()
{
    const ScheduleDraft &schedule = draft().schedule;
    m_dailyMode->setVisible(schedule.frequency == ScheduleFrequency::Daily);
    m_days->setVisible(schedule.frequency == ScheduleFrequency::Weekly);
    m_monthly->setVisible(schedule.frequency == ScheduleFrequency::Monthly);
    m_time->setEnabled(schedule.frequency != ScheduleFrequency::Immediate);
    m_cutOff->setEnabled(schedule.cutOff.has_value());
    const bool isNextDay = schedule.cutOff && *schedule.cutOff < schedule.time;
    m_nextDay->setText(isNextDay ? tr("on the next day, as far as IDrive’s samples show") : QString());
    m_nextDay->setVisible(isNextDay);
}

void PlanWhenPage::showRuns()
{
    m_sentence->setText(scheduleSentence(readSchedule(scheduleBody(draft().schedule))) + u'.');
    const RunPattern pattern = runPattern(draft().schedule);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const PlannedRuns next = nextRuns(pattern, zone, QDateTime::currentDateTime(), runsListed);
    m_calendar->setPattern(pattern);
    m_next->clear();
    bool isMarked = false;
    for (const PlannedRun &run : next.runs) {
        QString line = locale().toString(run.start, u"ddd d MMM yyyy  HH:mm"_s);
        if (run.cutOff.isValid())
            line += tr(" to %1").arg(locale().toString(run.cutOff, u"HH:mm"_s));
        if (run.marks) {
            line += u" – "_s + sentence(run.marks);
            isMarked = true;
        }
        m_next->addItem(line);
    }
    const QString zoneName = QString::fromUtf8(zone.id());
    if (next.known != RunsKnown::Known)
        m_runsSay->setText(sentence(next.known));
    else if (isMarked)
        m_runsSay->setText(tr("In your zone, %1. The devices may be in others.").arg(zoneName));
    else
        m_runsSay->setText(
            tr("No clock change touches these runs in your zone, %1. The devices may be in others.")
                .arg(zoneName));
}
