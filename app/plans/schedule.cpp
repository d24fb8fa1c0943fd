// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/schedule.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

// The document calls cutoff_time an array in the table, and writes a text in both samples.
QString firstText(JsonFields &fields, QLatin1StringView name)
{
    const QJsonValue value = fields.raw(name);
    if (!value.isArray())
        return fields.text(name);
    const QJsonArray array = value.toArray();
    if (array.size() > 1 || (!array.isEmpty() && !array.first().isString()))
        fields.countUnreadable();
    return array.first().toString().trimmed();
}

template <typename Set>
std::optional<Set> setOf(const std::optional<QStringList> &words,
                         Set (*from)(const QStringList &, QStringList &), QStringList &unknown)
{
    return words ? std::optional(from(*words, unknown)) : std::nullopt;
}

WireTime wireTime(const QString &text)
{
    return {.text = text, .time = timeOfDay(text)};
}

std::optional<WeekDays> daysOf(DailyMode mode)
{
    return mode == DailyMode::Weekdays ? mondayToFriday() : allWeekDays();
}

std::optional<WeekDays> dailyRunDays(const Schedule &schedule)
{
    const bool saysMode = !schedule.dailyMode.word().isEmpty();
    if (saysMode && !schedule.dailyMode.known())
        return std::nullopt;
    const bool saysDays = schedule.days && schedule.days->any();
    if (!saysMode)
        return saysDays ? schedule.days : allWeekDays();
    const std::optional<WeekDays> ofMode = daysOf(*schedule.dailyMode.known());
    return !saysDays || schedule.days == ofMode ? ofMode : std::nullopt;
}

} // namespace

QTime timeOfDay(const QString &text)
{
    for (const QString &form : {u"H:mm:ss"_s, u"H:mm"_s}) {
        const QTime time = QTime::fromString(text, form);
        if (time.isValid())
            return time;
    }
    return {};
}

Schedule readSchedule(const QJsonObject &object)
{
    JsonFields fields(object);
    Schedule schedule{
        .frequency = scheduleFrequency(fields.text("frequency_type"_L1)),
        .time = wireTime(fields.text("time"_L1)),
        .cutOff = wireTime(firstText(fields, "cutoff_time"_L1)),
        .dailyMode = dailyMode(fields.text("daily_mode"_L1)),
        .isDisabled = fields.flag("scheduler_disabled"_L1, "disable_schedule"_L1),
        .startMissedBackup = fields.flag("start_missed_backup"_L1),
        .emails = fields.words("email"_L1, "emails"_L1),
        .mailFrequency = mailFrequency(fields.text("send_email_notification"_L1, "type"_L1)),
    };
    QStringList &unknown = schedule.unknownWords;
    schedule.months = setOf(fields.words("months"_L1), monthsFrom, unknown);
    schedule.dates = setOf(fields.words("dates"_L1), monthDatesFrom, unknown);
    schedule.days = setOf(fields.words("days"_L1), weekDaysFrom, unknown);
    schedule.unreadableFields = fields.unreadable();
    schedule.otherFields = fields.others(u"schedule_info."_s);
    return schedule;
}

std::optional<WeekDays> runDays(const Schedule &schedule)
{
    if (!schedule.unknownWords.isEmpty())
        return std::nullopt;
    if (schedule.frequency.known() == ScheduleFrequency::Daily)
        return dailyRunDays(schedule);
    if (schedule.frequency.known() == ScheduleFrequency::Weekly)
        return schedule.days;
    return std::nullopt;
}
