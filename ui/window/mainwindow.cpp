// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "app/accounts/keychainstore.h"
#include "app/base/visibletext.h"
#include "app/steward/sandboxprocess.h"
#include "app/steward/steward.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicedetails.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/filterstrip.h"
#include "ui/query/querybox.h"
#include "ui/window/accountparts.h"
#include "ui/window/actions.h"
#include "ui/window/apilogwindow.h"
#include "ui/window/banner.h"
#include "ui/window/changeparts.h"
#include "ui/window/companyparts.h"
#include "ui/window/enrolmentparts.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/helpdialogs.h"
#include "ui/window/icons.h"
#include "ui/window/lastscope.h"
#include "ui/window/notices.h"
#include "ui/window/notificationparts.h"
#include "ui/window/pages.h"
#include "ui/window/planparts.h"
#include "ui/window/rollouts.h"
#include "ui/window/settingsparts.h"
#include "ui/window/statusline.h"
#include "ui/window/theme.h"
#include "ui/window/welcomepage.h"
#include "ui/window/windowframe.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int treeWidth = 244;
constexpr QSize firstSize(1440, 900);

} // namespace

MainWindow::MainWindow(Steward &steward, Theme &theme, const QString &profile,
                       std::unique_ptr<SecretStore> keyring, QWidget *parent)
    : QMainWindow(parent), m_steward(steward), m_profile(profile), m_theme(theme), m_state(profile),
      m_settings(profile), m_queries(profile),
      m_known(
          std::make_unique<Acknowledgements>(steward.fleet().devices(), steward.fleet().health(), profile)),
      m_actions(new Actions(theme, this)), m_companies(new CompanyPane(steward.fleet(), theme, this)),
      m_devices(new DevicePage(steward.fleet(), *m_known, theme, this)),
      m_companyParts(new CompanyParts(steward.fleet(), *m_devices, theme, this)),
      m_welcome(new WelcomePage(theme, this)), m_pages(new Pages(theme, m_welcome, this)),
      m_splitter(new QSplitter(this)), m_banner(new Banner(theme, this)),
      m_notices(new Notices(*m_banner, this)), m_statusLine(new StatusLine(theme, this)),
      m_status(new FleetStatus(steward.fleet(), *m_statusLine, this)), m_apiLog(new ApiLogWindow(theme, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    layOut();
    connectKnown();
    addPages();
    m_actions->fill(*menuBar(), *m_companies, *m_devices, *m_pages);
    joinSubjects(std::move(keyring));
    connectActions();
    connectParts();
    connectTrouble();
    restore();
    showKept();
    showAccount();
}

MainWindow::~MainWindow()
{
    m_devices->queryBox()->disconnect(
        this); // it commits its text as it goes, and the history is gone by then
}

void MainWindow::layOut()
{
    m_splitter->setObjectName(u"windowSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_companies);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({treeWidth, firstSize.width() - treeWidth});
    resize(firstSize);

    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_banner);
    column->addWidget(m_statusLine);
    setCentralWidget(middle);
}

WindowFrame MainWindow::frame()
{
    return {.steward = m_steward,
            .theme = m_theme,
            .profile = m_profile,
            .settings = m_settings,
            .window = *this,
            .pages = *m_pages,
            .actions = *m_actions,
            .companies = *m_companies,
            .devices = *m_devices,
            .status = *m_status,
            .notices = *m_notices};
}

void MainWindow::addPages()
{
    m_pages->add(m_devices,
                 {.name = u"devicesTab"_s,
                  .text = tr("Devices"),
                  .accessibleName = tr("Devices page"),
                  .tool = m_devices->queryBox(),
                  .areas = {m_devices->filters(), m_devices->grid(), m_devices->details()},
                  .stepBack = [this] {
                      const bool isSelected = !m_devices->grid()->selection().isEmpty();
                      m_devices->grid()->clearSelected();
                      return isSelected;
                  }});

    auto *refresh = new QToolButton(this);
    refresh->setObjectName(u"refresh"_s);
    refresh->setDefaultAction(m_actions->refresh);
    refresh->setToolButtonStyle(Qt::ToolButtonIconOnly);
    refresh->setAccessibleName(tr("Refresh"));
    m_pages->addButton(refresh);
}

/// One line for each subject that brings a page or actions of its own.
void MainWindow::joinSubjects(std::unique_ptr<SecretStore> keyring)
{
    if (!keyring)
        keyring = std::make_unique<KeychainStore>();
    m_plans = new PlanParts(frame(), this);
    m_changeParts = new ChangeParts(frame(), this);
    new RollOuts(frame(), *m_changeParts->activity(), m_plans->settings(), this);
    m_accounts = new AccountParts(frame(), std::move(keyring), this);
    m_settingsParts = new SettingsParts(frame(), m_accounts->accounts().keyring(), this);
    new EnrolmentParts(frame(), this);
    new NotificationParts(frame(), this);
}

void MainWindow::connectActions()
{
    Fleet &fleet = m_steward.fleet();
    connect(m_actions->openSandbox, &QAction::triggered, this, [this] { openSandbox({}); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->findCompany, &QAction::triggered, this, [this] {
        m_companies->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_companies->searchField()->selectAll();
    });
    connect(m_actions->findHere, &QAction::triggered, this, [this] {
        if (QWidget *tool = m_pages->tool())
            tool->setFocus(Qt::ShortcutFocusReason); // selects what stands in it
    });
    connect(m_devices->queryBox(), &QueryBox::committed, this, [this](const QString &query) {
        if (query.trimmed().isEmpty() || m_devices->query()->problem())
            return;
        m_queries.add(query);
        m_devices->queryBox()->setEarlier(m_queries.queries());
    });
    m_devices->queryBox()->setEarlier(m_queries.queries());
    connect(m_actions->refresh, &QAction::triggered, &fleet, &Fleet::refresh);
    connect(m_actions->cancel, &QAction::triggered, &fleet, &Fleet::cancel);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool isFull) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, isFull)); });
    connect(m_actions->nextArea, &QAction::triggered, this, [this] { moveArea(1); });
    connect(m_actions->previousArea, &QAction::triggered, this, [this] { moveArea(-1); });
    connect(m_actions->stepBack, &QAction::triggered, this, &MainWindow::stepBack);
    connect(m_actions->apiLog, &QAction::triggered, m_apiLog, [this] {
        m_apiLog->show();
        m_apiLog->raise();
        m_apiLog->activateWindow();
    });
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(*menuBar(), m_theme, this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(&fleet, &Fleet::readingStarted, m_actions->cancel,
            [this] { m_actions->cancel->setEnabled(true); });
    connect(&fleet, &Fleet::readingEnded, m_actions->cancel,
            [this] { m_actions->cancel->setEnabled(false); });
    m_actions->cancel->setEnabled(fleet.isReading());
}

