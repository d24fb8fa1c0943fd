// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryfields.h"

#include <QLocale>

#include <algorithm>

std::optional<int> QueryFields::find(QStringView name) const
{
    const QString folded = name.toString().toCaseFolded();
    const auto found = std::ranges::find_if(m_fields, [&folded](const QueryField &field) {
        return field.name == folded || field.aliases.contains(folded);
    });
    if (found == m_fields.end())
        return std::nullopt;
    return static_cast<int>(found - m_fields.begin());
}

std::optional<int> QueryFields::ageField() const
{
    const auto found = std::ranges::find(m_fields, QueryKind::Age, &QueryField::kind);
    if (found == m_fields.end())
        return std::nullopt;
    return static_cast<int>(found - m_fields.begin());
}

QString QueryFields::listed() const
{
    QStringList names;
    for (const QueryField &field : m_fields)
        names.append(field.name + u':');
    return QLocale().createSeparatedList(names);
}
