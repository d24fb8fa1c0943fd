// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

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
#include "ui/devices/querybox.h"
#include "ui/window/actions.h"
#include "ui/window/apilogwindow.h"
#include "ui/window/banner.h"
#include "ui/window/companyparts.h"
#include "ui/window/enrolmentparts.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/helpdialogs.h"
#include "ui/window/icons.h"
#include "ui/window/newplans.h"
#include "ui/window/notices.h"
#include "ui/window/pages.h"
#include "ui/window/statusline.h"
#include "ui/window/theme.h"
#include "ui/window/welcomepage.h"
#include "ui/window/windowframe.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int treeWidth = 244;
constexpr QSize firstSize(1440, 900);

/// How the settings call a shade.
struct ThemeName
{
    ThemeMode mode;
    QLatin1StringView name;
};
constexpr std::array themeNames{ThemeName{ThemeMode::System, QLatin1StringView("system")},
                                ThemeName{ThemeMode::Light, QLatin1StringView("light")},
                                ThemeName{ThemeMode::Dark, QLatin1StringView("dark")}};

} // namespace

MainWindow::MainWindow(Steward &steward, Theme &theme, const QString &profile, QWidget *parent)
    : QMainWindow(parent), m_steward(steward), m_profile(profile), m_theme(theme), m_state(profile),
      m_queries(profile), m_known(std::make_unique<Acknowledgements>(steward.fleet().devices(),
                                                                     steward.fleet().health(), profile)),
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
    joinSubjects();
    connectActions();
    connectParts();
    connectTrouble();
    restore();
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

    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_banner);
    column->addWidget(m_statusLine);
    setCentralWidget(middle);
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
void MainWindow::joinSubjects()
{
    const WindowFrame frame{m_steward,  m_theme,      m_profile,  *this,     *m_pages,
                            *m_actions, *m_companies, *m_devices, *m_status, *m_notices};
    new EnrolmentParts(frame, this);
    new NewPlans(frame, this);
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
    connect(m_welcome, &WelcomePage::sandboxRequested, this, [this] { openSandbox({}); });
    connect(m_companies, &CompanyPane::chosenChanged, this, &MainWindow::showScope);
    connect(m_companies, &CompanyPane::chosenChanged, this, &MainWindow::readIfUnread);
    connect(&fleet, &Fleet::companiesChanged, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::companyStatesChanged, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::readingStarted, this, &MainWindow::showScope);
    connect(&fleet, &Fleet::readingEnded, this, &MainWindow::showScope);
    connect(m_companies, &CompanyPane::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_companyParts, &CompanyParts::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_devices, &DevicePage::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_devices, &DevicePage::selectionChanged, m_status, &FleetStatus::setSelection);
    connect(m_statusLine, &StatusLine::cancelRequested, &fleet, &Fleet::cancel);
}

void MainWindow::restore()
{
    resize(firstSize);
    const auto *theme = std::ranges::find_if(
        themeNames, [name = m_state.text(u"theme"_s)](const ThemeName &row) { return row.name == name; });
    m_theme.setMode(theme == themeNames.end() ? ThemeMode::System : theme->mode);
    m_actions->showTheme();
    restoreGeometry(m_state.bytes(u"geometry"_s));
    m_splitter->restoreState(m_state.bytes(u"splitter"_s));
    m_devices->restoreState(m_state.bytes(u"devices"_s));
}

void MainWindow::keep()
{
    m_state.setText(u"theme"_s, std::ranges::find(themeNames, m_theme.mode(), &ThemeName::mode)->name);
    m_state.setBytes(u"geometry"_s, saveGeometry());
    m_state.setBytes(u"splitter"_s, m_splitter->saveState());
    m_state.setBytes(u"devices"_s, m_devices->saveState());
    m_state.save(); // a full disk takes no more than the sizes away
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keep();
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
    m_welcome->setStarting(false);
    m_companies->setAccount(account);
    m_status->setAccount(account);
    m_apiLog->setLog(m_steward.callLog());
    openViews(account);
    m_actions->refresh->setEnabled(account);
    m_actions->findCompany->setEnabled(account);
    m_actions->findHere->setEnabled(account);
    m_pages->setOpen(account);
    if (account)
        m_companies->tree()->setFocus();
    if (account)
        m_notices->takeBack(u"sandbox"_s);
    showScope();
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
    DeviceScope scope{.all = !chosen, .companies = {}};
    if (chosen && fleet.devices().companyCode(*chosen) != 0)
        scope.companies.push_back(fleet.devices().companyCode(*chosen));
    m_companyParts->setCompany(chosen);
    m_devices->setReadAction(chosen ? m_companies->companyActions()->readAction() : m_actions->refresh);
    m_devices->setScope(scope, m_companies->chosenTitle(), knowledge());
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
