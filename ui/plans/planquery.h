// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/querytext.h"

class PlanModel;

/// What the query box does to the grid of plans.
class PlanQuery : public QueryText
{
    Q_OBJECT

public:
    /// \a model outlives this.
    explicit PlanQuery(PlanModel &model, QObject *parent = nullptr);

    const QueryFields &queryFields() const override;
    const std::vector<QueryFieldCounts> &counts() const override { return m_counts; }
    std::vector<QueryFieldCounts> countsUnder(const QString &text, int field) override;

protected:
    void begin() override;

private:
    PlanModel &m_model;
    std::vector<QueryFieldCounts> m_counts;
};
