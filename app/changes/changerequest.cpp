// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changerequest.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct VerbWord
{
    WriteVerb verb;
    QLatin1StringView word;
};
constexpr std::array verbs{VerbWord{WriteVerb::Post, "POST"_L1}, VerbWord{WriteVerb::Put, "PUT"_L1}};

} // namespace

QJsonObject ChangeRequest::toJson() const
{
    QJsonArray items;
    for (const QueryItem &item : query)
        items.append(QJsonArray{item.name, item.value});
    return {{u"verb"_s, QString(std::ranges::find(verbs, verb, &VerbWord::verb)->word)},
            {u"path"_s, path},
            {u"query"_s, items},
            {u"body"_s, body}};
}

std::optional<ChangeRequest> ChangeRequest::fromJson(const QJsonObject &json)
{
    const QString word = json.value("verb"_L1).toString();
    const auto *verb = std::ranges::find_if(verbs, [&](const VerbWord &row) { return row.word == word; });
    ChangeRequest request{.path = json.value("path"_L1).toString(), .body = json.value("body"_L1).toObject()};
    if (verb == verbs.end() || !request.path.startsWith(u'/') || !json.value("body"_L1).isObject())
        return std::nullopt;
    request.verb = verb->verb;
    const QJsonArray items = json.value("query"_L1).toArray();
    for (const auto &item : items) {
        const QJsonArray pair = item.toArray();
        if (pair.size() != 2)
            return std::nullopt;
        request.query.append({pair.at(0).toString(), pair.at(1).toString()});
    }
    return request;
}
