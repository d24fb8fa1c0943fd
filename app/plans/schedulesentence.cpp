// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/schedulesentence.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct Sentence
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleSentence)
};

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return Sentence::tr("%1 and %2", "the last two of a list")
        .arg(words.first(words.size() - 1).join(u", "_s), words.last());
}

// The names of those of 1 to \a last that are in \a set, three and more in a row as "first to last".
template <typename Set, typename Name>
QStringList drawnTogether(const Set &set, size_t last, Name name)
{
    QStringList words;
    for (size_t first = 1; first <= last; ++first) {
        if (!set.test(first))
            continue;
        size_t end = first;
        while (end < last && set.test(end + 1))
            ++end;
        if (end - first >= 2)
            words << Sentence::tr("%1 to %2", "Monday to Friday, 3 to 9").arg(name(first), name(end));
        else
            for (size_t one = first; one <= end; ++one)
                words << name(one);
        first = end;
    }
    return words;
}

// Seconds are shown where there are any.
QString clockText(const WireTime &time)
{
    if (!time.time.isValid())
        return time.text;
    return time.time.toString(time.time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

QString unknownWordsText(const Schedule &schedule)
{
    return schedule.unknownWords.isEmpty() ? QString() : u" ("_s + schedule.unknownWords.join(u", "_s) + u')';
}

// A part of the sentence; what is due and was not said is noted in \a missing.
QString due(const QString &text, const QString &what, QStringList &missing)
{
    if (text.isEmpty())
        missing << what;
    return text;
}

// On which days, for the frequencies that have any.
QString daysText(const Schedule &schedule, QStringList &missing)
{
    const std::optional<ScheduleFrequency> frequency = schedule.frequency.known();
    if (frequency == ScheduleFrequency::Daily || frequency == ScheduleFrequency::Weekly)
        return due(weekDaysText(runDays(schedule).value_or(WeekDays())), Sentence::tr("days"), missing);
    if (frequency != ScheduleFrequency::Monthly)
        return {};
    const QString dates =
        due(monthDatesText(schedule.dates.value_or(MonthDates())), Sentence::tr("dates"), missing);
    const QString months =
        due(monthsText(schedule.months.value_or(Months())), Sentence::tr("months"), missing);
    QStringList parts{dates, months};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString timeText(const Schedule &schedule, QStringList &missing)
{
    const QString clock = clockText(schedule.time);
    const std::optional<ScheduleFrequency> frequency = schedule.frequency.known();
    if (frequency == ScheduleFrequency::Immediate)
        return {}; // the API demands a time, which means nothing here
    if (frequency == ScheduleFrequency::Hourly)
        return clock.isEmpty() ? QString() : Sentence::tr("from %1 on", "a time of day").arg(clock);
    return due(clock, Sentence::tr("time"), missing).isEmpty()
        ? QString()
        : Sentence::tr("at %1", "a time of day").arg(clock);
}

QString cutOffText(const Schedule &schedule)
{
    const QString clock = clockText(schedule.cutOff);
    if (clock.isEmpty())
        return {};
    // API.md, row 61: in both samples the cut-off is earlier than the start
    const bool isNextDay = schedule.cutOff.time.isValid() && schedule.time.time.isValid()
        && schedule.cutOff.time < schedule.time.time;
    return isNextDay ? Sentence::tr("until %1 on the next day").arg(clock)
                     : Sentence::tr("until %1").arg(clock);
}

} // namespace

QString weekDaysText(WeekDays days)
{
    if (days == allWeekDays())
        return Sentence::tr("every day");
    return listed(drawnTogether(
        days, 7, [](size_t day) { return QLocale().standaloneDayName(static_cast<int>(day)); }));
}

QString monthsText(Months months)
{
    if (months == allMonths())
        return Sentence::tr("every month");
    return listed(drawnTogether(
        months, 12, [](size_t month) { return QLocale().standaloneMonthName(static_cast<int>(month)); }));
}

QString monthDatesText(const MonthDates &dates)
{
    if (dates.days == allMonthDays())
        return Sentence::tr("on every day");
    QStringList words = drawnTogether(dates.days, 31, [](size_t day) { return QString::number(day); });
    const bool isLastDayAlone = words.isEmpty() && dates.lastDay;
    if (dates.lastDay)
        words << Sentence::tr("the last day");
    if (isLastDayAlone)
        return Sentence::tr("on the last day");
    return words.isEmpty() ? QString() : Sentence::tr("on day %1").arg(listed(words));
}

QString scheduleSentence(const Schedule &schedule)
{
    if (schedule.frequency.word().isEmpty())
        return Sentence::tr("Schedule not reported by the API");
    QStringList missing;
    const QString days = daysText(schedule, missing);
    const QString time = timeText(schedule, missing);
    const QString when = days + u' ' + time;
    QStringList parts{label(schedule.frequency) + unknownWordsText(schedule), when.trimmed(),
                      cutOffText(schedule)};
    if (!missing.isEmpty())
        parts << Sentence::tr("%1 not reported by the API", "days and time").arg(listed(missing));
    parts.removeAll(QString());
    const QString sentence = parts.join(u", "_s);
    return schedule.isDisabled.value_or(false) ? Sentence::tr("Schedule off (%1)").arg(sentence) : sentence;
}
