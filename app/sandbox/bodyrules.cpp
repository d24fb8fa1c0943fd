// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of requests, row by row as in the tables of the API document. Its lists of words begin with "e.g."; here
// they are closed, and where it is silent the strict reading stands beside the row.
#include "app/sandbox/bodyrules.h"

#include "app/sandbox/scheduletext.h"

#include <QJsonArray>

#include <array>

namespace {

using namespace Qt::StringLiterals;
using enum FieldKind;
using enum Place;

QString textAt(const QJsonObject &body, std::string_view path)
{
    return valueAt(body, path).toString();
}

bool isEmptyAt(const QJsonObject &body, std::string_view path)
{
    return valueAt(body, path).toArray().isEmpty();
}

/// Here while the text at \a path is \a word; not judged while there is none to go by.
Place whereTextIs(const QJsonObject &body, std::string_view path, std::string_view word)
{
    const std::string text = textAt(body, path).toStdString();
    if (text.empty())
        return Ignored;
    return text == word ? Here : Elsewhere;
}

template <PlanSchedule::Frequency Wanted>
Place withFrequency(const QJsonObject &body)
{
    return whereTextIs(body, "scheduler.frequency_type", frequencyWord(Wanted));
}

Place withFiles(const QJsonObject &body)
{
    return whereTextIs(body, "backup_details.what_to_backup", "FILE_FOLDER");
}

Place withLocal(const QJsonObject &body)
{
    return whereTextIs(body, "backup_details.where_to_backup", "LOCAL");
}

/// "N/A for ENTIRE_MACHINE backups, will be ignored if specified".
Place unlessEntireMachine(const QJsonObject &body)
{
    return withFiles(body) == Here ? Here : Ignored;
}

Place withCdp(const QJsonObject &body)
{
    if (unlessEntireMachine(body) == Ignored)
        return Ignored;
    return valueAt(body, "enable_cdp").toBool() ? Here : Elsewhere;
}

Place withNotification(const QJsonObject &body)
{
    return textAt(body, "type") == u"NEVER" ? Ignored : Here;
}

constexpr std::array<std::string_view, 3> oftenWords{"ALWAYS", "ON_FAILURE", "NEVER"};
constexpr std::array<std::string_view, 5> setWords{"DEFAULT", "LOCAL", "ENTIRE_MACHINE", "MAPPED_DRIVE",
                                                   "EXPRESS"};
constexpr std::array<std::string_view, 2> whatWords{"FILE_FOLDER", "ENTIRE_MACHINE"};
constexpr std::array<std::string_view, 2> whereWords{"CLOUD", "LOCAL"};
constexpr std::array<std::string_view, 5> frequencyWords{"MONTHLY", "WEEKLY", "DAILY", "HOURLY", "IMMEDIATE"};
constexpr std::array<std::string_view, 2> dailyWords{"ALL_DAYS", "WEEKDAYS"};
constexpr std::array<std::string_view, 8> dayWords{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "ALL"};
constexpr std::array<std::string_view, 13> monthWords{
    "JANUARY", "FEBRUARY",  "MARCH",   "APRIL",    "MAY",      "JUNE", "JULY",
    "AUGUST",  "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "ALL"};
constexpr std::array<std::string_view, 33> dateWords{
    "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10",       "11",
    "12", "13", "14", "15", "16", "17", "18", "19", "20", "21",       "22",
    "23", "24", "25", "26", "27", "28", "29", "30", "31", "ALL_DAYS", "LAST_DAY"};
constexpr std::array<std::string_view, 4> cdpWords{"REAL_TIME", "TEN_MINUTES", "THIRTY_MINUTES",
                                                   "SIXTY_MINUTES"};

constexpr std::string_view policy = "backup_policy";
constexpr std::string_view schedule = "backup_policy_schedule";

constexpr std::array createCompanyFields{
    FieldRule{"name", Text, true, "name"},
    FieldRule{"company_id", Number, false, "company_id"},
};

// The table has no column for what is required: all is, but addresses where nothing is sent.
constexpr std::array emailNotificationFields{
    FieldRule{"device_id", Text, true, "device_id"},
    FieldRule{"backup_set", Word, true, "backup_set", setWords},
    FieldRule{"type", Word, true, "backup_policy", oftenWords},
    FieldRule{"emails", Addresses, true, "emails", {}, {}, &withNotification},
};
constexpr std::array emailNotificationTogether{
    TogetherRule{"emails", "type NEVER goes without addresses",
                 [](const QJsonObject &body) {
                     return textAt(body, "type") == u"NEVER" && !isEmptyAt(body, "emails");
                 }},
};

constexpr std::array createPlanFields{
    FieldRule{"company_id", Number, false, "company_id"},
    FieldRule{"device_ids", Texts, false, "device_id"},
    FieldRule{"group_ids", Texts, false, policy},
    FieldRule{"name", Text, true, "name"},
    FieldRule{"backup_details", Object, true, policy},
    FieldRule{"scheduler", Object, true, schedule},
    FieldRule{"exclude_hidden", Boolean, false, policy, {}, {}, &unlessEntireMachine},
    FieldRule{"exclude_system", Boolean, false, policy, {}, {}, &unlessEntireMachine},
    FieldRule{"enable_cdp", Boolean, false, policy, {}, {}, &unlessEntireMachine},
    FieldRule{"cdp_frequency", Word, true, policy, cdpWords, {}, &withCdp},
    FieldRule{"exclude_partial", Text, false, policy, {}, {}, &unlessEntireMachine},

    FieldRule{"backup_details.what_to_backup", Word, true, policy, whatWords},
    FieldRule{"backup_details.where_to_backup", Word, true, policy, whereWords},
    // Whole machines have no items, though it is not said that they must not be named.
    FieldRule{"backup_details.items_to_backup", Texts, true, policy, {}, {}, &withFiles},
    // "if backup_set is LOCAL" means where_to_backup: there is no backup_set here. The document's own sample sends
    // the path with CLOUD.
    FieldRule{"backup_details.local_dest_path", Text, false, policy, {}, {}, &withLocal},

    FieldRule{"scheduler.disable_schedule", Boolean, false, schedule},
    FieldRule{"scheduler.start_missed_backup", Boolean, false, schedule},
    FieldRule{"scheduler.frequency_type", Word, true, schedule, frequencyWords},
    FieldRule{"scheduler.time", Time, true, schedule},
    // "if frequency_type is ..." is read as: and only then. The document's own sample sends days with MONTHLY.
    FieldRule{"scheduler.months", Words, true, schedule, monthWords, "ALL",
              &withFrequency<PlanSchedule::Frequency::Monthly>},
    FieldRule{"scheduler.dates", Words, true, schedule, dateWords, "ALL_DAYS",
              &withFrequency<PlanSchedule::Frequency::Monthly>},
    FieldRule{"scheduler.days", Words, true, schedule, dayWords, "ALL",
              &withFrequency<PlanSchedule::Frequency::Weekly>},
    FieldRule{"scheduler.daily_mode",
              Word,
              true,
              schedule,
              dailyWords,
              {},
              &withFrequency<PlanSchedule::Frequency::Daily>},
    // The table calls it an array; its text and both samples have one time.
    FieldRule{"scheduler.cutoff_time", Time, false, schedule},
    // The table leaves the name out; the sample has it.
    FieldRule{"scheduler.email", Addresses, false, "emails"},
    FieldRule{"scheduler.send_email_notification", Word, false, schedule, oftenWords},
};
constexpr std::array createPlanTogether{
    // Neither is required, and nothing is said of a plan with neither: it would be for nobody, or for everybody.
    TogetherRule{"device_id", "device_ids and group_ids name no target",
                 [](const QJsonObject &body) {
                     return isEmptyAt(body, "device_ids") && isEmptyAt(body, "group_ids");
                 }},
    TogetherRule{schedule, "cutoff_time is time: the backup would stop at once",
                 [](const QJsonObject &body) {
                     return textAt(body, "scheduler.cutoff_time") == textAt(body, "scheduler.time");
                 }},
    TogetherRule{"emails", "send_email_notification needs addresses",
                 [](const QJsonObject &body) {
                     const QString often = textAt(body, "scheduler.send_email_notification");
                     return !often.isEmpty() && often != u"NEVER" && isEmptyAt(body, "scheduler.email");
                 }},
    TogetherRule{"emails", "send_email_notification NEVER goes without addresses",
                 [](const QJsonObject &body) {
                     return textAt(body, "scheduler.send_email_notification") == u"NEVER"
                         && !isEmptyAt(body, "scheduler.email");
                 }},
};

// Not of the API document: the sandbox's own.
constexpr std::array<std::string_view, 8> operationWords{
    "GET /company",        "GET /company/fetch_config_id",
    "POST /company",       "GET /company/name",
    "GET /device/summary", "PUT /device/backup_plan/email_notification",
    "POST /backup_plan",   "GET /backup_plan"};
const std::array nextErrorFields{
    FieldRule{"type", Word, true, "type", errorTypeWords()},
    FieldRule{"field", Text, false, "field"},
    FieldRule{"times", Number, false, "times"},
    FieldRule{"operation", Word, false, "operation", operationWords},
    FieldRule{"after_effect", Boolean, false, "after_effect"},
};

} // namespace

const BodyRules createCompanyBody{createCompanyFields, {}};
const BodyRules emailNotificationBody{emailNotificationFields, emailNotificationTogether};
const BodyRules createPlanBody{createPlanFields, createPlanTogether};
const BodyRules nextErrorBody{nextErrorFields, {}};

QJsonValue valueAt(const QJsonObject &body, std::string_view path)
{
    const std::size_t dot = path.find('.');
    const auto name = [](std::string_view text) {
        return QLatin1StringView(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (dot == std::string_view::npos)
        return body.value(name(path));
    return body.value(name(path.substr(0, dot))).toObject().value(name(path.substr(dot + 1)));
}
