// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sandbox/refusedbodies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

const RightBody companyBody{"POST", "/api/msp/company", R"({"name": "idrive"})"};

const RightBody notificationBody{"PUT", "/api/msp/device/backup_plan/email_notification",
                                 R"({"device_id": "%DEVICE%", "backup_set": "DEFAULT", "type": "ALWAYS",
        "emails": ["test@idrive.com", "support@idrive.com"]})"};

const RightBody planBody{"POST", "/api/msp/backup_plan?dry_run=true",
                         R"({"device_ids": ["%DEVICE%"], "group_ids": [], "name": "mine",
        "backup_details": {"what_to_backup": "FILE_FOLDER", "where_to_backup": "CLOUD",
                           "items_to_backup": ["[All Profiles Folder]", "C:\\Data\\Finance\\"]},
        "scheduler": {"disable_schedule": false, "start_missed_backup": false, "frequency_type": "DAILY",
                      "time": "17:40:30", "daily_mode": "WEEKDAYS", "cutoff_time": "07:00:00",
                      "email": ["mark@idrive.com"], "send_email_notification": "ALWAYS"},
        "exclude_hidden": true, "exclude_system": true, "enable_cdp": true, "cdp_frequency": "TEN_MINUTES",
        "exclude_partial": "*.iso,*.log"})"};

