// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVarLengthArray>

#include <initializer_list>
#include <optional>

/// A field that an answer had and that Steward does not know: its place, e.g. "schedule_info.zone", and its value as compact JSON.
struct OtherField
{
    QString path;
    QString json;

    friend bool operator==(const OtherField &, const OtherField &) = default;
};

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

    /// One object; an array of one counts as its object.
    template <typename... Spellings>
    std::optional<QJsonObject> object(Spellings... names)
    {
        return asObject(value({names...}));
    }

    /// True or false, also written as a text or as 1 and 0. Every other value is counted: it is not known what it means.
    template <typename... Spellings>
    std::optional<bool> flag(Spellings... names)
    {
        return asFlag(value({names...}));
    }

    /// The texts of an array, each as it stands (a path may end with a blank); a single text counts as an array of one. What is
    /// neither text nor number in it is counted. As with objects(), absent and empty are two things.
    template <typename... Spellings>
    std::optional<QStringList> texts(Spellings... names)
    {
        return asTexts(raw(names...));
    }

    /// The same for words that hold no comma: a single text is cut at its commas, and blanks around a word do not count.
    template <typename... Spellings>
    std::optional<QStringList> words(Spellings... names)
    {
        return asWords(raw(names...));
    }

    /// The value as it came, for shapes that only one field has. The first spelling that says something counts; null when there is
    /// none, and "" when that is all that was said: a list of nobody.
    template <typename... Spellings>
    QJsonValue raw(Spellings... names)
    {
        const QJsonValue found = value({names...});
        return found.isNull() ? blank({names...}) : found;
    }

    /// Whoever reads a raw() value counts here what he could not read.
    void countUnreadable() { ++m_unreadable; }

    /// Takes over what \a part, an object inside this one, could not read and what nobody asked it for. \a place goes before
    /// each of the latter: "conflicts.".
    void takeOver(const JsonFields &part, const QString &place);

    /// How many fields were there and could not be read.
    int unreadable() const { return m_unreadable; }

    /// The fields that nobody asked for until now, in the order of their names, then those of its parts. \a place goes before each.
    QList<OtherField> others(const QString &place = {}) const;

private:
    QJsonValue value(std::initializer_list<QLatin1StringView> names);
    QJsonValue blank(std::initializer_list<QLatin1StringView> names) const;
    QString asText(const QJsonValue &value);
    QString asId(const QJsonValue &value);
    std::optional<qint64> asInteger(const QJsonValue &value);
    std::optional<QList<QJsonObject>> asObjects(const QJsonValue &value);
    std::optional<QJsonObject> asObject(const QJsonValue &value);
    std::optional<bool> asFlag(const QJsonValue &value);
    std::optional<QStringList> asTexts(const QJsonValue &value);
    std::optional<QStringList> asWords(const QJsonValue &value);

    QJsonObject m_object;
    QVarLengthArray<QLatin1StringView, 32> m_asked;
    QList<OtherField> m_othersOfParts;
    int m_unreadable = 0;
};
