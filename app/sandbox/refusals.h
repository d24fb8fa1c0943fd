// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/errortypes.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Every reason for which a request is turned down.
enum class Refusal : std::uint8_t {
    MissingAuthorization,
    MalformedAuthorization,
    WrongKey,
    UnknownPath,
    WrongMethod,
    BodyOnRead,
    NoBody,
    BodyTooLarge,
    WrongContentType,
    UnreadableRequest,
    BrokenJson,
    BadEncoding,
    UnknownParameter,
    RepeatedParameter,
    MissingParameter,
    EmptyParameter,
    NotANumber,
    NotABoolean,
    UnknownField,
    MissingField,
    FieldOutOfPlace,
    WrongKind,
    WrongWord,
    WrongText,
    NotATime,
    NotAnAddress,
    EmptyList,
    RepeatedValue,
    NotAlone,
    Contradiction,
    NoSuchCompany,
    NoSuchDevice,
    NoSuchGroup,
    NoSuchPlan,
    NoSuchBackupSet,
    SameNotification,
    TooMuchCreated,
    Demanded,
};

/// A request turned down: why, and about which parameter or field, if about one.
struct Refused
{
    Refusal why;
    std::string field =
        {}; ///< for a field of a body: the word that the document has for it under Error Fields
    std::string detail = {}; ///< what more there is to say, for people
    std::vector<Refused> more = {}; ///< what else is wrong with the same request
    ErrorType demanded = ErrorType::InternalError; ///< with Demanded

    friend bool operator==(const Refused &, const Refused &) = default;
};

/// What an answer needs, or why it cannot be given.
template <typename T>
using Allowed = tl::expected<T, Refused>;

/// The HTTP status with which it is refused.
int refusalStatus(const Refused &refused);

/// Whether only a caller that does not keep to the API document is refused so. Not so with what a well-behaved one
/// meets: a wrong key, something that is not there, or is so already.
bool breaksContract(const Refused &refused);

/// The word of the inner error and the sentence about it, for the counters. The word is empty where there is none.
std::string_view refusalType(const Refused &refused);
std::string refusalMessage(const Refused &refused);

/// The error envelope. Of `more`, it lists what has the same base type. Source: API document, Error Response.
std::string refusalJson(const Refused &refused);
