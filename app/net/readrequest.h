// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/net/limits.h"

#include <QList>
#include <QString>

#include <concepts>

class QJsonDocument;

/// One parameter of the query. Encoded by the client, '+' included.
struct QueryItem
{
    QueryItem(QString itemName, QString itemValue)
        : name(std::move(itemName)), value(std::move(itemValue)) { }
    /// Booleans are "true" or "false": the API document names no other spelling.
    QueryItem(QString itemName, std::same_as<bool> auto itemValue)
        : name(std::move(itemName)), value(itemValue ? QStringLiteral("true") : QStringLiteral("false"))
    { }

    QString name;
    QString value;
};

/// A GET whose answer is small: where, with what, within which limits, and how its JSON is read. A value: it can be kept,
/// compared by eye, and sent again.
template <typename T>
struct ReadRequest
{
    QString path{}; ///< Below the endpoint, e.g. "/company".
    QList<QueryItem> query{};
    Limits limits = Limits::smallRead();
    /// Runs on the client's thread. The document is never an error envelope: the client has turned that into an ApiError.
    Result<T> (*read)(const QJsonDocument &answer) = nullptr;
};

/// A GET whose answer is a list of any length: its bytes go to a BodySink while they arrive.
struct ListRequest
{
    QString path{};
    QList<QueryItem> query{};
    Limits limits = Limits::list();
};
