// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of plans does with those that are selected.
#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "app/query/query.h"
#include "ui/plans/plandetailfacts.h"
#include "ui/plans/plandetails.h"
#include "ui/plans/planexport.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planpage.h"
#include "ui/plans/planquery.h"
#include "ui/plans/plansheet.h"
#include "ui/sheets/exportdialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

void PlanPage::showDetails()
{
    const std::vector<PlanRow> selected = m_grid->selectedPlans();
    const bool isOne = selected.size() == 1;
    m_likeAction->setEnabled(isOne);
    m_copyAction->setEnabled(!selected.empty());
    m_copyIdsAction->setEnabled(!selected.empty());
    m_exportAction->setEnabled(m_model->rowCount() > 0);
    if (!isOne) {
        m_detailed.reset();
        m_devicesAction->setEnabled(false);
        m_details->clear(std::ssize(selected));
        return;
    }
    const PlanRow row = selected.front();
    const Plan &plan = m_model->table().plan(row);
    const qsizetype devices = m_fleet.devices().liveCount();
    // a plan may be of 100,000 devices, and this comes at every progress of a reading
    if (m_detailed == plan && m_devicesDetailed == devices)
        return;
    m_detailed = plan;
    m_devicesDetailed = devices;
    showDetails(row);
}

void PlanPage::showDetails(PlanRow row)
{
    const PlanTable &table = m_model->table();
    const Plan &plan = table.plan(row);
    const CompanyKey company = table.key(row).company;
    const QList<PlanTarget> targets = planTargets(plan);
    const bool hasDevices = std::ranges::any_of(targets, [this, &company](const PlanTarget &target) {
        return m_fleet.devices().find({company.account, target.device}).has_value();
    });
    m_devicesAction->setEnabled(hasDevices && !plan.id.isEmpty());
    const QString title = plan.name.isEmpty() ? tr("Plan %1").arg(plan.id.text()) : visibleText(plan.name);
    const QString companyName = visibleText(table.text(row, PlanColumn::Company));
    QList<FactSection> sections = planDetailFacts(plan, companyName);
    sections << planDeviceFacts(
        plan, [this, &company](const DeviceId &device) { return nameOfDevice(company, device); });
    m_details->setPlan(title, companyName, sections, m_devicesAction->isEnabled());
}

void PlanPage::showDevices()
{
    const std::optional<PlanRow> row = m_grid->selectedPlan();
    if (!row)
        return;
    // by the id: names are not stated to be unique
    const QString id = m_model->table().key(*row).plan.text();
    emit devicesRequested(u"plan:"_s + u'"' + QString(id).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s)
                          + u'"');
}

void PlanPage::requestPlanLike()
{
    if (const std::optional<PlanRow> row = m_grid->selectedPlan())
        emit planLikeRequested(m_model->table().key(*row).company, m_model->table().plan(*row));
}

void PlanPage::copyRows()
{
    const std::vector<PlanRow> plans = m_grid->selectedPlans();
    QGuiApplication::clipboard()->setText(plansAsText(m_model->table(), plans));
    emit statusMessage(plans.size() == 1 ? tr("1 plan copied")
                                         : tr("%1 plans copied").arg(QLocale().toString(std::ssize(plans))));
}

void PlanPage::copyIds()
{
    QStringList ids;
    for (const PlanRow plan : m_grid->selectedPlans()) {
        if (const PlanId &id = m_model->table().key(plan).plan; !id.isEmpty())
            ids << id.text();
    }
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    emit statusMessage(ids.size() == 1 ? tr("1 plan ID copied")
                                       : tr("%1 plan IDs copied").arg(QLocale().toString(ids.size())));
}

void PlanPage::openExport()
{
    if (m_export && m_export->isVisible()) {
        m_export->raise();
        m_export->activateWindow();
        return;
    }
    m_export = new ExportDialog(std::make_unique<PlanExport>(*m_grid, *m_query, m_fleet, m_title), m_habits,
                                m_theme, this);
    connect(m_export, &ExportDialog::started, this,
            [this](const ExportHabits &habits) { m_habits = habits; });
    m_export->show();
}
