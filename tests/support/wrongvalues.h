// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

/// An answer of which one field was changed.
struct ChangedAnswer
{
    QString path; ///< Of the field: "devices.0.name".
    QByteArray change; ///< What stands there: "absent", "null", "[]", …
    QJsonValue answer;
};

/// \a answer with each of its fields, at every depth, changed to each of nine wrong values: absent, null, "", 0, [], {}, true, 1e308 and a
/// text of \a hugeText bytes.
/// Source: RELIABILITY, fault 34.
QList<ChangedAnswer> withWrongValues(const QJsonValue &answer, qsizetype hugeText);

/// \a answer with one field more, of a name that nobody knows, in each of its objects; once for each of the values but "absent".
QList<ChangedAnswer> withUnknownFields(const QJsonValue &answer);

/// How many fields \a answer has, at every depth.
qsizetype fieldCount(const QJsonValue &answer);

/// The name of the field that withUnknownFields() adds.
QString unknownFieldName();
