// SPDX-License-Identifier: GPL-3.0-or-later
// The operations about plans and what hangs on them.
#include "app/sandbox/answers.h"
#include "app/sandbox/bodyrules.h"
#include "app/sandbox/devicegroups.h"
#include "app/sandbox/deviceid.h"
#include "app/sandbox/devicewords.h"
#include "app/sandbox/json.h"
#include "app/sandbox/scheduletext.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace {

std::string textAt(const QJsonObject &body, std::string_view path)
{
    return valueAt(body, path).toString().toStdString();
}

std::vector<std::string> textsAt(const QJsonObject &body, std::string_view path)
{
    std::vector<std::string> texts;
    const QJsonArray array = valueAt(body, path).toArray();
    for (const auto &text : array)
        texts.push_back(text.toString().toStdString());
    return texts;
}

std::string joined(const auto &texts, const auto &textOf)
{
    std::string all;
    for (const auto &text : texts)
        all.append(all.empty() ? "" : ",").append(textOf(text));
    return all;
}

std::string joined(const std::vector<std::string> &texts)
{
    return joined(texts, [](const std::string &text) { return text; });
}

std::string orElse(const std::string &text, std::string_view other)
{
    return text.empty() ? std::string(other) : text;
}

PlanSchedule scheduleOf(const QJsonObject &body, const PretendCompany &company, Moment now)
{
    const std::string dailyMode = textAt(body, "scheduler.daily_mode");
    PlanSchedule schedule{.frequency = frequencyOf(textAt(body, "scheduler.frequency_type")),
                          .time = timeOf(textAt(body, "scheduler.time")),
                          .months = monthsOf(textsAt(body, "scheduler.months")),
                          .dates = datesOf(textsAt(body, "scheduler.dates")),
                          .isOff = valueAt(body, "scheduler.disable_schedule").toBool(),
                          .startsMissed = valueAt(body, "scheduler.start_missed_backup").toBool(),
                          .eastOfUtc = std::chrono::minutes(company.minutesEastOfUtc),
                          .since = now};
    if (schedule.frequency == PlanSchedule::Frequency::Weekly)
        schedule.weekdays = weekdaysOf(textsAt(body, "scheduler.days"));
    else if (dailyMode == "WEEKDAYS")
        schedule.weekdays = PlanSchedule::mondayToFriday;
    if (const std::string cutoff = textAt(body, "scheduler.cutoff_time"); !cutoff.empty())
        schedule.cutoff = timeOf(cutoff);
    return schedule;
}

PretendPlan planOf(const QJsonObject &body, const PretendCompany &company, Moment now)
{
    const bool isEntire = textAt(body, "backup_details.what_to_backup") == "ENTIRE_MACHINE";
    PretendPlan plan{.name = textAt(body, "name"),
                     .isLocal = textAt(body, "backup_details.where_to_backup") == "LOCAL",
                     .localPath = textAt(body, "backup_details.local_dest_path"),
                     .schedule = scheduleOf(body, company, now),
                     .emails = joined(textsAt(body, "scheduler.email")),
                     .notification = orElse(textAt(body, "scheduler.send_email_notification"), "NEVER"),
                     .groups = textsAt(body, "group_ids")};
    // What a device's set is called follows from what and where; the document gives the names and not the rule.
    plan.set = isEntire ? BackupSet::EntireMachine : plan.isLocal ? BackupSet::Local : BackupSet::Default;
    if (isEntire) // "will be ignored if specified"
        return plan;
    plan.items = textsAt(body, "backup_details.items_to_backup");
    plan.excludesHidden = valueAt(body, "exclude_hidden").toBool();
    plan.excludesSystem = valueAt(body, "exclude_system").toBool();
    plan.cdpFrequency = textAt(body, "cdp_frequency");
    plan.excludePartial = textAt(body, "exclude_partial");
    return plan;
}

/// Rising numbers of the devices that a body names, singly and by their groups. All must belong to \a company.
Allowed<std::vector<std::uint32_t>> targetsOf(const QJsonObject &body, const PretendFleet &fleet,
                                              const PretendCompany &company)
{
    std::set<std::uint32_t> targets;
    for (const std::string &id : textsAt(body, "device_ids")) {
        const std::optional<std::uint32_t> index = fleet.findDevice(id);
        if (!index || &fleet.companyOfDevice(*index) != &company)
            return tl::unexpected(Refused{Refusal::NoSuchDevice, "device_id"});
        targets.insert(*index);
    }
    for (const std::string &id : textsAt(body, "group_ids")) {
        const std::optional<std::string_view> name = groupName(company, id);
        if (!name)
            return tl::unexpected(Refused{Refusal::NoSuchGroup, "backup_policy"});
        const std::vector<std::uint32_t> members = devicesInGroup(fleet, company, *name);
        targets.insert(members.begin(), members.end());
    }
    return std::vector<std::uint32_t>(targets.begin(), targets.end());
}

