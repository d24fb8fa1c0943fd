// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/newcompanies.h"

#include "app/base/visibletext.h"
#include "app/steward/steward.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/companies/manycompaniesdialog.h"
#include "ui/companies/newcompanydialog.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/icons.h"

#include <QAction>
#include <QMainWindow>

using namespace Qt::StringLiterals;

NewCompanies::NewCompanies(const WindowFrame &frame, AccountNames accountName, QObject *parent)
    : QObject(parent), m_frame(frame), m_accountName(std::move(accountName)),
      m_newCompany(new QAction(glyphIcon(frame.theme, Glyph::Plus), tr("New company…"), this)),
      m_manyCompanies(new QAction(glyphIcon(frame.theme, Glyph::Table), tr("Many companies…"), this)),
      m_imports(frame.profile, u"companies"_s)
{
    m_newCompany->setObjectName(u"newCompany"_s);
    m_newCompany->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_manyCompanies->setObjectName(u"manyCompanies"_s);
    frame.companies.companyActions()->add({m_newCompany, m_manyCompanies});
    connect(m_newCompany, &QAction::triggered, this, &NewCompanies::openNewCompany);
    connect(m_manyCompanies, &QAction::triggered, this, &NewCompanies::openManyCompanies);
    connect(&frame.companies, &CompanyPane::chosenChanged, this, &NewCompanies::showUsable);
    connect(&frame.steward.changes(), &AccountChanges::runnerChanged, this, &NewCompanies::showUsable);
    connect(&frame.steward.fleet(), &Fleet::companiesChanged, this, &NewCompanies::showUsable);
    showUsable();
}

std::optional<NewCompanies::Parent> NewCompanies::chosenParent() const
{
    const CompanyList &companies = m_frame.steward.fleet().companies();
    const Account *account = m_frame.steward.account();
    const CompanyEntry *entry = m_frame.companies.chosen() ? companies.find(*m_frame.companies.chosen())
        : account                                          ? companies.own(account->id)
                                                           : nullptr;
    return entry ? std::optional(Parent{entry->key, entry->title()}) : std::nullopt;
}

QString NewCompanies::whyNot() const
{
    const std::optional<Parent> below = chosenParent();
    if (!below)
        return tr("Read the companies first.");
    const ChangeRunner *runner = m_frame.steward.runner(below->key.account);
    if (!runner)
        return tr("A change of an earlier sign-in is still under way.");
    return runner->isReadOnly() ? tr("This account is read-only.") : QString();
}

void NewCompanies::showUsable()
{
    const QString reason = whyNot();
    for (QAction *action : {m_newCompany, m_manyCompanies}) {
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
    }
}

void NewCompanies::openNewCompany()
{
    const std::optional<Parent> below = chosenParent();
    if (!below || !whyNot().isEmpty())
        return;
    auto *dialog = new NewCompanyDialog(*m_frame.steward.runner(below->key.account),
                                        m_frame.steward.fleet().session(below->key.account)->client(),
                                        below->key, below->title, m_frame.theme, &m_frame.window);
    connect(dialog, &NewCompanyDialog::showRequested, this, &NewCompanies::show);
    connect(dialog, &NewCompanyDialog::created, &m_frame.companies, &CompanyPane::bringIntoSight);
    dialog->open();
}

void NewCompanies::openManyCompanies()
{
    const std::optional<Parent> below = chosenParent();
    if (!below || !whyNot().isEmpty())
        return;
    auto *dialog =
        new ManyCompaniesDialog(m_frame.steward.changes(), m_frame.steward.fleet().companies(),
                                {.below = below->key,
                                 .belowTitle = below->title,
                                 .accountName = m_accountName,
                                 .habits = {.folder = m_imports.folder(), .headings = m_imports.headings()}},
                                m_frame.theme, &m_frame.window);
    connect(dialog, &ManyCompaniesDialog::statusMessage, &m_frame.status, &FleetStatus::showMessage);
    connect(dialog, &ManyCompaniesDialog::activityRequested, this, &NewCompanies::activityRequested);
    connect(dialog, &ManyCompaniesDialog::confirmed, this,
            [this, dialog] { m_imports.keep(dialog->habits().folder, dialog->habits().headings); });
    dialog->show();
}

void NewCompanies::show(const CompanyKey &company)
{
    m_frame.companies.choose(company);
}
