// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/schedulewords.h"

#include "app/base/wordtable.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array frequencies{
    WireWord{"MONTHLY"_L1, ScheduleFrequency::Monthly, QT_TRANSLATE_NOOP("WireWords", "Monthly")},
    WireWord{"WEEKLY"_L1, ScheduleFrequency::Weekly, QT_TRANSLATE_NOOP("WireWords", "Weekly")},
    WireWord{"DAILY"_L1, ScheduleFrequency::Daily, QT_TRANSLATE_NOOP("WireWords", "Daily")},
    WireWord{"HOURLY"_L1, ScheduleFrequency::Hourly, QT_TRANSLATE_NOOP("WireWords", "Hourly")},
    WireWord{"IMMEDIATE"_L1, ScheduleFrequency::Immediate, QT_TRANSLATE_NOOP("WireWords", "Immediately")},
};
static_assert(frequencies.size() == allScheduleFrequencies.size());

constexpr std::array modes{
    WireWord{"ALL_DAYS"_L1, DailyMode::AllDays, QT_TRANSLATE_NOOP("WireWords", "Every day")},
    WireWord{"WEEKDAYS"_L1, DailyMode::Weekdays, QT_TRANSLATE_NOOP("WireWords", "Monday to Friday")},
};
static_assert(modes.size() == allDailyModes.size());

constexpr auto all = "ALL"_L1;
constexpr auto allDays = "ALL_DAYS"_L1;
constexpr auto lastDay = "LAST_DAY"_L1;

struct NumberWord
{
    QLatin1StringView word;
    size_t number;
};

constexpr std::array monthWords{
    NumberWord{"JANUARY"_L1, 1},  NumberWord{"FEBRUARY"_L1, 2},  NumberWord{"MARCH"_L1, 3},
    NumberWord{"APRIL"_L1, 4},    NumberWord{"MAY"_L1, 5},       NumberWord{"JUNE"_L1, 6},
    NumberWord{"JULY"_L1, 7},     NumberWord{"AUGUST"_L1, 8},    NumberWord{"SEPTEMBER"_L1, 9},
    NumberWord{"OCTOBER"_L1, 10}, NumberWord{"NOVEMBER"_L1, 11}, NumberWord{"DECEMBER"_L1, 12},
};
constexpr std::array dayWords{
    NumberWord{"SUN"_L1, Qt::Sunday},   NumberWord{"MON"_L1, Qt::Monday},
    NumberWord{"TUE"_L1, Qt::Tuesday},  NumberWord{"WED"_L1, Qt::Wednesday},
    NumberWord{"THU"_L1, Qt::Thursday}, NumberWord{"FRI"_L1, Qt::Friday},
    NumberWord{"SAT"_L1, Qt::Saturday},
};
constexpr std::array longDayWords{
    NumberWord{"SUNDAY"_L1, Qt::Sunday},     NumberWord{"MONDAY"_L1, Qt::Monday},
    NumberWord{"TUESDAY"_L1, Qt::Tuesday},   NumberWord{"WEDNESDAY"_L1, Qt::Wednesday},
    NumberWord{"THURSDAY"_L1, Qt::Thursday}, NumberWord{"FRIDAY"_L1, Qt::Friday},
    NumberWord{"SATURDAY"_L1, Qt::Saturday},
};

bool isWord(const QString &word, QLatin1StringView known)
{
    return foldedWord(word) == foldedWord(QString(known));
}

bool isEverything(const QString &word)
{
    return isWord(word, all) || isWord(word, allDays);
}

template <typename Table>
std::optional<size_t> numberIn(const Table &table, const QString &word)
{
    const auto found =
        std::ranges::find_if(table, [&word](const NumberWord &known) { return isWord(word, known.word); });
    return found == table.end() ? std::nullopt : std::optional(found->number);
}

// "1", "01" and " 1 ", within 1 to \a largest.
std::optional<size_t> numberUpTo(size_t largest, const QString &word)
{
    bool isNumber = false;
    const uint number = word.trimmed().toUInt(&isNumber);
    return isNumber && number >= 1 && number <= largest ? std::optional<size_t>(number) : std::nullopt;
}

template <typename Table, size_t Size>
QStringList wordsOf(const Table &table, const std::bitset<Size> &set, const std::bitset<Size> &everything)
{
    if (set == everything)
        return {all};
    QStringList words;
    for (const NumberWord &known : table) {
        if (set.test(known.number))
            words.append(known.word);
    }
    return words;
}

} // namespace

Months allMonths()
{
    return Months().set().reset(0);
}

WeekDays allWeekDays()
{
    return WeekDays().set().reset(0);
}

WeekDays mondayToFriday()
{
    return allWeekDays().reset(Qt::Saturday).reset(Qt::Sunday);
}

std::bitset<32> allMonthDays()
{
    return std::bitset<32>().set().reset(0);
}

OpenWord<ScheduleFrequency> scheduleFrequency(const QString &word)
{
    return openWordBy(frequencies, word);
}

OpenWord<DailyMode> dailyMode(const QString &word)
{
    // the lists say ALL where this says ALL_DAYS: easy to swap, for a server too
    return isWord(word, all) ? OpenWord(word, std::optional(DailyMode::AllDays)) : openWordBy(modes, word);
}

QString wireWord(ScheduleFrequency frequency)
{
    return wireWordBy(frequencies, frequency);
}

QString wireWord(DailyMode mode)
{
    return wireWordBy(modes, mode);
}

QString label(ScheduleFrequency frequency)
{
    return labelBy(frequencies, frequency);
}

QString label(DailyMode mode)
{
    return labelBy(modes, mode);
}

Months monthsFrom(const QStringList &words, QStringList &unknown)
{
    Months months;
    for (const QString &word : words) {
        std::optional<size_t> number = numberIn(monthWords, word);
        if (!number)
            number = numberUpTo(12, word);
        if (isEverything(word))
            months = allMonths();
        else if (number)
            months.set(*number);
        else
            unknown.append(word);
    }
    return months;
}

WeekDays weekDaysFrom(const QStringList &words, QStringList &unknown)
{
    WeekDays days;
    for (const QString &word : words) {
        std::optional<size_t> number = numberIn(dayWords, word);
        if (!number)
            number = numberIn(longDayWords, word);
        if (isEverything(word))
            days = allWeekDays();
        else if (number)
            days.set(*number);
        else
            unknown.append(word); // numbers too: nobody says which day is the first
    }
    return days;
}

MonthDates monthDatesFrom(const QStringList &words, QStringList &unknown)
{
    MonthDates dates;
    for (const QString &word : words) {
        const std::optional<size_t> number = numberUpTo(31, word);
        if (isEverything(word))
            dates.days = allMonthDays();
        else if (isWord(word, lastDay))
            dates.lastDay = true;
        else if (number)
            dates.days.set(*number);
        else
            unknown.append(word);
    }
    return dates;
}

QStringList wireWords(Months months)
{
    return wordsOf(monthWords, months, allMonths());
}

QStringList wireWords(WeekDays days)
{
    return wordsOf(dayWords, days, allWeekDays());
}

QStringList wireWords(const MonthDates &dates)
{
    if (dates.days == allMonthDays())
        return {allDays};
    QStringList words;
    for (size_t day = 1; day < dates.days.size(); ++day) {
        if (dates.days.test(day))
            words.append(QString::number(day));
    }
    if (dates.lastDay)
        words.append(lastDay);
    return words;
}
