// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/querytext.h"

#include "app/query/queryedit.h"
#include "app/query/queryreader.h"

void QueryText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    read();
    emit textChanged(m_text);
}

void QueryText::read()
{
    const tl::expected<Query, QueryProblem> query = readQuery(m_text, queryFields());
    const bool hadProblem = m_problem.has_value();
    m_problem = query ? std::nullopt : std::optional(query.error());
    if (m_problem || hadProblem)
        emit problemChanged();
    if (!query)
        return;
    const bool isSame = *query == m_query;
    m_query = *query; // also when it is the same: its parts stand elsewhere
    m_queryText = m_text;
    if (!isSame)
        begin();
    emit queryChanged();
}

void QueryText::removePart(const QueryPart &part)
{
    setText(withoutPart(m_queryText, part));
}

void QueryText::toggle(int field, const QueryValue &value)
{
    setText(toggled(m_queryText, queryFields(), field, value));
}
