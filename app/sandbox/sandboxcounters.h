// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/refusals.h"
#include "app/sandbox/sandboxstate.h"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

/// Counts what callers ask, so that a test can say of all its requests that each kept to the API document.
/// Many threads may use it at once.
class SandboxCounters
{
public:
    /// One request to the API. \a operation is "GET /company" or, where there is no such operation, empty; \a refused
    /// is nullptr if it was answered.
    void count(std::string_view operation, bool hasBody, const Refused *refused);

    /// An object: requests, bodies, answered, refused, demanded, violations, operations (the same per operation),
    /// last_violations, and what was created.
    std::string json(const SandboxState &state) const;

private:
    struct Tally
    {
        std::uint64_t requests = 0;
        std::uint64_t bodies = 0;
        std::uint64_t refused = 0; ///< demanded ones among them
        std::uint64_t demanded = 0;
        std::uint64_t violations = 0;
    };
    struct Violation
    {
        std::string operation;
        Refused refused;
    };

    static void appendTally(std::string &json, const Tally &tally);

    mutable std::mutex m_mutex;
    Tally m_all;
    std::map<std::string, Tally, std::less<>> m_operations;
    std::deque<Violation> m_violations; // the last ones
};
