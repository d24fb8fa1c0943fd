// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/errortypes.h"

#include <algorithm>

namespace {

using enum ErrorType;

constexpr std::array<ErrorTypeRule, errorTypes> rules{{
    {MissingAuthorizationHeader, "missing_authorization_header", "authentication_failed", 401,
     "The authorization header with the API_KEY is missing"},
    {MalformedAuthorizationHeader, "malformed_authorization_header", "authentication_failed", 401,
     "The authorization header is malformed, the accepted format is 'Bearer <API_KEY>'"},
    {AdminCompanyNotActive, "admin_company_not_active", "invalid_state", 400,
     "The company of the administrator associated with the API_KEY is inactive"},
    {AdminNotActive, "admin_not_active", "invalid_state", 400,
     "The administrator associated with the API_KEY is inactive"},
    {InsufficientPrivileges, "insufficient_privileges", "authentication_failed", 401,
     "The user associated with the API_KEY is not permitted to access this resource due to insufficient "
     "privileges, contact administrator"},
    {AccessRestricted, "access_restricted", "invalid_request", 400, "The access is restricted"},
    {ProcessingFault, "processing_fault", "processing_fault", 500,
     "An internal processing error occurred while parsing JSON object"},
    {InternalError, "internal_error", "internal_error", 500,
     "An internal error occurred while processing the request"},
    {EntityCreationFailed, "entity_creation_failed", "internal_error", 500,
     "Failed to create the entity in the system"},
    {EntityNotFound, "entity_not_found", "entity_not_found", 400,
     "The requested entity was not found in the system"},
    {InvalidRequest, "invalid_request", "invalid_request", 400, "The request is invalid"},
    {InvalidParameter, "invalid_parameter", "invalid_parameter", 400, "A parameter is invalid"},
    {SameState, "same_state", "same_state", 400, "It is in this state already"},
    {DependencyException, "dependency_exception", "dependency_exception", 429,
     "A service that this one depends on does not answer"},
}};

constexpr std::array<std::string_view, errorTypes> words = [] {
    std::array<std::string_view, errorTypes> result;
    for (std::size_t i = 0; i < errorTypes; ++i)
        result[i] = rules[i].type == static_cast<ErrorType>(i) ? rules[i].word : throw "out of order";
    return result;
}();

struct BaseMessage
{
    std::string_view baseType;
    std::string_view message;
};

// The message of entity_not_found is the document's own; the others follow it.
constexpr std::array baseMessages{
    BaseMessage{
        "authentication_failed",
        "The request could not be authenticated. The request should not be retried without a valid API key."},
    BaseMessage{
        "invalid_state",
        "Something that the request depends on is not active. The request should not be retried until "
        "it is."},
    BaseMessage{"invalid_request",
                "The request is invalid. The request should not be retried without modification."},
    BaseMessage{
        "invalid_parameter",
        "A parameter of the request is invalid. The request should not be retried without modification."},
    BaseMessage{
        "entity_not_found",
        "The specified entity being addressed either does not exist or is invalid. The request should not be "
        "retried without modification or until the indicated entity is set up."},
    BaseMessage{"same_state", "What the request asks for is so already."},
    BaseMessage{"processing_fault", "The request could not be parsed."},
    BaseMessage{"internal_error", "An internal error occurred."},
    BaseMessage{"dependency_exception", "A service that this one depends on failed. Retry later."},
};

} // namespace

const ErrorTypeRule &errorTypeRule(ErrorType type)
{
    return rules[static_cast<std::size_t>(type)];
}

const std::array<std::string_view, errorTypes> &errorTypeWords()
{
    return words;
}

std::string_view baseTypeMessage(std::string_view baseType)
{
    return std::ranges::find(baseMessages, baseType, &BaseMessage::baseType)->message;
}