void MainWindow::connectParts()
{
    Fleet &fleet = m_steward.fleet();
    connect(&m_steward, &Steward::opened, this, &MainWindow::showAccount);
    connect(&m_steward, &Steward::sandboxFailed, this, &MainWindow::showSandboxFailure);
    m_lastScope = new LastScope(*m_companies, m_steward, this); // after the tree has the account
    connect(&m_steward, &Steward::closed, this, &MainWindow::showAccount);
    connect(&m_steward, &Steward::accountChanged, this, &MainWindow::showAccount);
    connect(m_welcome, &WelcomePage::sandboxRequested, this, [this] { openSandbox({}); });
    connect(m_welcome, &WelcomePage::accountRequested, m_accounts, &AccountParts::addAccount);
    connect(m_welcome, &WelcomePage::openRequested, m_accounts, &AccountParts::open);
    connect(&m_accounts->accounts(), &KeptAccounts::changed, this, &MainWindow::showKept);
    connect(m_accounts, &AccountParts::trialOpened, this,
            [this](AccountDialog *dialog) { m_settingsParts->proxy().follow(*dialog); });
    connect(m_companies, &CompanyPane::chosenChanged, this, &MainWindow::showScope);
    connect(m_companies, &CompanyPane::chosenChanged, this, &MainWindow::readIfUnread);
    connect(m_companies, &CompanyPane::chosenChanged, this, &MainWindow::showCalls);
    connect(&fleet, &Fleet::companiesChanged, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::companiesChanged, this,
            &MainWindow::showCalls); // accounts may have their names by now
    connect(&fleet, &Fleet::companyStatesChanged, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::readingStarted, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::readingEnded, this, &MainWindow::showScope);
    connect(m_companies, &CompanyPane::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_companyParts, &CompanyParts::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_devices, &DevicePage::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_devices, &DevicePage::selectionChanged, m_status, &FleetStatus::setSelection);
    connect(m_statusLine, &StatusLine::cancelRequested, &fleet, &Fleet::cancel);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keep();
    if (m_changeParts->waitForSending([this] { close(); })) {
        event->ignore();
        return;
    }
    m_steward.fleet().cancel(); // nothing is waited for
    QMainWindow::closeEvent(event);
}

bool MainWindow::isWelcoming() const
{
    return !m_pages->isOpen();
}

void MainWindow::openSandbox(const SandboxOptions &options)
{
    m_welcome->setStarting(true);
    m_steward.openSandbox(options);
}

void MainWindow::showAccount()
{
    const Account *account = m_steward.account();
    const QList<Account> accounts = m_steward.accounts();
    m_welcome->setStarting(false);
    m_companies->setAccounts(accounts);
    m_devices->setAccounts(accounts);
    m_status->setAccounts(accounts);
    showCalls();
    openViews(account);
    m_actions->refresh->setEnabled(account);
    m_actions->findCompany->setEnabled(account);
    m_actions->findHere->setEnabled(account);
    const bool wasOpen = m_pages->isOpen();
    m_pages->setOpen(account);
    if (account && !wasOpen)
        m_companies->tree()->setFocus();
    if (account)
        m_notices->takeBack(u"sandbox"_s);
    showScope();
}

/// The accounts that the welcome page offers.
void MainWindow::showKept()
{
    m_welcome->setAccounts(m_accounts->accounts().list().accounts());
}
