// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QByteArray>
#include <QByteArrayView>

/// A value of a query, made ready to be compared with many texts.
class QueryMatcher
{
public:
    /// \a value is not of an age.
    QueryMatcher(const QueryValue &value, int field);

    QueryMatch match() const { return m_match; }
    /// Exact without a field: whole words count, not the whole text.
    bool isOfWords() const { return m_match == QueryMatch::Exact && !m_hasField; }
    /// The search text of the value, UTF-8.
    const QByteArray &needle() const { return m_needle; }

    /// \a searchText as searchText() makes it, in UTF-8; empty: the row has no value.
    bool fits(QByteArrayView searchText) const;

private:
    bool hasWholeWords(QByteArrayView searchText) const;

    QueryMatch m_match;
    bool m_hasField;
    QByteArray m_needle;
    QString m_version;
};
