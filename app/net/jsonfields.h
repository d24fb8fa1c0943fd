// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>

/// Reads the fields of one JSON object with mercy, and counts what it could not read. A field may have several spellings
/// (the API document names the same thing differently in requests and answers): the first that is there counts.
///
/// Blank, "NA", "N/A", null and absent all mean "none": none of them is counted.
class JsonFields
{
public:
    explicit JsonFields(QJsonObject object) : m_object(std::move(object)) { }

    /// Text without blanks around it; empty when there is none. A number is taken as it would be written; truth values,
    /// objects and arrays are counted, and empty.
    template <typename... Spellings>
    QString text(Spellings... names)
    {
        return asText(value({names...}));
    }

    /// An id: a whole number or a text, as text. Fractions, truth values, objects and arrays are counted, and empty.
    template <typename... Spellings>
    QString id(Spellings... names)
    {
        return asId(value({names...}));
    }

    /// A whole number, also one written as a text.
    template <typename... Spellings>
    std::optional<qint64> integer(Spellings... names)
    {
        return asInteger(value({names...}));
    }

    /// The objects of an array; a single object counts as an array of one. What is no object in it is counted.
    /// Absent and empty are two things: nullopt when there is no such field, or it is null.
    template <typename... Spellings>
    std::optional<QList<QJsonObject>> objects(Spellings... names)
    {
        return asObjects(value({names...}));
    }

    /// How many fields were there and could not be read.
    int unreadable() const { return m_unreadable; }

private:
    QJsonValue value(std::initializer_list<QLatin1StringView> names) const;
    QString asText(const QJsonValue &value);
    QString asId(const QJsonValue &value);
    std::optional<qint64> asInteger(const QJsonValue &value);
    std::optional<QList<QJsonObject>> asObjects(const QJsonValue &value);

    QJsonObject m_object;
    int m_unreadable = 0;
};
