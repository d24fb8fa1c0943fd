// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

/// Every reason for which a request is turned down.
enum class Refusal : std::uint8_t {
    MissingAuthorization,
    MalformedAuthorization,
    WrongKey,
    UnknownPath,
    WrongMethod,
    BodyOnRead,
    UnreadableRequest,
    BadEncoding,
    UnknownParameter,
    RepeatedParameter,
    MissingParameter,
    EmptyParameter,
    NotANumber,
    NotABoolean,
    NoSuchCompany,
    NoSuchDevice,
};

/// A request turned down: why, and about which parameter, if about one.
struct Refused
{
    Refusal why;
    std::string field;

    friend bool operator==(const Refused &, const Refused &) = default;
};

/// What an answer needs, or why it cannot be given.
template <typename T>
using Allowed = tl::expected<T, Refused>;

/// The HTTP status with which it is refused.
int refusalStatus(Refusal why);

/// The error envelope. Source: API document, Error Response.
std::string refusalJson(const Refused &refused);
