// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/contract.h"

#include "app/sandbox/body.h"
#include "app/sandbox/operations.h"

#include <algorithm>

namespace {

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

std::string_view queryOf(std::string_view target)
{
    return target.substr(std::min(pathOf(target).size() + 1, target.size()));
}

/// "Consumes: application/json". The one parameter that changes nothing may stand behind it.
bool isJson(const std::vector<std::string> &contentTypes)
{
    if (contentTypes.size() != 1)
        return false;
    const QString type = QString::fromStdString(contentTypes.front()).toLower().remove(u' ');
    return type == u"application/json" || type == u"application/json;charset=utf-8";
}

std::optional<Refusal> refusedBody(const Operation &operation, const ApiRequest &request)
{
    if (!operation.body)
        return request.hasBody ? std::optional(Refusal::BodyOnRead) : std::nullopt;
    if (!request.hasBody)
        return Refusal::NoBody;
    if (request.isTooLong)
        return Refusal::BodyTooLarge;
    return isJson(request.contentTypes) ? std::nullopt : std::optional(Refusal::WrongContentType);
}

} // namespace

Allowed<std::string_view> shownKey(const ApiRequest &request)
{
    constexpr std::string_view scheme = "Bearer ";
    if (request.authorizations.empty())
        return tl::unexpected(Refused{Refusal::MissingAuthorization});
    const std::string_view value = request.authorizations.front();
    const std::string_view key = value.substr(std::min(scheme.size(), value.size()));
    if (request.authorizations.size() > 1 || !value.starts_with(scheme) || key.empty()
        || key.find(' ') != std::string_view::npos)
        return tl::unexpected(Refused{Refusal::MalformedAuthorization});
    return key;
}

Allowed<const Operation *> askedOperation(const ApiRequest &request)
{
    const std::string_view path = pathOf(request.target);
    Refusal why = Refusal::UnknownPath;
    for (const Operation &operation : operations()) {
        if (!operation.isAt(path))
            continue;
        if (operation.method() == request.method)
            return &operation;
        why = Refusal::WrongMethod;
    }
    return tl::unexpected(Refused{why});
}

Allowed<Asked> readRequest(const ApiRequest &request, const Operation &operation)
{
    if (const std::optional<Refusal> refusal = refusedBody(operation, request))
        return tl::unexpected(Refused{*refusal});
    Allowed<UrlQuery> query = UrlQuery::read(queryOf(request.target), operation.parameters);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    if (!operation.body)
        return Asked{std::move(*query), {}};
    Allowed<QJsonObject> body = readBody(request.body, *operation.body);
    if (!body)
        return tl::unexpected(std::move(body.error()));
    return Asked{std::move(*query), std::move(*body)};
}
