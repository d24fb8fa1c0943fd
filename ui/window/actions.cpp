// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/deviceviews.h"
#include "ui/window/icons.h"
#include "ui/window/pages.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

Actions::Actions(Theme &theme, QObject *parent)
    : QObject(parent), openSandbox(add(u"openSandboxAction"_s, tr("Open the sandbox"))),
      quit(add(u"quit"_s, tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q))),
      findCompany(add(u"findCompany"_s, tr("Find a company"), QKeySequence(Qt::CTRL | Qt::Key_L))),
      findHere(add(u"findHere"_s, tr("Query this page"), QKeySequence(Qt::CTRL | Qt::Key_F))),
      refresh(add(u"refreshAction"_s, tr("Refresh"), QKeySequence(Qt::Key_F5))),
      cancel(add(u"cancelAction"_s, tr("Cancel reading"), QKeySequence(Qt::SHIFT | Qt::Key_F5))),
      fullScreen(add(u"fullScreen"_s, tr("Full screen"), QKeySequence(Qt::Key_F11))),
      nextArea(add(u"nextArea"_s, tr("Next area"), QKeySequence(Qt::Key_F6))),
      previousArea(add(u"previousArea"_s, tr("Previous area"), QKeySequence(Qt::SHIFT | Qt::Key_F6))),
      stepBack(add(u"stepBack"_s, tr("Step back"), QKeySequence(Qt::Key_Escape))),
      apiLog(add(u"apiLog"_s, tr("API log…"))),
      shortcuts(add(u"shortcuts"_s, tr("Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Question))),
      about(add(u"about"_s, tr("About Steward"))), m_theme(theme), m_themes(new QActionGroup(this))
{
    openSandbox->setIcon(glyphIcon(theme, Glyph::Sandbox));
    findCompany->setIcon(glyphIcon(theme, Glyph::Search));
    refresh->setIcon(glyphIcon(theme, Glyph::Refresh));
    cancel->setIcon(glyphIcon(theme, Glyph::Cross));
    fullScreen->setCheckable(true);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    addTheme(u"themeSystem"_s, tr("As the desktop"), ThemeMode::System);
    addTheme(u"themeLight"_s, tr("Light"), ThemeMode::Light);
    addTheme(u"themeDark"_s, tr("Dark"), ThemeMode::Dark);
    showTheme();
}

QAction *Actions::add(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    return action;
}

void Actions::addTheme(const QString &name, const QString &text, ThemeMode mode)
{
    QAction *action = add(name, text);
    action->setCheckable(true);
    action->setData(static_cast<int>(mode));
    m_themes->addAction(action);
    connect(action, &QAction::triggered, this, [this, mode] {
        m_theme.setMode(mode);
        emit themeChosen(mode);
    });
}

void Actions::showTheme()
{
    const QList<QAction *> all = m_themes->actions();
    for (QAction *action : all)
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.mode()));
}

void Actions::fill(QMenuBar &bar, const CompanyPane &companies, const DevicePage &devices, const Pages &pages)
{
    QMenu *account = bar.addMenu(tr("&Account"));
    account->addAction(openSandbox);
    account->addSeparator();
    account->addAction(quit);

    QMenu *company = bar.addMenu(tr("&Company"));
    company->setToolTipsVisible(true);
    company->addAction(findCompany);
    QMenu *search = company->addMenu(tr("Search at IDrive"));
    search->addActions({companies.searchField()->exactAction(), companies.searchField()->caseAction()});
    company->addSeparator();
    company->addActions(companies.companyActions()->actions());
    connect(companies.companyActions(), &CompanyActions::added, company, &QMenu::addActions);

    QMenu *device = bar.addMenu(tr("&Device"));
    device->setToolTipsVisible(true);
    QList<QAction *> deviceActions = devices.menuActions();
    deviceActions.removeAll(devices.detailsAction());
    device->addActions(deviceActions);
    connect(&devices, &DevicePage::deviceActionsAdded, device, &QMenu::addActions);

    QMenu *plan = bar.addMenu(tr("&Plan")); // filled by its subject

    QMenu *view = bar.addMenu(tr("&View"));
    fillView(*view, devices, pages);

    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({apiLog, shortcuts, about});
    m_menus = {{WindowMenu::Account, account}, {WindowMenu::Company, company}, {WindowMenu::Device, device},
               {WindowMenu::Plan, plan},       {WindowMenu::View, view},       {WindowMenu::Help, help}};
}

void Actions::fillView(QMenu &view, const DevicePage &devices, const Pages &pages)
{
    view.addActions(pages.actions());
    QAction *const behindPages = view.addSeparator();
    connect(&pages, &Pages::added, &view,
            [&view, behindPages](QAction *page) { view.insertAction(behindPages, page); });
    view.addActions({refresh, cancel, findHere});
    view.addSeparator();
    view.addMenu(devices.views()->menu());
    view.addActions({devices.detailsAction(), fullScreen});
    view.addMenu(tr("Theme"))->addActions(m_themes->actions());
    view.addSeparator();
    view.addActions({nextArea, previousArea, stepBack});
}

void Actions::add(WindowMenu menu, const QList<QAction *> &actions)
{
    QMenu *const found = m_menus.at(menu);
    // leaving stays the last entry of its menu
    QAction *const before = menu == WindowMenu::Account ? quit : nullptr;
    if (!before)
        found->addSeparator();
    found->insertActions(before, actions);
    if (before)
        found->insertSeparator(before);
}
