// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plancalendar.h"

#include "ui/plans/plandaydelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int weeks = 6;
constexpr int daysOfWeek = 7;

/// The times of \a day in which one of \a runs may go on: from its start to its cut-off, which may be on the next day.
QList<DayWindow> windowsOn(QDate day, const QList<PlannedRun> &runs)
{
    const auto minute = [](const QDateTime &moment) {
        return moment.time().msecsSinceStartOfDay() / 60'000;
    };
    QList<DayWindow> windows;
    for (const PlannedRun &run : runs) {
        if (!run.cutOff.isValid() || run.start.date() > day || run.cutOff.date() < day)
            continue;
        DayWindow window;
        if (run.start.date() == day)
            window.begin = minute(run.start);
        if (run.cutOff.date() == day)
            window.end = minute(run.cutOff);
        windows.append(window);
    }
    return windows;
}

} // namespace

PlanCalendar::PlanCalendar(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_table(new QTableWidget(weeks, daysOfWeek, this))
{
    setObjectName(u"planCalendar"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_title, 1);
    const auto addButton = [&](const QString &text, const QString &name, const QString &accessible,
                               int months) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(accessible);
        button->setToolTip(accessible);
        bar->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, months] {
            const QDate today = QDate::currentDate();
            setMonth(months == 0 ? QDate(today.year(), today.month(), 1) : m_month.addMonths(months));
        });
    };
    addButton(tr("Today"), u"planCalendarToday"_s, tr("Show this month"), 0);
    addButton(u"‹"_s, u"planCalendarBack"_s, tr("Previous month"), -1);
    addButton(u"›"_s, u"planCalendarForth"_s, tr("Next month"), 1);
    column->addLayout(bar);
    m_table->setObjectName(u"planCalendarTable"_s);
    m_table->setAccessibleName(tr("Runs in this month"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new PlanDayDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setMinimumHeight(300);
    QStringList names;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        names.append(locale().standaloneDayName(day, QLocale::ShortFormat));
    m_table->setHorizontalHeaderLabels(names);
    column->addWidget(m_table, 1);
    const QDate today = QDate::currentDate();
    m_month = QDate(today.year(), today.month(), 1);
    showMonth();
}

void PlanCalendar::setPattern(const RunPattern &pattern)
{
    m_pattern = pattern;
    showMonth();
}

void PlanCalendar::setMonth(QDate month)
{
    m_month = month;
    showMonth();
}

void PlanCalendar::showMonth()
{
    m_title->setText(locale().toString(m_month, u"MMMM yyyy"_s));
    const QDate first = m_month.addDays(1 - m_month.dayOfWeek());
    const QDateTime now = QDateTime::currentDateTime();
    PlannedRuns runs = runsBetween(m_pattern, QTimeZone::systemTimeZone(), first.addDays(-1),
                                   first.addDays(qint64(weeks) * daysOfWeek - 1));
    runs.runs.removeIf([&now](const PlannedRun &run) { return run.start < now; }); // there is no plan yet
    for (int place = 0; place < weeks * daysOfWeek; ++place) {
        const QDate day = first.addDays(place);
        QString text = QString::number(day.day());
        QString marks;
        QString until;
        for (const PlannedRun &run : runs.runs) {
            if (run.day != day)
                continue;
            text += u'\n' + locale().toString(run.start, u"HH:mm"_s);
            if (run.cutOff.isValid())
                until = tr("until %1").arg(locale().toString(run.cutOff, u"ddd HH:mm"_s));
            if (run.marks)
                marks = sentence(run.marks);
        }
        if (!marks.isEmpty())
            text += u" (!)"_s;
        auto *cell = new QTableWidgetItem(text);
        cell->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        cell->setData(PlanDayDelegate::windowsRole, QVariant::fromValue(windowsOn(day, runs.runs)));
        cell->setToolTip(QStringList{until, marks}.join(u' ').trimmed().toHtmlEscaped());
        const QString spoken =
            QStringList{locale().toString(day), text.section(u'\n', 1), until, marks}.join(u' ');
        cell->setData(Qt::AccessibleTextRole, spoken.simplified());
        if (day == now.date()) {
            QFont font = cell->font();
            font.setBold(true);
            cell->setFont(font);
        }
        if (day.month() != m_month.month())
            cell->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
        m_table->setItem(place / daysOfWeek, place % daysOfWeek, cell);
    }
}