/// Source: API document, Create Backup Plan, its sample and the sentences below it. What a dry run answers is not
/// said: here it is the same but for \a id, which is empty, since there is no plan that has one.
std::string effectJson(const PlanEffect &effect, const std::string &id, bool isLocal)
{
    std::string json = "{\"conflicts\":[";
    json += joined(effect.conflicts, [](const PlanClash &conflict) {
        std::string object = "{\"device_id\":\"" + deviceIdText(conflict.deviceWord) + "\",\"plan_name\":";
        appendJsonString(object, conflict.replacedPlan);
        return object + "}";
    });
    json += "]";
    if (!id.empty())
        json += ",\"backup_id\":\"" + id + "\"";
    json += isLocal ? ",\"where_to_backup\":\"LOCAL\"" : ",\"where_to_backup\":\"CLOUD\"";
    json += ",\"applied_to\":\"" + joined(effect.applied, deviceIdText);
    return json + "\",\"not_applied_to\":\"" + joined(effect.notApplied, deviceIdText) + "\",\"status\":201}";
}

/// The device that a body names, if it is active and has a plan in the set that the body names.
Allowed<std::uint32_t> deviceWithSet(const Call &call, const std::string &set)
{
    const PretendFleet &fleet = call.state.fleet();
    const std::optional<std::uint32_t> index = fleet.findDevice(textAt(call.body, "device_id"));
    if (!index)
        return tl::unexpected(Refused{Refusal::NoSuchDevice, "device_id"});
    const std::shared_ptr<const PlanBook> book = call.state.plans();
    const CompanyReading company(fleet, *book, fleet.companyOfDevice(*index), call.state.clock());
    const PretendDevice device = fleet.device(company.company(), *index);
    if (isInactive(company.life(device, *index).status))
        return tl::unexpected(Refused{Refusal::NoSuchDevice, "device_id"});
    const auto known = std::ranges::find(backupSetWords, set);
    if (known == backupSetWords.end()
        || !company.plan(device, *index, static_cast<BackupSet>(known - backupSetWords.begin())))
        return tl::unexpected(Refused{Refusal::NoSuchBackupSet, "backup_set"});
    return *index;
}

} // namespace

Allowed<Answer> setEmailNotification(const Call &call)
{
    const std::string set = textAt(call.body, "backup_set");
    const Allowed<std::uint32_t> device = deviceWithSet(call, set);
    if (!device)
        return tl::unexpected(device.error());
    return call.state
        .setNotification({*device, set, textAt(call.body, "type"), joined(textsAt(call.body, "emails"))})
        .map([](const NotificationSetting &) -> Answer {
            return TextAnswer{R"({"ok":true,"message":"Email notification settings updated successfully"})"};
        });
}

Allowed<Answer> createPlan(const Call &call)
{
    const PretendFleet &fleet = call.state.fleet();
    const PretendCompany *company = &fleet.ownCompany();
    if (const QJsonValue id = valueAt(call.body, "company_id"); !id.isUndefined())
        company = call.state.company(static_cast<std::uint64_t>(id.toInteger()));
    if (!company)
        return tl::unexpected(Refused{Refusal::NoSuchCompany, "company_id"});
    const Allowed<std::vector<std::uint32_t>> targets = targetsOf(call.body, fleet, *company);
    if (!targets)
        return tl::unexpected(targets.error());
    const bool isDryRun = call.query.flag("dry_run", false) && !call.reading.dryRunActs;
    return call.state
        .createPlan(*company, planOf(call.body, *company, call.state.clock().now), *targets, isDryRun)
        .map([isDryRun, &call](const std::pair<PlanEffect, std::uint32_t> &made) -> Answer {
            const bool isLocal = textAt(call.body, "backup_details.where_to_backup") == "LOCAL";
            const std::string id = isDryRun ? std::string() : std::to_string(made.second);
            return TextAnswer{effectJson(made.first, id, isLocal), 201};
        });
}

Allowed<Answer> plansOfCompany(const Call &call)
{
    const Allowed<const PretendCompany *> company = askedCompany(call);
    if (!company)
        return tl::unexpected(company.error());
    const PretendFleet &fleet = call.state.fleet();
    PlanListAnswer list{{}, *company, call.state.plans(), call.state.clock()};
    if (fleet.company((*company)->id)) // a company that was created has no devices and so no plans
        list.plans = list.book->plans(fleet.positionOf(**company));
    if (const std::optional<std::string> id = call.query.text("backup_id")) {
        std::erase_if(list.plans, [&id](const PretendPlan *plan) { return std::to_string(plan->id) != *id; });
        if (list.plans.empty())
            return tl::unexpected(Refused{Refusal::NoSuchPlan, "backup_policy"});
    }
    return list;
}
