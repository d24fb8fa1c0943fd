// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen in the tree scopes the page of devices.
#include "app/steward/steward.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicepage.h"
#include "ui/window/actions.h"
#include "ui/window/apilogmodel.h"
#include "ui/window/apilogwindow.h"
#include "ui/window/companyparts.h"
#include "ui/window/mainwindow.h"

/// The companies of one account, as the table of devices calls them.
static auto codesOf(const Fleet &fleet, const AccountId &account)
{
    decltype(DeviceScope::companies) codes;
    const DeviceTable &devices = fleet.devices();
    for (quint32 code = 1; code < devices.wordCount(WordColumn::Company); ++code) {
        if (devices.company(code).account == account)
            codes.push_back(code);
    }
    return codes;
}

void MainWindow::showScope()
{
    const Account *account = m_steward.account();
    const Fleet &fleet = m_steward.fleet();
    setWindowTitle(account ? tr("%1 – Steward").arg(m_companies->accountTitle()) : tr("Steward"));
    if (!account) {
        m_companyParts->setCompany({});
        m_devices->showNoCompany();
        return;
    }
    const std::optional<CompanyKey> &chosen = m_companies->chosen();
    const std::optional<AccountId> &whole = m_companies->chosenAccount();
    DeviceScope scope{.all = !chosen && !whole, .companies = {}};
    if (chosen && fleet.devices().companyCode(*chosen) != 0)
        scope.companies.push_back(fleet.devices().companyCode(*chosen));
    if (whole)
        scope.companies = codesOf(fleet, *whole);
    m_companyParts->setCompany(chosen);
    m_devices->setReadAction(chosen ? m_companies->companyActions()->readAction() : m_actions->refresh);
    m_devices->setScope(scope, m_companies->chosenTitle(), knowledge());
}

/// The API log follows the account that is chosen, be it by one of its companies; else it has the calls of all.
void MainWindow::showCalls()
{
    const std::optional<CompanyKey> &company = m_companies->chosen();
    const std::optional<AccountId> &whole = m_companies->chosenAccount();
    QList<AccountLog> logs;
    const QList<Account> accounts = m_steward.accounts();
    for (const Account &account : accounts) {
        if ((!company || company->account == account.id) && (!whole || *whole == account.id))
            logs.append(
                {m_companies->accountTitle(account.id), &m_steward.session(account.id)->client().log()});
    }
    m_apiLog->setLogs(logs);
}

/// Whoever looks at a company wants its devices: what was found by search is not read by itself.
void MainWindow::readIfUnread()
{
    Fleet &fleet = m_steward.fleet();
    const std::optional<CompanyKey> &chosen = m_companies->chosen();
    if (chosen && knowledge() == DeviceKnowledge::NotRead && !fleet.isReading())
        fleet.readCompany(*chosen);
}

/// What is known about the devices of what is chosen.
DeviceKnowledge MainWindow::knowledge() const
{
    const Fleet &fleet = m_steward.fleet();
    const std::optional<CompanyKey> &chosen = m_companies->chosen();
    if (const CompanyEntry *entry = chosen ? fleet.companies().find(*chosen) : nullptr)
        return entry->devices;
    if (fleet.isReading())
        return DeviceKnowledge::Reading;
    if (fleet.asOf().isValid())
        return DeviceKnowledge::Read;
    return fleet.trouble() ? DeviceKnowledge::Failed : DeviceKnowledge::NotRead;
}
