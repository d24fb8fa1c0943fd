// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planquery.h"

#include "app/query/queryreader.h"
#include "ui/plans/planmodel.h"

#include <algorithm>

PlanQuery::PlanQuery(PlanModel &model, QObject *parent) : QueryText(parent), m_model(model)
{
    connect(&model, &PlanModel::plansChanged, this, [this] {
        m_counts = m_model.table().counts(m_model.scope(), query());
        emit counted();
    });
}

const QueryFields &PlanQuery::queryFields() const
{
    return planQueryFields();
}

std::vector<QueryFieldCounts> PlanQuery::countsUnder(const QString &text, int field)
{
    const tl::expected<Query, QueryProblem> asked = readQuery(text, queryFields());
    if (!asked)
        return m_counts;
    std::vector<QueryFieldCounts> counts = m_model.table().counts(m_model.scope(), *asked);
    std::erase_if(counts, [field](const QueryFieldCounts &of) { return of.field != field; });
    return counts;
}

void PlanQuery::begin()
{
    m_model.setQuery(query());
}
