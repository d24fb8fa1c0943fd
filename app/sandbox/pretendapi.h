// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"
#include "app/sandbox/apirequest.h"
#include "app/sandbox/demandederrors.h"
#include "app/sandbox/refusals.h"
#include "app/sandbox/sandboxcounters.h"

#include <string>
#include <string_view>

struct Operation;

/// The API without its transport: the table of operations, and what is checked before one of them is asked. Beside the
/// API it answers two paths of its own, for tests: GET /sandbox/counters and POST /sandbox/next-error. Many threads
/// may use it at once.
class PretendApi
{
public:
    /// \a key is what a caller has to show. \a state must outlive the API.
    PretendApi(SandboxState &state, Reading reading, std::string key)
        : m_state(state), m_reading(reading), m_key(std::move(key))
    { }

    /// The answer, or the first reason against it: authorisation, path, method, body, parameters, fields, what they
    /// name, in this order. An error that was demanded comes after all but the last.
    Allowed<Answer> answer(const ApiRequest &request);
    /// Counts a request that never got so far.
    void countUnreadable(const Refused &refused) { m_counters.count({}, false, &refused); }

    /// The methods of the operations at the path of \a target, for an Allow header: "GET, POST".
    static std::string methodsAt(std::string_view target);

private:
    Allowed<const Operation *> operationFor(const ApiRequest &request) const;
    Allowed<Answer> answer(const Operation &operation, const ApiRequest &request);
    Allowed<Answer> perform(const Operation &operation, const Call &call);
    Allowed<Answer> ownAnswer(const Operation &operation, const Call &call);

    SandboxState &m_state;
    Reading m_reading;
    std::string m_key;
    SandboxCounters m_counters;
    DemandedErrors m_demanded;
};
