// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/writerequest.h"

#include <QJsonObject>

#include <optional>

/// What goes out, as the journal keeps it: a WriteRequest without the way in which its answer is read, which its subject knows.
struct ChangeRequest
{
    WriteVerb verb = WriteVerb::Post;
    QString path{};
    QList<QueryItem> query{};
    QJsonObject body{};
    Limits limits = Limits::write(); ///< Not in the journal: what goes on after a restart has the usual ones.

    template <typename T>
    static ChangeRequest of(const WriteRequest<T> &request)
    {
        return {.verb = request.verb,
                .path = request.path,
                .query = request.query,
                .body = request.body,
                .limits = request.limits};
    }

    /// Doing it twice is the same as doing it once.
    bool isRepeatable() const { return verb == WriteVerb::Put; }

    QJsonObject toJson() const;
    /// nullopt for what is no request: it is never sent then.
    static std::optional<ChangeRequest> fromJson(const QJsonObject &json);
};
