// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicepage.h"

#include "app/base/visibletext.h"
#include "app/fleet/acknowledgements.h"
#include "app/fleet/fleet.h"
#include "ui/devices/devicebar.h"
#include "ui/devices/devicecolumnmenu.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicedetails.h"
#include "ui/devices/deviceempty.h"
#include "ui/devices/deviceexporter.h"
#include "ui/devices/devicefacts.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridactions.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/deviceknown.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/deviceviews.h"
#include "ui/devices/filterstrip.h"
#include "ui/devices/rawdevicedialog.h"
#include "ui/health/knownactions.h"
#include "ui/query/querybox.h"
#include "ui/query/querychips.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int detailsWidth = 284;
constexpr int narrowestDetails = 240;
constexpr int widestDetails = 480;
/// Details follow a selection that is being dragged at this pace.
constexpr auto detailsPace = 30ms;
constexpr quint32 stateVersion = 3; // 1 had no column for health, 2 none for the account

} // namespace

DevicePage::DevicePage(const Fleet &fleet, Acknowledgements &known, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_theme(theme),
      m_model(new DeviceGridModel(
          {fleet.devices(), &fleet.health(), &known, &fleet.twins(), &fleet.devicePlans()}, this)),
      m_grid(new DeviceGrid(*m_model, theme, this)), m_actions(new DeviceGridActions(*m_grid)),
      m_details(new DeviceDetails(theme, this)), m_empty(new EmptyState(theme, this)),
      m_splitter(new QSplitter(this)), m_detailsAction(new QAction(tr("&Details"), this)),
      m_bar(new DeviceBar(m_detailsAction, theme, this)), m_query(new DeviceQuery(*m_model, this)),
      m_exporter(new DeviceExporter(*m_grid, *m_query, fleet, theme, this)),
      m_queryBox(new QueryBox(*m_query, theme, this)), m_filters(new FilterStrip(*m_query, theme, this)),
      m_views(new DeviceViews(*m_grid, *m_query, this)),
      m_knownActions(makeKnownActions(known, *m_grid, this))
{
    setObjectName(u"devicePage"_s);
    m_empty->setObjectName(u"devicesEmpty"_s);
    setAccessibleName(tr("Devices"));
    makeDetailsAction();

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_bar);
    leftColumn->addWidget(makeRule(left));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_filters);
    middle->addWidget(makeArea(), 1);
    leftColumn->addLayout(middle, 1);
    m_details->setMinimumWidth(narrowestDetails);
    m_details->setMaximumWidth(widestDetails);
    m_splitter->setObjectName(u"deviceSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({4 * detailsWidth, detailsWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    m_bar->setChips(new QueryChips(*m_query, theme, m_bar));
    makeBarMenus();
    followQuery();
    followKnown(known);
    followFleet();
    followGrid();
    showNoCompany();
}

void DevicePage::makeBarMenus()
{
    m_bar->setViewsMenu(m_views->menu());
    m_bar->setViewsTitle(m_views->title());
    connect(m_views, &DeviceViews::titleChanged, m_bar, &DeviceBar::setViewsTitle);
    connect(m_views, &DeviceViews::statusMessage, this, &DevicePage::statusMessage);
    auto *columns = new QMenu(this);
    columns->setObjectName(u"columnsMenu"_s);
    connect(columns, &QMenu::aboutToShow, columns, [this, columns] {
        columns->clear();
        fillColumnMenu(*columns, *m_grid);
    });
    m_bar->setColumnsMenu(columns);
}

void DevicePage::makeDetailsAction()
{
    m_detailsAction->setObjectName(u"showDetails"_s);
    m_detailsAction->setIcon(glyphIcon(m_theme, Glyph::Info));
    m_detailsAction->setCheckable(true);
    m_detailsAction->setChecked(true);
    m_detailsAction->setToolTip(tr("Show or hide the details of the selected device"));
    m_actions->setDetailsAction(m_detailsAction);
    connect(m_detailsAction, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_detailsAction, &QAction::toggled, this, &DevicePage::showDetailsSoon);
    connect(m_details, &DeviceDetails::closeRequested, this, [this] {
        m_detailsAction->setChecked(false);
        m_grid->setFocus();
    });
}

QWidget *DevicePage::makeArea()
{
    m_area = new QStackedWidget(this);
    m_area->addWidget(m_grid);
    m_area->addWidget(m_empty);
    m_area->setAutoFillBackground(true);
    m_area->setBackgroundRole(QPalette::Base);
    connect(m_empty, &EmptyState::primaryChosen, this, [this] {
        if (m_isNoMatch) {
            m_query->setText({});
            return;
        }
        QAction *action = m_known == DeviceKnowledge::Read ? m_copyLinkAction : m_readAction;
        if (action)
            action->trigger();
    });
    return m_area;
}

