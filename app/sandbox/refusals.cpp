// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/refusals.h"

#include "app/sandbox/json.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

/// Source: API document, Error Types. Its table has 400, 401, 429 and 500 alone; 404 and 405 are what HTTP
/// says.
struct RefusalRule
{
    Refusal why;
    int status;
    std::string_view baseType;
    std::string_view type; // of the inner error; empty: there is none
    std::string_view message;
};

constexpr std::array rules{
    RefusalRule{Refusal::MissingAuthorization, 401, "authentication_failed", "missing_authorization_header",
                "The authorization header with the API_KEY is missing"},
    RefusalRule{Refusal::MalformedAuthorization, 401, "authentication_failed",
                "malformed_authorization_header",
                "The authorization header is malformed, the accepted format is 'Bearer <API_KEY>'"},
    // The document has no type for a key that is wrong, expired or revoked: the base type stands alone.
    RefusalRule{Refusal::WrongKey, 401, "authentication_failed", "", ""},
    RefusalRule{Refusal::UnknownPath, 404, "invalid_request", "invalid_request",
                "There is no such operation"},
    RefusalRule{Refusal::WrongMethod, 405, "invalid_request", "invalid_request",
                "The operation is not known with this method"},
    RefusalRule{Refusal::BodyOnRead, 400, "invalid_request", "invalid_request",
                "The request must not have a body"},
    RefusalRule{Refusal::UnreadableRequest, 400, "invalid_request", "invalid_request",
                "The request is not readable HTTP"},
    RefusalRule{Refusal::BadEncoding, 400, "invalid_request", "invalid_request",
                "The query is not percent-encoded UTF-8"},
    RefusalRule{Refusal::UnknownParameter, 400, "invalid_request", "invalid_request",
                "The operation does not have this parameter"},
    RefusalRule{Refusal::RepeatedParameter, 400, "invalid_request", "invalid_request",
                "The parameter is given more than once"},
    RefusalRule{Refusal::MissingParameter, 400, "invalid_request", "invalid_request",
                "The parameter is required"},
    RefusalRule{Refusal::EmptyParameter, 400, "invalid_parameter", "invalid_parameter",
                "The parameter must not be empty"},
    RefusalRule{Refusal::NotANumber, 400, "invalid_parameter", "invalid_parameter",
                "The parameter must be a number"},
    RefusalRule{Refusal::NotABoolean, 400, "invalid_parameter", "invalid_parameter",
                "The parameter must be true or false"},
    RefusalRule{
        Refusal::NoSuchCompany, 400, "entity_not_found", "entity_not_found",
        "The entity corresponding to the company id specified cannot be found, not-active or not-configured"},
    RefusalRule{
        Refusal::NoSuchDevice, 400, "entity_not_found", "entity_not_found",
        "The entity corresponding to the device id specified cannot be found, not-active or not-configured"},
};

struct BaseMessage
{
    std::string_view baseType;
    std::string_view message;
};

constexpr std::array baseMessages{
    BaseMessage{
        "authentication_failed",
        "The request could not be authenticated. The request should not be retried without a valid API key."},
    BaseMessage{"invalid_request",
                "The request is invalid. The request should not be retried without modification."},
    BaseMessage{
        "invalid_parameter",
        "A parameter of the request is invalid. The request should not be retried without modification."},
    BaseMessage{
        "entity_not_found",
        "The specified entity being addressed either does not exist or is invalid. The request should not be "
        "retried without modification or until the indicated entity is set up."},
};

constexpr bool rulesStandInOrder()
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].why != static_cast<Refusal>(i))
            return false;
    }
    return true;
}
static_assert(rulesStandInOrder());

const RefusalRule &ruleOf(Refusal why)
{
    return rules[static_cast<std::size_t>(why)];
}

void appendField(std::string &json, std::string_view name, std::string_view value)
{
    json.append(",\"").append(name).append("\":");
    appendJsonString(json, value);
}

} // namespace

int refusalStatus(Refusal why)
{
    return ruleOf(why).status;
}

std::string refusalJson(const Refused &refused)
{
    const RefusalRule &rule = ruleOf(refused.why);
    std::string json = "{\"ok\":false";
    appendField(json, "type", rule.baseType);
    appendField(json, "message",
                std::ranges::find(baseMessages, rule.baseType, &BaseMessage::baseType)->message);
    json.append(",\"code\":").append(std::to_string(rule.status));
    if (!rule.type.empty()) {
        json.append(",\"errors\":[{\"type\":");
        appendJsonString(json, rule.type);
        if (!refused.field.empty())
            appendField(json, "field", refused.field);
        appendField(json, "message", rule.message);
        json.append("}]");
    }
    return json.append("}");
}
