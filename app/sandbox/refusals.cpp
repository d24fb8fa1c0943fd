// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/refusals.h"

#include "app/sandbox/json.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

/// The document says which types there are, and of most not when: the reasons beside them are read strictly.
struct RefusalRule
{
    Refusal why;
    ErrorType type;
    bool breaksContract;
    std::string_view message; // empty: the type's own
};

using enum ErrorType;

constexpr std::string_view notFoundMessage = "cannot be found, not-active or not-configured";
constexpr std::array rules{
    RefusalRule{Refusal::MissingAuthorization, MissingAuthorizationHeader, true, ""},
    RefusalRule{Refusal::MalformedAuthorization, MalformedAuthorizationHeader, true, ""},
    // The document has no type for a key that is wrong, expired or revoked: the base type stands alone.
    RefusalRule{Refusal::WrongKey, MissingAuthorizationHeader, false, ""},
    RefusalRule{Refusal::UnknownPath, InvalidRequest, true, "There is no such operation"},
    RefusalRule{Refusal::WrongMethod, InvalidRequest, true, "The operation is not known with this method"},
    RefusalRule{Refusal::BodyOnRead, InvalidRequest, true, "The request must not have a body"},
    RefusalRule{Refusal::NoBody, InvalidRequest, true, "The request must have a body"},
    RefusalRule{Refusal::BodyTooLarge, InvalidRequest, true, "The body of the request is too large"},
    RefusalRule{Refusal::WrongContentType, InvalidRequest, true,
                "The body must be declared as application/json"},
    RefusalRule{Refusal::UnreadableRequest, InvalidRequest, true, "The request is not readable HTTP"},
    RefusalRule{Refusal::BrokenJson, ProcessingFault, true, ""},
    RefusalRule{Refusal::BadEncoding, InvalidRequest, true, "The query is not percent-encoded UTF-8"},
    RefusalRule{Refusal::UnknownParameter, InvalidRequest, true,
                "The operation does not have this parameter"},
    RefusalRule{Refusal::RepeatedParameter, InvalidRequest, true, "The parameter is given more than once"},
    RefusalRule{Refusal::MissingParameter, InvalidRequest, true, "The parameter is required"},
    RefusalRule{Refusal::EmptyParameter, InvalidParameter, true, "The parameter must not be empty"},
    RefusalRule{Refusal::NotANumber, InvalidParameter, true, "The parameter must be a number"},
    RefusalRule{Refusal::NotABoolean, InvalidParameter, true, "The parameter must be true or false"},
    RefusalRule{Refusal::UnknownField, InvalidRequest, true, "The operation does not have this field"},
    RefusalRule{Refusal::MissingField, InvalidRequest, true, "The field is required"},
    RefusalRule{Refusal::FieldOutOfPlace, InvalidRequest, true, "The field does not belong here"},
    RefusalRule{Refusal::WrongKind, InvalidParameter, true, "The value has another JSON type"},
    RefusalRule{Refusal::WrongWord, InvalidParameter, true, "The value is none of the documented words"},
    RefusalRule{Refusal::WrongText, InvalidParameter, true,
                "The text is empty, blank or holds control characters"},
    RefusalRule{Refusal::NotATime, InvalidParameter, true, "The time must have the form HH:MM:SS"},
    RefusalRule{Refusal::NotAnAddress, InvalidParameter, true, "The value is not an email address"},
    RefusalRule{Refusal::EmptyList, InvalidParameter, true, "The list must not be empty"},
    RefusalRule{Refusal::RepeatedValue, InvalidParameter, true, "The list names a value twice"},
    RefusalRule{Refusal::NotAlone, InvalidParameter, true,
                "The value stands for all others and must be alone"},
    RefusalRule{Refusal::Contradiction, InvalidRequest, true, "The values do not go together"},
    RefusalRule{Refusal::NoSuchCompany, EntityNotFound, false, notFoundMessage},
    RefusalRule{Refusal::NoSuchDevice, EntityNotFound, false, notFoundMessage},
    RefusalRule{Refusal::NoSuchGroup, EntityNotFound, false, notFoundMessage},
    RefusalRule{Refusal::NoSuchPlan, EntityNotFound, false, notFoundMessage},
    RefusalRule{Refusal::NoSuchBackupSet, EntityNotFound, false, notFoundMessage},
    RefusalRule{Refusal::SameNotification, SameState, false,
                "The email notification has these settings already"},
    RefusalRule{Refusal::TooMuchCreated, EntityCreationFailed, false, ""},
    RefusalRule{Refusal::Demanded, InternalError, false, ""},
};

constexpr bool rulesStandInOrder()
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].why != static_cast<Refusal>(i))
            return false;
    }
    return rules.size() == static_cast<std::size_t>(Refusal::Demanded) + 1;
}
static_assert(rulesStandInOrder());

const RefusalRule &ruleOf(const Refused &refused)
{
    return rules[static_cast<std::size_t>(refused.why)];
}

const ErrorTypeRule &typeOf(const Refused &refused)
{
    return errorTypeRule(refused.why == Refusal::Demanded ? refused.demanded : ruleOf(refused).type);
}

void appendField(std::string &json, std::string_view name, std::string_view value)
{
    json.append(",\"").append(name).append("\":");
    appendJsonString(json, value);
}

void appendError(std::string &json, const Refused &refused)
{
    json.append("{\"type\":");
    appendJsonString(json, typeOf(refused).word);
    if (!refused.field.empty())
        appendField(json, "field", refused.field);
    appendField(json, "message", refusalMessage(refused));
    json.append("}");
}

} // namespace

int refusalStatus(const Refused &refused)
{
    // The document's table of types has 400, 401, 429 and 500 alone; 404 and 405 are what HTTP says.
    if (refused.why == Refusal::UnknownPath)
        return 404;
    return refused.why == Refusal::WrongMethod ? 405 : typeOf(refused).status;
}

bool breaksContract(const Refused &refused)
{
    return ruleOf(refused).breaksContract;
}

std::string_view refusalType(const Refused &refused)
{
    return refused.why == Refusal::WrongKey ? std::string_view() : typeOf(refused).word;
}

std::string refusalMessage(const Refused &refused)
{
    const std::string_view own = ruleOf(refused).message;
    // Source: API document, the sample under Error Response.
    if (own == notFoundMessage) {
        std::string field = refused.field;
        std::ranges::replace(field, '_', ' ');
        return "The entity corresponding to the " + field + " specified " + std::string(own);
    }
    std::string message(own.empty() ? typeOf(refused).message : own);
    if (!refused.detail.empty())
        message.append(": ").append(refused.detail);
    return message;
}

std::string refusalJson(const Refused &refused)
{
    const ErrorTypeRule &type = typeOf(refused);
    std::string json = "{\"ok\":false";
    appendField(json, "type", type.baseType);
    appendField(json, "message", baseTypeMessage(type.baseType));
    json.append(",\"code\":").append(std::to_string(refusalStatus(refused)));
    if (!refusalType(refused).empty()) {
        json.append(",\"errors\":[");
        appendError(json, refused);
        for (const Refused &other : refused.more) {
            if (typeOf(other).baseType != type.baseType)
                continue;
            json.push_back(',');
            appendError(json, other);
        }
        json.append("]");
    }
    return json.append("}");
}