void DevicePage::followFleet()
{
    m_model->setReading(m_fleet.isReading());
    connect(&m_fleet, &Fleet::devicesChanged, m_query, &DeviceQuery::take); // before the model hears of it
    connect(&m_fleet, &Fleet::devicesChanged, m_model, &DeviceGridModel::take);
    connect(&m_fleet, &Fleet::devicesChanged, this, &DevicePage::showDetailsSoon);
    connect(&m_fleet.health(), &HealthColumn::healthChanged, m_query, &DeviceQuery::takeHealth);
    connect(&m_fleet.health(), &HealthColumn::healthChanged, m_model, &DeviceGridModel::takeHealth);
    connect(&m_fleet.health(), &HealthColumn::countsChanged, this, &DevicePage::showDetailsSoon);
    connect(&m_fleet.twins(), &DeviceTwins::changed, m_query, &DeviceQuery::lookAgain);
    connect(&m_fleet.twins(), &DeviceTwins::changed, m_grid->viewport(), qOverload<>(&QWidget::update));
    connect(&m_fleet.twins(), &DeviceTwins::changed, this, &DevicePage::showDetailsSoon);
    connect(&m_fleet, &Fleet::companiesChanged, m_model, &DeviceGridModel::takeNames);
    connect(&m_fleet, &Fleet::companiesChanged, m_query, &DeviceQuery::lookAgain);
    connect(&m_fleet.devicePlans(), &DevicePlans::changed, m_query, &DeviceQuery::lookAgain);
    connect(&m_fleet.devicePlans(), &DevicePlans::changed, this, &DevicePage::showDetailsSoon);
    connect(&m_fleet, &Fleet::readingStarted, this, [this] {
        m_model->setReading(true);
        m_filters->setReading(true);
        showCount();
    });
    connect(&m_fleet, &Fleet::readingEnded, this, [this] {
        m_model->setReading(false);
        m_filters->setReading(false);
        showCount();
    });
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &DevicePage::takeMoment);
    m_minute.start();
}

/// Ages are older, or reckoned from another clock.
void DevicePage::takeMoment()
{
    m_model->setMoment(Moment::current(m_serverZone));
    m_query->lookAgain();
    showDetailsSoon();
}

void DevicePage::setAccounts(const QList<Account> &accounts)
{
    QHash<AccountId, AccountColour> colours;
    for (const Account &account : accounts)
        colours.insert(account.id, account.colour);
    m_model->setAccountColours(colours);
    m_grid->setJoined(accounts.size() > 1);
}

void DevicePage::setServerZone(const QTimeZone &zone)
{
    m_serverZone = zone;
    takeMoment();
}

void DevicePage::followQuery()
{
    connect(m_query, &DeviceQuery::queryChanged, this, &DevicePage::showArea);
    connect(m_queryBox, &QueryBox::left, this, [this] {
        if (m_grid->isVisible())
            m_grid->setFocus();
    });
    connect(m_empty, &EmptyState::secondaryChosen, this, [this] {
        if (m_isNoMatch && !m_query->query().isEmpty())
            m_query->removePart(m_query->query().parts.back());
    });
}

void DevicePage::followKnown(const Acknowledgements &known)
{
    m_actions->add(m_knownActions->actions());
    connect(m_knownActions, &KnownActions::statusMessage, this, &DevicePage::statusMessage);
    connect(&known, &Acknowledgements::changed, m_query, &DeviceQuery::lookAgain);
    connect(&known, &Acknowledgements::changed, m_grid->viewport(), qOverload<>(&QWidget::update));
    connect(&known, &Acknowledgements::changed, this, &DevicePage::showDetailsSoon);
}

void DevicePage::followGrid()
{
    const auto followRows = [this] {
        showCount();
        showArea();
        showDetailsSoon(); // what is selected may be in sight now, or no more
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, followRows);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, followRows);
    connect(m_model, &QAbstractItemModel::modelReset, this, followRows);
    connect(m_grid, &DeviceGrid::selectedDevicesChanged, this, [this] {
        showDetailsSoon();
        m_knownActions->setUsable(!m_grid->selection().isEmpty());
        emit selectionChanged(m_grid->selection().count(), m_grid->hiddenSelectedCount());
    });
    connect(m_grid, &DeviceGrid::detailsRequested, this, &DevicePage::openDetails);
    connect(m_actions, &DeviceGridActions::copied, this, &DevicePage::statusMessage);
    connect(m_actions, &DeviceGridActions::exportRequested, m_exporter, &DeviceExporter::open);
    connect(m_actions, &DeviceGridActions::rawDataRequested, this, &DevicePage::showRawData);
    connect(m_details, &DeviceDetails::copied, this, &DevicePage::statusMessage);
    m_detailsSoon.setSingleShot(true);
    m_detailsSoon.setInterval(detailsPace);
    connect(&m_detailsSoon, &QTimer::timeout, this, &DevicePage::showDetails);
}

