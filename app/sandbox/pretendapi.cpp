// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretendapi.h"

#include <algorithm>
#include <array>
#include <span>

namespace {

constexpr std::array companySummaryParameters{ParameterRule{"company_id", ParameterKind::Number}};

constexpr std::array companiesByNameParameters{ParameterRule{.name = "name", .isRequired = true},
                                               ParameterRule{"case_sensitive", ParameterKind::Boolean},
                                               ParameterRule{"exact", ParameterKind::Boolean}};

constexpr std::array deviceSummaryParameters{ParameterRule{"company_id", ParameterKind::Number},
                                             ParameterRule{"device_id"}};

/// Source: API document, Device and Company Operations; the paths stand below the base endpoint.
struct Operation
{
    std::string_view method;
    std::string_view path;
    std::span<const ParameterRule> parameters;
    Allowed<Answer> (*answer)(const Pretence &, const Query &);
};

constexpr std::string_view basePath = "/api/msp";
const std::array operations{
    Operation{"GET", "/company", companySummaryParameters, &companySummary},
    Operation{"GET", "/company/name", companiesByNameParameters, &companiesByName},
    Operation{"GET", "/device/summary", deviceSummaryParameters, &deviceSummary},
};

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

std::string_view queryOf(std::string_view target)
{
    return target.substr(std::min(pathOf(target).size() + 1, target.size()));
}

bool isAt(const Operation &operation, std::string_view path)
{
    return path.starts_with(basePath) && path.substr(basePath.size()) == operation.path;
}

} // namespace

Allowed<Answer> PretendApi::answer(const ApiRequest &request) const
{
    const auto refuse = [](Refusal why) {
        return tl::unexpected(Refused{why, {}});
    };
    if (const std::optional<Refusal> refusal = refusedAuthorization(request.authorizations))
        return refuse(*refusal);
    const std::string_view path = pathOf(request.target);
    if (std::ranges::none_of(operations,
                             [path](const Operation &operation) { return isAt(operation, path); }))
        return refuse(Refusal::UnknownPath);
    const auto operation = std::ranges::find_if(operations, [&request, path](const Operation &candidate) {
        return isAt(candidate, path) && candidate.method == request.method;
    });
    if (operation == operations.end())
        return refuse(Refusal::WrongMethod);
    if (request.hasBody)
        return refuse(Refusal::BodyOnRead);
    return Query::read(queryOf(request.target), operation->parameters)
        .and_then([this, operation](const Query &query) { return operation->answer(m_pretence, query); });
}

std::optional<Refusal> PretendApi::refusedAuthorization(const std::vector<std::string> &values) const
{
    constexpr std::string_view scheme = "Bearer ";
    if (values.empty())
        return Refusal::MissingAuthorization;
    const std::string_view value = values.front();
    const std::string_view key = value.substr(std::min(scheme.size(), value.size()));
    if (values.size() > 1 || !value.starts_with(scheme) || key.empty()
        || key.find(' ') != std::string_view::npos)
        return Refusal::MalformedAuthorization;
    return key == m_key ? std::nullopt : std::optional(Refusal::WrongKey);
}

std::string PretendApi::methodsAt(std::string_view target)
{
    std::string methods;
    for (const Operation &operation : operations) {
        if (isAt(operation, pathOf(target)))
            methods.append(methods.empty() ? "" : ", ").append(operation.method);
    }
    return methods;
}