namespace {

constexpr const char *request = "invalid_request";
constexpr const char *parameter = "invalid_parameter";
constexpr const char *notFound = "entity_not_found";
constexpr const char *schedule = "backup_policy_schedule";
constexpr const char *policy = "backup_policy";

const RightBody &company = companyBody;
const RightBody &notification = notificationBody;
const RightBody &plan = planBody;

RefusedBody badRequest(const char *what, const RightBody &right, const char *edits, const char *field)
{
    return {what, right, edits, 400, request, request, field};
}

RefusedBody badValue(const char *what, const RightBody &right, const char *edits, const char *field)
{
    return {what, right, edits, 400, parameter, parameter, field};
}

RefusedBody unknown(const char *what, const RightBody &right, const char *edits, const char *field)
{
    return {what, right, edits, 400, notFound, notFound, field};
}

#define MONTHLY "scheduler.frequency_type=\"MONTHLY\"\nscheduler.daily_mode=\n"
#define WEEKLY "scheduler.frequency_type=\"WEEKLY\"\nscheduler.daily_mode=\n"
#define ENTIRE "backup_details.what_to_backup=\"ENTIRE_MACHINE\"\n"

const std::array table{
    badRequest("company: name missing", company, "name=", "name"),
    badRequest("company: unknown field", company, "parent=1", "parent"),
    badRequest("company: an answer's field", company, "status=1", "status"),
    badValue("company: empty name", company, "name=\"\"", "name"),
    badValue("company: blank name", company, "name=\"  \"", "name"),
    badValue("company: line break in the name", company, "name=\"a\\nb\"", "name"),
    badValue("company: name null", company, "name=null", "name"),
    badValue("company: name is a number", company, "name=5", "name"),
    badValue("company: company as text", company, "company_id=\"1111\"", "company_id"),
    badValue("company: fraction", company, "company_id=1.5", "company_id"),
    badValue("company: negative", company, "company_id=-1", "company_id"),
    badValue("company: company null", company, "company_id=null", "company_id"),
    badValue("company: beyond exact numbers", company, "company_id=1e300", "company_id"),
    unknown("company: unknown parent", company, "company_id=1", "company_id"),

    badRequest("mail: device missing", notification, "device_id=", "device_id"),
    badRequest("mail: set missing", notification, "backup_set=", "backup_set"),
    badRequest("mail: type missing", notification, "type=", policy),
    badRequest("mail: addresses missing", notification, "emails=", "emails"),
    badRequest("mail: a plan's name for the addresses", notification, "emails=\nemail=[\"a@b.example\"]",
               "email"),
    badRequest("mail: a plan's name for the type", notification, "send_email_notification=\"NEVER\"",
               "send_email_notification"),
    badRequest("mail: company", notification, "company_id=1", "company_id"),
    badRequest("mail: never, with addresses", notification, "type=\"NEVER\"", "emails"),
    badValue("mail: no address", notification, "emails=[]", "emails"),
    badValue("mail: addresses as text", notification, "emails=\"test@idrive.com\"", "emails"),
    badValue("mail: no address at all", notification, "emails=[\"test\"]", "emails"),
    badValue("mail: address with a name", notification, "emails=[\"Mark <mark@idrive.com>\"]", "emails"),
    badValue("mail: two in one", notification, "emails=[\"a@b.example,c@d.example\"]", "emails"),
    badValue("mail: an address twice", notification, "emails=[\"a@b.example\",\"a@b.example\"]", "emails"),
    badValue("mail: a number among them", notification, "emails=[5]", "emails"),
    badValue("mail: set in small letters", notification, "backup_set=\"default\"", "backup_set"),
    badValue("mail: unknown set", notification, "backup_set=\"CLOUD\"", "backup_set"),
    badValue("mail: unknown type", notification, "type=\"ON_SUCCESS\"", policy),
    badValue("mail: empty device", notification, "device_id=\"\"", "device_id"),
    unknown("mail: unknown device", notification, "device_id=\"nobody\"", "device_id"),
    unknown("mail: a set that no device has", notification, "backup_set=\"EXPRESS\"", "backup_set"),

    badRequest("plan: name missing", plan, "name=", "name"),
    badRequest("plan: details missing", plan, "backup_details=", policy),
    badRequest("plan: scheduler missing", plan, "scheduler=", schedule),
    badRequest("plan: dry run in the body", plan, "dry_run=true", "dry_run"),
    badRequest("plan: backup set", plan, "backup_set=\"DEFAULT\"", "backup_set"),
    badRequest("plan: an answer's name for the scheduler", plan, "schedule_info={}", "schedule_info"),
    badRequest("plan: an answer's name for CDP", plan, "cdp_enabled=true", "cdp_enabled"),
    badRequest("plan: an answer's name for off", plan, "scheduler.scheduler_disabled=true",
               "scheduler_disabled"),
    badRequest("plan: a notification's name for mail", plan, "scheduler.emails=[\"a@b.example\"]", "emails"),
    badRequest("plan: unknown detail", plan, "backup_details.path=\"C:\\\\\"", "path"),
    badRequest("plan: a schedule's field outside", plan, "time=\"10:00:00\"", "time"),
    badRequest("plan: no target", plan, "device_ids=[]", "device_id"),
    badRequest("plan: no target named", plan, "device_ids=\ngroup_ids=", "device_id"),
    badRequest("plan: what missing", plan, "backup_details.what_to_backup=", policy),
    badRequest("plan: where missing", plan, "backup_details.where_to_backup=", policy),
    badRequest("plan: items missing", plan, "backup_details.items_to_backup=", policy),
    badRequest("plan: items of a whole machine", plan, ENTIRE, policy),
    badRequest("plan: local path in the cloud", plan, "backup_details.local_dest_path=\"D:\\\\x\"", policy),
    badRequest("plan: CDP without its frequency", plan, "cdp_frequency=", policy),
    badRequest("plan: frequency of CDP that is off", plan, "enable_cdp=false", policy),
    badRequest("plan: frequency without CDP", plan, "enable_cdp=", policy),
    badRequest("plan: frequency type missing", plan, "scheduler.frequency_type=", schedule),
    badRequest("plan: time missing", plan, "scheduler.time=", schedule),
    badRequest("plan: daily mode missing", plan, "scheduler.daily_mode=", schedule),
    badRequest("plan: daily with months", plan, "scheduler.months=[\"MAY\"]", schedule),
    badRequest("plan: daily with dates", plan, "scheduler.dates=[\"1\"]", schedule),
    badRequest("plan: daily with days", plan, "scheduler.days=[\"MON\"]", schedule),
    badRequest("plan: weekly with a daily mode", plan,
               "scheduler.frequency_type=\"WEEKLY\"\nscheduler.days=[\"MON\"]", schedule),
    badRequest("plan: weekly without days", plan, WEEKLY, schedule),
    badRequest("plan: monthly without dates", plan, MONTHLY "scheduler.months=[\"ALL\"]", schedule),
    badRequest("plan: monthly without months", plan, MONTHLY "scheduler.dates=[\"1\"]", schedule),
    badRequest("plan: monthly with days, as in the document's sample", plan,
               MONTHLY "scheduler.months=[\"MAY\"]\nscheduler.dates=[\"1\"]\nscheduler.days=[\"MON\"]",
               schedule),
    badRequest("plan: hourly with a daily mode", plan, "scheduler.frequency_type=\"HOURLY\"", schedule),
    badRequest("plan: immediate with a daily mode", plan, "scheduler.frequency_type=\"IMMEDIATE\"", schedule),
    badRequest("plan: cut-off is the start", plan, "scheduler.cutoff_time=\"17:40:30\"", schedule),
    badRequest("plan: mail to nobody", plan, "scheduler.email=[]", "emails"),
    badRequest("plan: mail without addresses", plan, "scheduler.email=", "emails"),
    badRequest("plan: never, with addresses", plan, "scheduler.send_email_notification=\"NEVER\"", "emails"),

    badValue("plan: name is blank", plan, "name=\" \"", "name"),
    badValue("plan: details are a list", plan, "backup_details=[]", policy),
    badValue("plan: scheduler is a text", plan, "scheduler=\"DAILY\"", schedule),
    badValue("plan: company as text", plan, "company_id=\"14366\"", "company_id"),
    badValue("plan: devices as text", plan, "device_ids=\"a,b\"", "device_id"),
    badValue("plan: device is a number", plan, "device_ids=[1]", "device_id"),
    badValue("plan: device twice", plan, "device_ids=[\"a\",\"a\"]", "device_id"),
    badValue("plan: empty device", plan, "device_ids=[\"\"]", "device_id"),
    badValue("plan: group is a number", plan, "group_ids=[77]", policy),
    badValue("plan: unknown what", plan, "backup_details.what_to_backup=\"EVERYTHING\"", policy),
    badValue("plan: what in small letters", plan, "backup_details.what_to_backup=\"file_folder\"", policy),
    badValue("plan: unknown where", plan, "backup_details.where_to_backup=\"TAPE\"", policy),
    badValue("plan: no items", plan, "backup_details.items_to_backup=[]", policy),
    badValue("plan: empty item", plan, "backup_details.items_to_backup=[\"\"]", policy),
    badValue("plan: item twice", plan, "backup_details.items_to_backup=[\"/a\",\"/a\"]", policy),
    badValue("plan: items as text", plan, "backup_details.items_to_backup=\"/a\"", policy),
    badValue("plan: empty local path", plan,
             "backup_details.where_to_backup=\"LOCAL\"\nbackup_details.local_dest_path=\"\"", policy),
    badValue("plan: flag as text", plan, "exclude_hidden=\"true\"", policy),
    badValue("plan: flag as number", plan, "enable_cdp=1\ncdp_frequency=", policy),
    badValue("plan: flag null", plan, "exclude_system=null", policy),
    badValue("plan: flag of the schedule as text", plan, "scheduler.disable_schedule=\"yes\"", schedule),
    badValue("plan: missed as number", plan, "scheduler.start_missed_backup=0", schedule),
    badValue("plan: unknown CDP frequency", plan, "cdp_frequency=\"FIVE_MINUTES\"", policy),
    badValue("plan: empty exclusions", plan, "exclude_partial=\"\"", policy),
    badValue("plan: exclusions over two lines", plan, "exclude_partial=\"*.a,\\n*.b\"", policy),
    badValue("plan: exclusions as list", plan, "exclude_partial=[\"*.a\"]", policy),
    badValue("plan: unknown frequency", plan, "scheduler.frequency_type=\"YEARLY\"", schedule),
    badValue("plan: time without seconds", plan, "scheduler.time=\"17:40\"", schedule),
    badValue("plan: one digit of the hour", plan, "scheduler.time=\"7:40:00\"", schedule),
    badValue("plan: hour 24", plan, "scheduler.time=\"24:00:00\"", schedule),
    badValue("plan: minute 60", plan, "scheduler.time=\"10:60:00\"", schedule),
    badValue("plan: time of twelve hours", plan, "scheduler.time=\"05:40 PM\"", schedule),
    badValue("plan: cut-off as list, as the table has it", plan, "scheduler.cutoff_time=[\"07:00:00\"]",
             schedule),
    badValue("plan: empty cut-off", plan, "scheduler.cutoff_time=\"\"", schedule),
    badValue("plan: daily mode ALL", plan, "scheduler.daily_mode=\"ALL\"", schedule),
    badValue("plan: month in short", plan, MONTHLY "scheduler.months=[\"JAN\"]\nscheduler.dates=[\"1\"]",
             schedule),
    badValue("plan: all months and one more", plan,
             MONTHLY "scheduler.months=[\"ALL\",\"MAY\"]\nscheduler.dates=[\"1\"]", schedule),
    badValue("plan: no month", plan, MONTHLY "scheduler.months=[]\nscheduler.dates=[\"1\"]", schedule),
    badValue("plan: date as number", plan, MONTHLY "scheduler.months=[\"ALL\"]\nscheduler.dates=[1]",
             schedule),
    badValue("plan: date with a zero", plan, MONTHLY "scheduler.months=[\"ALL\"]\nscheduler.dates=[\"01\"]",
             schedule),
    badValue("plan: date 32", plan, MONTHLY "scheduler.months=[\"ALL\"]\nscheduler.dates=[\"32\"]", schedule),
    badValue("plan: dates ALL", plan, MONTHLY "scheduler.months=[\"ALL\"]\nscheduler.dates=[\"ALL\"]",
             schedule),
    badValue("plan: all dates and one more", plan,
             MONTHLY "scheduler.months=[\"ALL\"]\nscheduler.dates=[\"ALL_DAYS\",\"3\"]", schedule),
    badValue("plan: days ALL_DAYS", plan, WEEKLY "scheduler.days=[\"ALL_DAYS\"]", schedule),
    badValue("plan: whole name of a day", plan, WEEKLY "scheduler.days=[\"MONDAY\"]", schedule),
    badValue("plan: all days and one more", plan, WEEKLY "scheduler.days=[\"ALL\",\"SUN\"]", schedule),
    badValue("plan: day twice", plan, WEEKLY "scheduler.days=[\"SUN\",\"SUN\"]", schedule),
    badValue("plan: mail as text", plan, "scheduler.email=\"mark@idrive.com\"", "emails"),
    badValue("plan: unknown mail frequency", plan, "scheduler.send_email_notification=\"DAILY\"", schedule),

    unknown("plan: unknown company", plan, "company_id=1", "company_id"),
    unknown("plan: unknown device", plan, "device_ids=[\"nobody\"]", "device_id"),
    unknown("plan: one device unknown", plan, "device_ids=[\"%DEVICE%\",\"nobody\"]", "device_id"),
    unknown("plan: unknown group", plan, "group_ids=[\"77\"]", policy),
};

QJsonValue parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().first();
}

void set(QJsonObject &object, const QString &name, const QByteArray &json)
{
    if (json.isEmpty())
        object.remove(name);
    else
        object.insert(name, parsed(json));
}

} // namespace

std::span<const RefusedBody> refusedBodies()
{
    return table;
}

QByteArray edited(const RightBody &right, const char *edits)
{
    QJsonObject body = QJsonDocument::fromJson(right.json).object();
    for (const QByteArray &edit : QByteArray(edits).split('\n')) {
        const qsizetype equals = edit.indexOf('=');
        if (equals < 0)
            continue;
        const QString path = QString::fromUtf8(edit.first(equals));
        const qsizetype dot = path.indexOf(u'.');
        if (dot < 0) {
            set(body, path, edit.sliced(equals + 1));
            continue;
        }
        QJsonObject inner = body.value(path.first(dot)).toObject();
        set(inner, path.sliced(dot + 1), edit.sliced(equals + 1));
        body.insert(path.first(dot), inner);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}
