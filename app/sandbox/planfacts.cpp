// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/planfacts.h"

#include "app/sandbox/json.h"
#include "app/sandbox/scheduletext.h"

namespace {

void appendText(std::string &json, std::string_view name, std::string_view value)
{
    json.append(",\"").append(name).append("\":");
    appendJsonString(json, value);
}

void appendFlag(std::string &json, std::string_view name, bool value)
{
    json.append(",\"").append(name).append(value ? "\":true" : "\":false");
}

void appendTexts(std::string &json, std::string_view name, const auto &texts)
{
    json.append(",\"").append(name).append("\":[");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        json.append(i > 0 ? "," : "");
        appendJsonString(json, texts[i]);
    }
    json.append("]");
}

void appendDetails(std::string &json, const PretendPlan &plan)
{
    const bool isEntire = plan.set == BackupSet::EntireMachine;
    json.append(",\"backup_details\":{\"what_to_backup\":");
    appendJsonString(json, isEntire ? "ENTIRE_MACHINE" : "FILE_FOLDER");
    appendText(json, "where_to_backup", plan.isLocal ? "LOCAL" : "CLOUD");
    if (!isEntire)
        appendTexts(json, "items_to_backup", plan.items);
    if (!plan.localPath.empty())
        appendText(json, "local_dest_path", plan.localPath);
    json.append("}");
}

void appendSchedule(std::string &json, const PretendPlan &plan)
{
    using enum PlanSchedule::Frequency;
    const PlanSchedule &schedule = plan.schedule;
    json.append(",\"schedule_info\":{\"email\":");
    appendJsonString(json, plan.emails);
    appendFlag(json, "start_missed_backup", schedule.startsMissed);
    // The sample answers a daily plan with its weekdays and without daily_mode.
    if (schedule.frequency == Daily || schedule.frequency == Weekly)
        appendTexts(json, "days", weekdayWords(schedule.weekdays));
    if (schedule.frequency == Monthly) {
        appendTexts(json, "months", monthWords(schedule.months));
        appendTexts(json, "dates", dateWords(schedule.dates));
    }
    appendText(json, "frequency_type", frequencyWord(schedule.frequency));
    appendText(json, "time", timeText(schedule.time));
    if (schedule.cutoff)
        appendText(json, "cutoff_time", timeText(*schedule.cutoff));
    appendText(json, "send_email_notification", plan.notification);
    appendFlag(json, "scheduler_disabled", schedule.isOff);
    json.append("}");
}

} // namespace

void appendPlanFacts(std::string &json, const PretendPlan &plan)
{
    appendFlag(json, "exclude_system", plan.excludesSystem);
    appendFlag(json, "exclude_hidden", plan.excludesHidden);
    appendDetails(json, plan);
    appendFlag(json, "cdp_enabled", !plan.cdpFrequency.empty());
    if (!plan.cdpFrequency.empty())
        appendText(json, "cdp_frequency", plan.cdpFrequency);
    if (!plan.excludePartial.empty())
        appendText(json, "exclude_partial", plan.excludePartial);
    appendSchedule(json, plan);
    if (!plan.groups.empty())
        appendTexts(json, "groups", plan.groups);
}
