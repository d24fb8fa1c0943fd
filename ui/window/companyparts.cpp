// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/companyparts.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "ui/companies/companydetails.h"
#include "ui/devices/devicepage.h"
#include "ui/enrolment/setuplinks.h"
#include "ui/plans/companyplanlist.h"

#include <QAction>

CompanyParts::CompanyParts(Fleet &fleet, DevicePage &page, const Theme &theme, QObject *parent)
    : QObject(parent), m_fleet(fleet), m_page(page), m_details(new CompanyDetails(fleet, theme, &page)),
      m_links(new SetupLinks(theme, m_details)), m_plans(new CompanyPlanList(fleet.plans(), theme, m_details))
{
    m_details->hide();
    m_details->addPart(m_links);
    m_details->addPart(m_plans);
    connect(m_details, &CompanyDetails::closeRequested, page.detailsAction(), &QAction::toggle);
    connect(m_details, &CompanyDetails::copied, this, &CompanyParts::statusMessage);
    connect(m_links, &SetupLinks::copied, this, &CompanyParts::statusMessage);
}

void CompanyParts::setCompany(const std::optional<CompanyKey> &company)
{
    const CompanyEntry *entry = company ? m_fleet.companies().find(*company) : nullptr;
    Session *session = entry ? m_fleet.session(company->account) : nullptr;
    ApiClient *client = session ? &session->client() : nullptr;
    m_details->setCompany(entry ? company : std::nullopt);
    m_links->setCompany(client, entry ? company->company : CompanyId(),
                        entry ? visibleText(entry->title()) : QString());
    m_plans->setCompany(entry ? company : std::nullopt);
    m_page.setUnselectedPane(entry ? m_details : nullptr);
}
