// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planpage.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "ui/plans/coveragerail.h"
#include "ui/plans/planbar.h"
#include "ui/plans/plandetailfacts.h"
#include "ui/plans/plandetails.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planquery.h"
#include "ui/plans/planreading.h"
#include "ui/query/querybox.h"
#include "ui/query/querychips.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int detailsWidth = 320;
constexpr int narrowestDetails = 260;
constexpr int widestDetails = 560;
constexpr auto showPace = 50ms;

} // namespace

PlanPage::PlanPage(Fleet &fleet, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_theme(theme), m_model(new PlanModel(fleet, theme, this)),
      m_grid(new PlanGrid(*m_model, theme, this)), m_query(new PlanQuery(*m_model, this)),
      m_queryBox(new QueryBox(*m_query, theme, this)), m_details(new PlanDetails(theme, this)),
      m_empty(new EmptyState(theme, this)), m_trouble(new Note(Note::Kind::Warning, theme, this)),
      m_area(new QStackedWidget(this)), m_splitter(new QSplitter(this)),
      m_coverage(new CoverageRail(fleet, theme, this))
{
    setObjectName(u"planPage"_s);
    setAccessibleName(tr("Backup plans"));
    m_empty->setObjectName(u"plansEmpty"_s);
    m_trouble->setObjectName(u"plansTrouble"_s);
    m_queryBox->setSubject(u"planQueryBox"_s, u"failed:>0"_s,
                           tr("Filters the plans. Words, or a field and a value such as failed:>0."));
    m_queryBox->setAccessibleName(tr("Query over plans"));
    makeActions();
    layOut();
    connectParts();
    showAll();
}

QAction *PlanPage::makeAction(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions << action;
    return action;
}

void PlanPage::makeActions()
{
    m_readAction = makeAction(u"readPlansAction"_s, tr("&Read plans"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_stopAction = makeAction(u"stopPlansAction"_s, tr("S&top reading plans"));
    m_devicesAction =
        makeAction(u"planDevicesAction"_s, tr("Show &devices of the plan"), Qt::CTRL | Qt::Key_D);
    m_likeAction = makeAction(u"newPlanLike"_s, tr("New plan &like this one…"));
    m_copyAction = makeAction(u"copyPlans"_s, tr("&Copy plans"), QKeySequence::Copy);
    m_copyIdsAction = makeAction(u"copyPlanIds"_s, tr("Copy plan &IDs"));
    m_exportAction = makeAction(u"exportPlans"_s, tr("&Export plans…"));
    m_exportAction->setIcon(glyphIcon(m_theme, Glyph::Export));
    m_detailsAction = makeAction(u"showPlanDetails"_s, tr("Plan &details"));
    m_detailsAction->setIcon(glyphIcon(m_theme, Glyph::Info));
    m_detailsAction->setCheckable(true);
    m_detailsAction->setChecked(true);
    addActions({m_readAction, m_stopAction});
    m_grid->addActions({m_devicesAction, m_likeAction, m_copyAction, m_copyIdsAction, m_exportAction});
    connect(m_readAction, &QAction::triggered, this, &PlanPage::read);
    connect(m_stopAction, &QAction::triggered, &m_fleet.plans(), &PlanList::stop);
    connect(m_devicesAction, &QAction::triggered, this, &PlanPage::showDevices);
    connect(m_likeAction, &QAction::triggered, this, &PlanPage::requestPlanLike);
    connect(m_copyAction, &QAction::triggered, this, &PlanPage::copyRows);
    connect(m_copyIdsAction, &QAction::triggered, this, &PlanPage::copyIds);
    connect(m_exportAction, &QAction::triggered, this, &PlanPage::openExport);
    connect(m_detailsAction, &QAction::toggled, m_details, &QWidget::setVisible);
}

void PlanPage::layOut()
{
    m_bar = new PlanBar(m_exportAction, m_detailsAction, m_theme, this);
    auto *chips = new QueryChips(*m_query, m_theme, m_bar);
    chips->setObjectName(u"planQueryChips"_s);
    m_bar->setChips(chips);
    m_area->addWidget(m_grid);
    m_area->addWidget(m_empty);
    m_area->setAutoFillBackground(true);
    m_area->setBackgroundRole(QPalette::Base);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_coverage);
    middle->addWidget(m_area, 1);

    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_trouble);
    column->addWidget(makeRule(left));
    column->addLayout(middle, 1);
    m_details->setMinimumWidth(narrowestDetails);
    m_details->setMaximumWidth(widestDetails);
    m_splitter->setObjectName(u"planSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({4 * detailsWidth, detailsWidth});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
}

void PlanPage::connectParts()
{
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(showPace);
    connect(&m_showSoon, &QTimer::timeout, this, &PlanPage::showAll);
    connect(m_model, &PlanModel::plansChanged, this, &PlanPage::showSoon);
    connect(&m_fleet.plans(), &PlanList::progressed, this, &PlanPage::showSoon);
    connect(&m_fleet.plans(), &PlanList::companyChanged, this, &PlanPage::showSoon);
    connect(&m_fleet, &Fleet::companiesChanged, this, &PlanPage::showSoon);
    connect(m_query, &QueryText::queryChanged, this, &PlanPage::showAll);
    connect(m_queryBox, &QueryBox::left, this, [this] {
        if (m_grid->isVisible())
            m_grid->setFocus();
    });
    connect(m_bar, &PlanBar::readRequested, m_readAction, &QAction::trigger);
    connect(m_bar, &PlanBar::stopRequested, m_stopAction, &QAction::trigger);
    connect(m_grid, &PlanGrid::selectedPlansChanged, this, &PlanPage::showSoon);
    connect(m_grid, &PlanGrid::detailsRequested, this, [this] { m_detailsAction->setChecked(true); });
    connect(m_details, &PlanDetails::devicesRequested, m_devicesAction, &QAction::trigger);
    connect(m_details, &PlanDetails::copied, this, &PlanPage::statusMessage);
    connect(m_details, &PlanDetails::closeRequested, this, [this] {
        m_detailsAction->setChecked(false);
        m_grid->setFocus();
    });
    connect(m_coverage, &CoverageRail::devicesRequested, this, &PlanPage::devicesRequested);
    connect(m_empty, &EmptyState::primaryChosen, this, &PlanPage::choosePrimary);
}

void PlanPage::setScope(const std::optional<CompanyKey> &company, const QString &title)
{
    m_title = visibleText(title);
    m_bar->setTitle(m_title);
    m_model->setScope({.company = company});
    m_coverage->setScope({.company = company});
    showSoon();
}

void PlanPage::read()
{
    m_fleet.plans().read(companiesOf(m_fleet, m_model->scope()));
}

void PlanPage::showSoon()
{
    if (!m_showSoon.isActive())
        m_showSoon.start();
}

void PlanPage::showAll()
{
    m_showSoon.stop();
    const PlanReadingState state = planReading(m_fleet, m_model->scope());
    m_bar->setState(state);
    m_bar->setCount(m_model->rowCount(), m_model->countInScope());
    m_readAction->setEnabled(!state.progress && state.companies > 0);
    m_stopAction->setEnabled(m_fleet.plans().isReading());
    const QString trouble = state.progress ? QString() : planTrouble(m_fleet, m_model->scope());
    m_trouble->setTexts({}, trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    showArea();
    showDetails();
}

void PlanPage::showArea()
{
    const bool hasRows = m_model->rowCount() > 0;
    if (!hasRows)
        showEmptyState();
    m_area->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_grid) : m_empty);
}

void PlanPage::showEmptyState()
{
    const PlanReadingState state = planReading(m_fleet, m_model->scope());
    const QString companies = QLocale().toString(state.companies);
    EmptyText text{.glyph = Glyph::Plan};
    if (m_model->countInScope() > 0) {
        m_emptyKind = Empty::NoMatch;
        text.title = tr("No plan matches");
        text.quote = visibleText(m_query->queryText());
        text.primaryAction = tr("Clear the query");
    } else if (state.progress) {
        m_emptyKind = Empty::Reading;
        text.title = tr("The plans are being read");
        text.sentences = tr("They appear here as they arrive.");
    } else if (state.failed > 0 && state.read == 0) {
        m_emptyKind = Empty::Failed;
        text.glyph = Glyph::Warning;
        text.title = tr("The plans could not be read");
        text.sentences = planTrouble(m_fleet, m_model->scope());
        text.primaryAction = tr("Try again");
    } else if (state.read == state.companies && state.companies > 0) {
        m_emptyKind = Empty::None;
        text.title = tr("%1 has no backup plan").arg(m_title);
        text.sentences = tr("IDrive reports none. Plans of groups count too.");
        text.primaryAction = tr("Read again");
    } else {
        m_emptyKind = Empty::NotRead;
        text.title = tr("The plans are not read yet");
        text.sentences = state.companies == 1
            ? tr("IDrive is asked for them once you want it.")
            : tr("Each company costs a call to IDrive: %1 companies, four at a time.").arg(companies);
        text.primaryAction = state.companies > 0 ? tr("Read the plans") : QString();
    }
    m_empty->setContent(text);
}

void PlanPage::choosePrimary()
{
    if (m_emptyKind == Empty::NoMatch)
        m_query->setText({});
    else
        m_readAction->trigger();
}

QString PlanPage::nameOfDevice(const CompanyKey &company, const DeviceId &device) const
{
    const DeviceTable &devices = m_fleet.devices();
    const std::optional<DeviceRow> row = devices.find({company.account, device});
    return row ? QString::fromUtf8(devices.text(TextColumn::Name, *row)) : QString();
}