void DevicePage::setScope(const DeviceScope &scope, const QString &title, DeviceKnowledge known)
{
    m_known = known;
    m_scopeTitle = visibleText(title);
    m_bar->setTitle(m_scopeTitle);
    m_exporter->setScope(title);
    m_model->setScope(scope);
    showCount();
    showArea();
}

void DevicePage::showNoCompany()
{
    m_known.reset();
    m_scopeTitle.clear();
    m_bar->setTitle({});
    showCount();
    showArea();
}

void DevicePage::setCopyLinkAction(QAction *action)
{
    m_copyLinkAction = action;
    showArea();
}

void DevicePage::setReadAction(QAction *action)
{
    m_readAction = action;
    showArea();
}

void DevicePage::setUnselectedPane(QWidget *pane)
{
    m_details->setUnselectedPane(pane);
}

void DevicePage::addDeviceActions(const QList<QAction *> &actions)
{
    m_actions->add(actions);
    emit deviceActionsAdded(actions);
}

QList<QAction *> DevicePage::menuActions() const
{
    return QList<QAction *>{m_detailsAction} + m_actions->actions();
}

void DevicePage::showCount()
{
    m_bar->setCount(m_model->rowCount(), m_fleet.devices().liveCount(), m_fleet.isReading());
}

void DevicePage::showArea()
{
    const bool isEmpty = !m_known || m_model->rowCount() == 0;
    if (isEmpty)
        showEmptyState();
    m_area->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_grid);
}

void DevicePage::showEmptyState()
{
    const auto textOf = [](QAction *action) {
        return action ? action->text().remove(u'&') : QString();
    };
    const qsizetype all = m_model->order().rowsInScope().count();
    m_isNoMatch = m_known && m_model->order().isFiltered() && all > 0;
    m_empty->setContent(
        m_isNoMatch ? noMatchText(*m_query, all, m_scopeTitle, locale())
                    : noDevicesText(m_known, m_scopeTitle, {textOf(m_copyLinkAction), textOf(m_readAction)}));
}

void DevicePage::showDetailsSoon()
{
    if (!m_detailsSoon.isActive())
        m_detailsSoon.start();
}

void DevicePage::showDetails()
{
    if (!m_detailsAction->isChecked())
        return;
    const DeviceSelection &selection = m_grid->selection();
    const DeviceSource &source = m_model->source();
    // a selection of which nothing is in sight is counted in the status line; here stands what was chosen since
    if (m_grid->hiddenSelectedCount() == selection.count())
        m_details->clear();
    else if (selection.count() == 1)
        m_details->setFacts(factsOfDevice(source, selection.rows().front(), m_model->moment()));
    else
        m_details->setFacts(
            factsOfSelection(source, selection, m_grid->hiddenSelectedCount(), m_model->moment()));
}

void DevicePage::openDetails()
{
    m_detailsAction->setChecked(true);
    showDetails();
}

void DevicePage::showRawData(DeviceRow device)
{
    const DeviceTable &table = m_fleet.devices();
    const DeviceKey key = table.key(device);
    Session *session = m_fleet.session(key.account);
    if (!session)
        return;
    const CompanyKey &company = table.company(table.code(WordColumn::Company, device));
    auto *dialog =
        new RawDeviceDialog(session->client(), key.device, company.company,
                            cellText(table, DeviceColumn::Name, device, m_model->moment()), m_theme, this);
    dialog->show();
}

QByteArray DevicePage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateVersion << m_grid->horizontalHeader()->saveState() << m_splitter->saveState()
           << m_detailsAction->isChecked() << m_grid->wantsAccountColumn();
    return state;
}

bool DevicePage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    QByteArray header;
    QByteArray splitter;
    bool showsDetails = true;
    bool wantsAccountColumn = true;
    stream >> version >> header >> splitter >> showsDetails >> wantsAccountColumn;
    if (stream.status() != QDataStream::Ok || version != stateVersion)
        return false;
    if (!m_grid->horizontalHeader()->restoreState(header) || !m_splitter->restoreState(splitter))
        return false;
    m_detailsAction->setChecked(showsDetails);
    m_grid->setWantsAccountColumn(wantsAccountColumn);
    return true;
}
