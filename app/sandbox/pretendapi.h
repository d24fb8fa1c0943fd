// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"
#include "app/sandbox/refusals.h"

#include <string>
#include <string_view>
#include <vector>

/// What matters of an HTTP request.
struct ApiRequest
{
    std::string method;
    std::string target; ///< path and query as they came, still encoded
    std::vector<std::string> authorizations; ///< values of all Authorization headers
    bool hasBody = false;
};

/// The API without its transport: the table of operations, and what is checked before one of them is asked.
class PretendApi
{
public:
    /// \a key is what a caller has to show.
    PretendApi(Pretence pretence, std::string key) : m_pretence(pretence), m_key(std::move(key)) { }

    /// The answer, or the first reason against it: authorisation, path, method, shape, parameters, in this
    /// order.
    Allowed<Answer> answer(const ApiRequest &request) const;

    /// The methods of the operations at the path of \a target, for an Allow header: "GET, POST".
    static std::string methodsAt(std::string_view target);

private:
    std::optional<Refusal> refusedAuthorization(const std::vector<std::string> &values) const;

    Pretence m_pretence;
    std::string m_key;
};
