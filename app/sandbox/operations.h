// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"
#include "app/sandbox/bodyrules.h"
#include "app/sandbox/query.h"

#include <span>
#include <string_view>

/// One operation of the API and its whole contract.
struct Operation
{
    std::string_view name; ///< method and path below the base endpoint: "GET /company"
    std::span<const ParameterRule> parameters;
    const BodyRules *body; ///< nullptr: it has none
    Allowed<Answer> (*answer)(const Call &); ///< nullptr: one of the sandbox's own, which PretendApi answers

    std::string_view method() const { return name.substr(0, name.find(' ')); }
    std::string_view path() const { return name.substr(name.find(' ') + 1); }
    bool isAt(std::string_view wholePath) const;
};

/// The eight of the API document, and the sandbox's own two: countersOperation and nextErrorOperation.
std::span<const Operation> operations();
inline constexpr std::string_view countersOperation = "GET /sandbox/counters";
inline constexpr std::string_view nextErrorOperation = "POST /sandbox/next-error";
