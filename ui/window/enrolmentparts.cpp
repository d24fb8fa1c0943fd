// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/enrolmentparts.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "app/settings/settings.h"
#include "app/steward/steward.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicedetails.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/enrolment/inspectorwindow.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/enrolment/setupactions.h"
#include "ui/window/actions.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

EnrolmentParts::EnrolmentParts(const WindowFrame &frame, QObject *parent)
    : QObject(parent), m_frame(frame), m_fleet(frame.steward.fleet()),
      m_ofCompany(new SetupActions({}, frame.theme, this)),
      m_ofDevice(new SetupActions(u"Device"_s, frame.theme, this)),
      m_openKit(makeAction(u"openSetupKit"_s, tr("Setup kit…"))),
      m_openInspector(makeAction(u"openKitInspector"_s, tr("Inspect an ID or a link…")))
{
    frame.companies.companyActions()->addFirst(m_ofCompany->actions() + QList<QAction *>{m_openKit});
    frame.actions.add(WindowMenu::Company, {m_openInspector});
    m_openInspector->setIcon(glyphIcon(frame.theme, Glyph::Search));
    connect(m_openInspector, &QAction::triggered, this, &EnrolmentParts::openInspector);
    connect(&m_fleet, &Fleet::companiesChanged, this, &EnrolmentParts::showOwnersInInspector);
    m_openKit->setIcon(glyphIcon(frame.theme, Glyph::Table));
    connect(m_openKit, &QAction::triggered, this, &EnrolmentParts::openKit);
    connect(&m_fleet, &Fleet::companiesChanged, this, &EnrolmentParts::showCompaniesInKit);
    frame.actions.add(WindowMenu::Device, m_ofDevice->actions());
    frame.devices.setCopyLinkAction(m_ofCompany->linkAction(SetupSystem::Win));
    frame.devices.details()->setFoot(makeDeviceFoot());
    connect(m_ofCompany, &SetupActions::said, &frame.status, &FleetStatus::showMessage);
    connect(m_ofDevice, &SetupActions::said, &frame.status, &FleetStatus::showMessage);
    connect(&frame.companies, &CompanyPane::chosenChanged, this, &EnrolmentParts::followCompany);
    connect(&m_fleet, &Fleet::companiesChanged, this, &EnrolmentParts::followCompany);
    connect(&m_fleet, &Fleet::companiesChanged, this, &EnrolmentParts::followDevice);
    connect(&frame.devices, &DevicePage::selectionChanged, this, &EnrolmentParts::followDevice);
    followCompany();
    followDevice();
}

QAction *EnrolmentParts::makeAction(const QString &name, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    return action;
}

void EnrolmentParts::openKit()
{
    if (!m_kit) {
        const auto asker = [this](const AccountId &account) -> ApiClient * {
            Session *session = m_fleet.session(account);
            return session ? &session->client() : nullptr;
        };
        m_kit = new KitWindow(
            {.asker = asker, .templates = kitTemplatesFrom(m_frame.settings.value(setting::kitTemplates))},
            m_frame.theme, &m_frame.window);
        connect(m_kit, &KitWindow::templatesChanged, this, [this](const QList<KitTemplate> &templates) {
            m_frame.settings.setValue(setting::kitTemplates, storedKitTemplates(templates));
        });
        showCompaniesInKit();
    }
    QSet<CompanyKey> wanted;
    if (const std::optional<CompanyKey> &chosen = m_frame.companies.chosen()) {
        wanted.insert(*chosen);
    } else {
        for (const CompanyEntry &entry : m_fleet.companies().entries())
            wanted.insert(entry.key);
    }
    m_kit->open(wanted);
}

void EnrolmentParts::showCompaniesInKit()
{
    if (!m_kit)
        return;
    QList<KitCompany> companies;
    for (const CompanyEntry &entry : m_fleet.companies().entries())
        companies.append({.key = entry.key, .title = entry.title()});
    std::ranges::stable_sort(companies, [](const KitCompany &a, const KitCompany &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    m_kit->setCompanies(companies);
}

void EnrolmentParts::openInspector()
{
    if (!m_inspector)
        m_inspector = new InspectorWindow(m_frame.theme, &m_frame.window);
    showOwnersInInspector();
    m_inspector->show();
    m_inspector->raise();
    m_inspector->activateWindow();
}

void EnrolmentParts::showOwnersInInspector()
{
    if (!m_inspector)
        return;
    TokenOwners owners;
    for (const CompanyEntry &entry : m_fleet.companies().entries()) {
        QStringList tokens{readSetupLink(entry.company.setupLink).token};
        if (const auto id = decodedConfigurationId(entry.company.configurationId))
            tokens << id->token;
        tokens.removeDuplicates();
        tokens.removeAll(QString());
        for (const QString &token : std::as_const(tokens))
            owners[token] << entry.title();
    }
    m_inspector->setOwners(owners);
}

QWidget *EnrolmentParts::makeDeviceFoot()
{
    auto *foot = new QWidget(m_frame.devices.details());
    auto *button = new QToolButton(foot);
    button->setObjectName(u"deviceSetupLinks"_s);
    button->setText(tr("Setup link"));
    button->setAccessibleName(tr("Copy a setup link of the device’s company"));
    button->setToolTip(button->accessibleName());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    setKind(button, ButtonKind::Normal);
    setLeadingIcon(button, glyphIcon(m_frame.theme, Glyph::Link));
    auto *menu = new QMenu(button);
    menu->setObjectName(u"deviceSetupMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addActions(m_ofDevice->actions());
    button->setMenu(menu);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(button);
    row->addStretch(1);
    return foot;
}

std::optional<SetupTarget> EnrolmentParts::targetOf(const CompanyKey &company) const
{
    if (company.company.isEmpty())
        return std::nullopt;
    Session *session = m_fleet.session(company.account);
    SetupTarget target{.company = company.company,
                       .title = visibleText(company.company.text()),
                       .client = session ? &session->client() : nullptr};
    if (const CompanyEntry *entry = m_fleet.companies().find(company)) {
        target.title = visibleText(entry->title());
        target.knownLink = entry->company.setupLink;
        target.knownConfigurationId = entry->company.configurationId;
    }
    return target;
}

void EnrolmentParts::followCompany()
{
    const std::optional<CompanyKey> &chosen = m_frame.companies.chosen();
    m_ofCompany->setTarget(chosen ? targetOf(*chosen) : std::nullopt,
                           tr("Choose a company in the tree first."));
}

void EnrolmentParts::followDevice()
{
    const DeviceSelection &selection = m_frame.devices.grid()->selection();
    if (selection.count() != 1) {
        m_ofDevice->setTarget({}, tr("Select one device first."));
        return;
    }
    const DeviceTable &table = m_fleet.devices();
    const DeviceRow device = selection.rows().front();
    const CompanyKey company = table.company(table.code(WordColumn::Company, device));
    m_ofDevice->setTarget(targetOf(company), tr("IDrive does not tell whose device this is."));
}
