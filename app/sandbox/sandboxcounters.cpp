// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxcounters.h"

#include "app/sandbox/json.h"

namespace {

constexpr std::size_t keptViolations = 20;

void appendNumber(std::string &json, std::string_view name, std::uint64_t number)
{
    json.append("\"").append(name).append("\":").append(std::to_string(number));
}

void appendText(std::string &json, std::string_view name, std::string_view text)
{
    json.append("\"").append(name).append("\":");
    appendJsonString(json, text);
}

} // namespace

void SandboxCounters::count(std::string_view operation, bool hasBody, const Refused *refused)
{
    const std::lock_guard lock(m_mutex);
    const auto countIn = [hasBody, refused](Tally &tally) {
        ++tally.requests;
        tally.bodies += hasBody ? 1 : 0;
        tally.refused += refused ? 1 : 0;
        tally.demanded += refused && refused->why == Refusal::Demanded ? 1 : 0;
        tally.violations += refused && breaksContract(*refused) ? 1 : 0;
    };
    countIn(m_all);
    if (!operation.empty())
        countIn(m_operations.try_emplace(std::string(operation)).first->second);
    if (!refused || !breaksContract(*refused))
        return;
    m_violations.push_back({std::string(operation), *refused});
    if (m_violations.size() > keptViolations)
        m_violations.pop_front();
}

void SandboxCounters::appendTally(std::string &json, const Tally &tally)
{
    appendNumber(json, "requests", tally.requests);
    json.push_back(',');
    appendNumber(json, "bodies", tally.bodies);
    json.push_back(',');
    appendNumber(json, "answered", tally.requests - tally.refused);
    json.push_back(',');
    appendNumber(json, "refused", tally.refused);
    json.push_back(',');
    appendNumber(json, "demanded", tally.demanded);
    json.push_back(',');
    appendNumber(json, "violations", tally.violations);
}

std::string SandboxCounters::json(const SandboxState &state) const
{
    const SandboxState::Counts created = state.counts();
    const std::lock_guard lock(m_mutex);
    std::string json = "{";
    appendTally(json, m_all);
    json.append(",\"operations\":{");
    bool isFirst = true;
    for (const auto &[operation, tally] : m_operations) {
        json.append(isFirst ? "" : ",").append("\"").append(operation).append("\":{");
        appendTally(json, tally);
        json.append("}");
        isFirst = false;
    }
    json.append("},\"last_violations\":[");
    for (const Violation &violation : m_violations) {
        json.append(&violation == &m_violations.front() ? "{" : ",{");
        appendText(json, "operation", violation.operation);
        json.push_back(',');
        appendText(json, "type", refusalType(violation.refused));
        json.push_back(',');
        appendText(json, "field", violation.refused.field);
        json.push_back(',');
        appendText(json, "message", refusalMessage(violation.refused));
        json.push_back('}');
    }
    json.append("],");
    appendNumber(json, "created_companies", created.companies);
    json.push_back(',');
    appendNumber(json, "created_plans", created.plans);
    json.push_back(',');
    appendNumber(json, "notification_settings", created.notifications);
    json.append(",\"last_notification\":{");
    appendText(json, "backup_set", created.lastNotification.set);
    json.push_back(',');
    appendText(json, "type", created.lastNotification.often);
    json.push_back(',');
    appendText(json, "emails", created.lastNotification.emails);
    return json.append("}}");
}
