// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/planparts.h"

#include "app/steward/steward.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/plans/coveragerail.h"
#include "ui/plans/plandetails.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planpage.h"
#include "ui/query/querybox.h"
#include "ui/window/actions.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/newplans.h"
#include "ui/window/pages.h"
#include "ui/window/windowframe.h"

using namespace Qt::StringLiterals;

PlanParts::PlanParts(const WindowFrame &frame, QObject *parent)
    : QObject(parent), m_settings(frame.profile),
      m_page(new PlanPage(frame.steward.fleet(), frame.theme, &frame.pages))
{
    frame.pages.add(m_page,
                    {.name = u"plansTab"_s,
                     .text = tr("Plans"),
                     .accessibleName = tr("Plans page"),
                     .tool = m_page->queryBox(),
                     .areas = {m_page->coverage(), m_page->grid(), m_page->details()},
                     .stepBack = [page = m_page] {
                         const bool isSelected = page->grid()->selectionModel()->hasSelection();
                         page->grid()->clearSelection();
                         return isSelected;
                     }});
    frame.actions.add(WindowMenu::Plan, m_page->menuActions());

    const auto follow = [page = m_page, companies = &frame.companies] {
        page->setScope(companies->chosen(), companies->chosenTitle());
    };
    connect(&frame.companies, &CompanyPane::chosenChanged, m_page, follow);
    connect(&frame.steward.fleet(), &Fleet::companiesChanged, m_page, follow);
    connect(m_page, &PlanPage::statusMessage, &frame.status, &FleetStatus::showMessage);
    connect(m_page, &PlanPage::devicesRequested, this,
            [pages = &frame.pages, devices = &frame.devices](const QString &query) {
                devices->query()->setText(query);
                pages->show(devices);
                devices->grid()->setFocus();
            });
    auto *newPlans = new NewPlans(frame, m_settings, this);
    connect(m_page, &PlanPage::planLikeRequested, newPlans, &NewPlans::beginLike);
    follow();
}
