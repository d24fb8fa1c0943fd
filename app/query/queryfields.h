// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What can be said of a field.
enum class QueryKind : quint8 {
    Text, ///< Has a text: "srv", "\"srv-1\"", none.
    Version, ///< The same, and comparison: "<6.8.2".
    Age, ///< A time, by how far it lies from now: "<3d", ">7d", never.
};

/// A field as a table of columns describes it.
struct QueryField
{
    QString name; ///< As it is written before the colon: lower case letters.
    QString label; ///< For the person: translated.
    QStringList aliases; ///< Other names that are understood, lower case letters.
    QueryKind kind = QueryKind::Text;
    bool hasValueList = false; ///< Few values: they are completed and counted.
};

/// The fields of a table, by their place in its description. Words without a field are of anyField.
inline constexpr int anyField = -1;

class QueryFields
{
public:
    QueryFields() = default;
    explicit QueryFields(std::vector<QueryField> fields) : m_fields(std::move(fields)) { }

    int size() const { return static_cast<int>(m_fields.size()); }
    const QueryField &at(int field) const { return m_fields[static_cast<size_t>(field)]; }
    /// By name or alias, in any case.
    std::optional<int> find(QStringView name) const;
    /// The field that an age without a field is about: the first of that kind.
    std::optional<int> ageField() const;
    /// "status:, result: and os:", for sentences.
    QString listed() const;

private:
    std::vector<QueryField> m_fields;
};
