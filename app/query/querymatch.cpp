// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/querymatch.h"

#include "app/query/searchtext.h"
#include "app/query/versionorder.h"

#include <QString>

QueryMatcher::QueryMatcher(const QueryValue &value, int field)
    : m_match(value.match), m_hasField(field != anyField), m_needle(searchText(value.text).toUtf8()),
      m_version(value.text)
{ }

bool QueryMatcher::fits(QByteArrayView searchText) const
{
    if (m_match == QueryMatch::None)
        return searchText.isEmpty();
    if (m_match == QueryMatch::Contains)
        return searchText.contains(m_needle);
    if (m_match == QueryMatch::Exact)
        return m_hasField ? searchText == m_needle : hasWholeWords(searchText);

    const std::partial_ordering order = compareVersions(QString::fromUtf8(searchText), m_version);
    switch (m_match) {
    case QueryMatch::Below:
        return order < 0;
    case QueryMatch::AtMost:
        return order <= 0;
    case QueryMatch::Equal:
        return order == 0;
    case QueryMatch::AtLeast:
        return order >= 0;
    default:
        return order > 0;
    }
}

bool QueryMatcher::hasWholeWords(QByteArrayView searchText) const
{
    for (qsizetype at = searchText.indexOf(m_needle); at >= 0; at = searchText.indexOf(m_needle, at + 1)) {
        if (isWholeWords(searchText, at, at + m_needle.size()))
            return true;
    }
    return false;
}
