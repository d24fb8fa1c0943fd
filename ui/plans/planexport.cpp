// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planexport.h"

#include "app/fleet/fleet.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planquery.h"
#include "ui/plans/planreading.h"
#include "ui/plans/plansheet.h"

#include <QLocale>

#include <utility>

PlanExport::PlanExport(const PlanGrid &grid, const PlanQuery &query, const Fleet &fleet, QString scope)
    : m_grid(grid), m_query(query), m_fleet(fleet), m_scope(std::move(scope))
{
    connect(&grid.planModel(), &PlanModel::plansChanged, this, &ExportSubject::changed);
    connect(&grid, &PlanGrid::selectedPlansChanged, this, &ExportSubject::changed);
}

QString PlanExport::title() const
{
    return m_scope.isEmpty() ? tr("Backup plans") : tr("Backup plans, %1", "a company's name").arg(m_scope);
}

QString PlanExport::note() const
{
    const PlanReadingState state = planReading(m_fleet, m_grid.planModel().scope());
    const QLocale locale;
    QStringList sentences;
    if (state.oldest.isValid())
        //: %1 is a date and a time
        sentences << tr("As of %1 or later.")
                         .arg(locale.toString(state.oldest.toLocalTime(), QLocale::ShortFormat));
    sentences << tr("The plans of %1 of %2 companies were read.")
                     .arg(locale.toString(state.read), locale.toString(state.companies));
    if (const QString query = m_query.queryText().trimmed(); !query.isEmpty())
        sentences << tr("Query: %1.").arg(query);
    return sentences.join(u' ');
}

qsizetype PlanExport::count(ExportRows rows) const
{
    return rows == ExportRows::Shown ? std::ssize(m_grid.planModel().rows())
                                     : std::ssize(m_grid.selectedPlans());
}

std::unique_ptr<SheetSource> PlanExport::source(ExportRows rows) const
{
    const PlanModel &model = m_grid.planModel();
    return std::make_unique<PlanSheet>(model.table(),
                                       rows == ExportRows::Shown ? model.rows() : m_grid.selectedPlans());
}
