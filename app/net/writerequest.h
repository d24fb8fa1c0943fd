// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/net/readrequest.h"

#include <QJsonObject>
#include <QList>
#include <QString>

class QJsonDocument;

/// The verb of a change.
enum class WriteVerb { Post, Put };

/// A change at the server: where, with what, within which limits, and how the JSON of a good answer (any 2xx) is read. A value,
/// but no read: it goes to the wire once, and only app/changes can send it (see WriteDoor).
template <typename T>
struct WriteRequest
{
    WriteVerb verb = WriteVerb::Post;
    QString path{}; ///< Below the endpoint, e.g. "/company".
    QList<QueryItem> query{};
    QJsonObject body{}; ///< Written as compact UTF-8 by the client.
    Limits limits = Limits::write();
    /// Runs on the client's thread. The document is never an error envelope: the client has turned that into an ApiError. An
    /// answer that cannot be read leaves the outcome unknown.
    Result<T> (*read)(const QJsonDocument &answer) = nullptr;
};
