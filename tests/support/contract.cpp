// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contract.h"

#include "app/sandbox/contract.h"

namespace {

std::vector<std::string> texts(const QByteArrayList &values)
{
    std::vector<std::string> texts;
    for (const QByteArray &value : values)
        texts.push_back(value.toStdString());
    return texts;
}

ApiRequest apiRequest(const ReceivedRequest &request)
{
    return {.method = request.verb().toStdString(),
            .target = request.target().toStdString(),
            .authorizations = texts(request.headers("Authorization")),
            .contentTypes = texts(request.headers("Content-Type")),
            .hasBody = !request.body.isEmpty() || !request.headers("Transfer-Encoding").isEmpty(),
            .body = request.body.toStdString()};
}

Allowed<Asked> judged(const ApiRequest &request)
{
    if (const auto key = shownKey(request); !key)
        return tl::unexpected(key.error());
    const Allowed<const Operation *> operation = askedOperation(request);
    if (!operation)
        return tl::unexpected(operation.error());
    return readRequest(request, **operation);
}

} // namespace

QByteArray breachIn(const ReceivedRequest &request)
{
    const Allowed<Asked> asked = judged(apiRequest(request));
    if (asked || !breaksContract(asked.error()))
        return {};
    const auto line = [](const Refused &refused) {
        return QByteArray::fromStdString(refused.field + ": " + refusalMessage(refused));
    };
    QByteArrayList lines{line(asked.error())};
    for (const Refused &other : asked.error().more)
        lines << line(other);
    return lines.join('\n');
}

void holdToContract(const ReceivedRequest &request)
{
    if (const QByteArray breach = breachIn(request); !breach.isEmpty())
        qFatal("A request that does not keep to the API document: %s %s\n%s\n%s", request.verb().constData(),
               request.target().constData(),
               request.body.first(std::min<qsizetype>(request.body.size(), 2000)).constData(),
               breach.constData());
}
