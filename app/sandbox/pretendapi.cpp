// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pretendapi.h"

#include "app/sandbox/contract.h"
#include "app/sandbox/operations.h"

#include <algorithm>

namespace {

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
    const Allowed<std::string_view> key = shownKey(request);
    if (!key)
        return tl::unexpected(key.error());
    if (*key != m_key)
        return tl::unexpected(Refused{Refusal::WrongKey});
    return askedOperation(request);
}

Allowed<Answer> PretendApi::answer(const Operation &operation, const ApiRequest &request)
{
    const Allowed<Asked> asked = readRequest(request, operation);
    if (!asked)
        return tl::unexpected(asked.error());
    return perform(operation, {m_state, m_reading, asked->query, asked->body});
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

std::string PretendApi::methodsAt(std::string_view target)
{
    std::string methods;
    for (const Operation &operation : operations()) {
        if (operation.isAt(target.substr(0, target.find('?'))))
            methods.append(methods.empty() ? "" : ", ").append(operation.method());
    }
    return methods;
}
