// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretendapi.h"

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

Refused refusedOnDemand(const DemandedError &error)
{
    return {.why = Refusal::Demanded, .field = error.field, .demanded = error.type};
}

DemandedError demandedError(const QJsonObject &body)
{
    const auto textOf = [&body](std::string_view name) {
        return valueAt(body, name).toString().toStdString();
    };
    const auto type = std::ranges::find(errorTypeWords(), textOf("type")) - errorTypeWords().begin();
    return {.type = static_cast<ErrorType>(type),
            .field = textOf("field"),
            .operation = textOf("operation"),
            .isAfterEffect = valueAt(body, "after_effect").toBool(),
            .times = static_cast<std::uint64_t>(std::max<qint64>(1, valueAt(body, "times").toInteger(1)))};
}

} // namespace

Allowed<Answer> PretendApi::answer(const ApiRequest &request)
{
    const Allowed<const Operation *> operation = operationFor(request);
    if (!operation) {
        m_counters.count({}, request.hasBody, &operation.error());
        return tl::unexpected(operation.error());
    }
    Allowed<Answer> result = answer(**operation, request);
    if ((*operation)->answer)
        m_counters.count((*operation)->name, request.hasBody, result ? nullptr : &result.error());
    return result;
}

Allowed<const Operation *> PretendApi::operationFor(const ApiRequest &request) const
{
    if (const std::optional<Refusal> refusal = refusedAuthorization(request.authorizations))
        return tl::unexpected(Refused{*refusal});
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

Allowed<Answer> PretendApi::answer(const Operation &operation, const ApiRequest &request)
{
    if (const std::optional<Refusal> refusal = refusedBody(operation, request))
        return tl::unexpected(Refused{*refusal});
    const Allowed<Query> query = Query::read(queryOf(request.target), operation.parameters);
    if (!query)
        return tl::unexpected(query.error());
    QJsonObject body;
    if (operation.body) {
        Allowed<QJsonObject> read = readBody(request.body, *operation.body);
        if (!read)
            return tl::unexpected(std::move(read.error()));
        body = std::move(*read);
    }
    return perform(operation, {m_state, m_reading, *query, body});
}

Allowed<Answer> PretendApi::perform(const Operation &operation, const Call &call)
{
    if (!operation.answer)
        return ownAnswer(operation, call);
    const std::optional<DemandedError> demanded = m_demanded.take(operation.name);
    if (!demanded)
        return operation.answer(call);
    if (demanded->isAfterEffect) {
        // Where the operation itself refuses, there is no effect to hide.
        if (Allowed<Answer> done = operation.answer(call); !done)
            return done;
    }
    return tl::unexpected(refusedOnDemand(*demanded));
}

Allowed<Answer> PretendApi::ownAnswer(const Operation &operation, const Call &call)
{
    if (operation.name == countersOperation)
        return TextAnswer{m_counters.json(m_state)};
    if (!m_demanded.add(demandedError(call.body)))
        return tl::unexpected(Refused{Refusal::TooMuchCreated});
    return TextAnswer{R"({"ok":true})"};
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
    for (const Operation &operation : operations()) {
        if (operation.isAt(pathOf(target)))
            methods.append(methods.empty() ? "" : ", ").append(operation.method());
    }
    return methods;
}
