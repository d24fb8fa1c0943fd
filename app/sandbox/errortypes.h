// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The types of the inner errors. Source: API document, Error Types.
enum class ErrorType : std::uint8_t {
    MissingAuthorizationHeader,
    MalformedAuthorizationHeader,
    AdminCompanyNotActive,
    AdminNotActive,
    InsufficientPrivileges,
    AccessRestricted,
    ProcessingFault,
    InternalError,
    EntityCreationFailed,
    EntityNotFound,
    InvalidRequest,
    InvalidParameter,
    SameState,
    DependencyException,
};
inline constexpr std::size_t errorTypes = 14;

/// One row of that table.
struct ErrorTypeRule
{
    ErrorType type;
    std::string_view word;
    std::string_view baseType;
    int status;
    std::string_view message; ///< the document's, or one for its "custom description"
};

const ErrorTypeRule &errorTypeRule(ErrorType type);

/// Their words, in the order of ErrorType.
const std::array<std::string_view, errorTypes> &errorTypeWords();

/// What stands at the top of an error with this base type.
std::string_view baseTypeMessage(std::string_view baseType);
