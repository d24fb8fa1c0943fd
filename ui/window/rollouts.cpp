// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rollouts.h"

#include "app/base/visibletext.h"
#include "app/query/queryreader.h"
#include "app/steward/dryrunverdicts.h"
#include "app/steward/steward.h"
#include "ui/changes/activitypage.h"
#include "ui/changes/runheader.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/window/actions.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/pages.h"

#include <QAction>
#include <QMainWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

RollOuts::RollOuts(const WindowFrame &frame, ActivityPage &activity, Settings &settings, QObject *parent)
    : QObject(parent), m_frame(frame), m_activity(activity), m_settings(settings),
      m_open(new QAction(tr("&One plan for many companies…"), this))
{
    m_open->setObjectName(u"rollOutPlan"_s);
    frame.actions.add(WindowMenu::Plan, {m_open});
    connect(m_open, &QAction::triggered, this, &RollOuts::open);
}

void RollOuts::open()
{
    Steward &steward = m_frame.steward;
    RollOutWindow::Setup setup{
        .rollOut = {.runner = [&steward](const AccountId &account) { return steward.runner(account); },
                    .verdict =
                        [this](const AccountId &account) {
                            return dryRunVerdict(m_frame.steward, m_settings, account);
                        }},
        .companies = [this](const QString &query) { return companiesWith(query); },
        .targets = [this](const QString &query,
                          const QList<FittingCompany> &companies) { return targetsOf(query, companies); },
        .ticked = companiesInScope()};
    if (const std::optional<CompanyKey> &chosen = m_frame.companies.chosen()) {
        const QSet<CompanyKey> subs = steward.fleet().companies().withSubs(*chosen);
        if (subs.size() > 1)
            setup.wider = {tr("%1 with its sub companies").arg(m_frame.companies.chosenTitle()), subs};
    }
    auto *window =
        new RollOutWindow(std::move(setup), steward.fleet().plans(), m_frame.theme, &m_frame.window);
    showRuns(*window);
    window->show();
}

void RollOuts::showRuns(RollOutWindow &window)
{
    auto *header = new RunHeader(m_frame.steward.changes(), m_frame.theme, &window);
    header->setRun(RunId::None);
    window.setRunPart(header);
    connect(&window, &RollOutWindow::runBegun, header, &RunHeader::setRun);
    connect(header, &RunHeader::statusMessage, &m_frame.status, &FleetStatus::showMessage);
    connect(header, &RunHeader::sheetRequested, &m_activity, &ActivityPage::openExport);
    connect(header, &RunHeader::showRequested, this, [this](RunId run) {
        m_frame.pages.show(&m_activity);
        m_activity.showRun(run);
    });
}

tl::expected<QList<FittingCompany>, QString> RollOuts::companiesWith(const QString &text) const
{
    DeviceQuery &devices = *m_frame.devices.query();
    const tl::expected<Query, QueryProblem> query = readQuery(text, devices.queryFields());
    if (!query)
        return tl::unexpected(query.error().sentence(devices.queryFields()));
    const Fleet &fleet = m_frame.steward.fleet();
    const DeviceTable &table = fleet.devices();
    std::vector<qsizetype> counts(table.wordCount(WordColumn::Company));
    for (const DeviceRow row : devices.rowsOf(*query)) {
        if (!table.damage(row)) // there is no ID to send
            ++counts[table.code(WordColumn::Company, row)];
    }
    QList<FittingCompany> companies;
    for (const CompanyEntry &entry : fleet.companies().entries()) {
        const quint32 code = table.companyCode(entry.key);
        companies.append({.company = entry.key,
                          .title = visibleText(entry.title()),
                          .devices = code == 0 ? 0 : counts[code]});
    }
    std::ranges::sort(companies, [](const FittingCompany &a, const FittingCompany &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    return companies;
}

QList<RollOutTarget> RollOuts::targetsOf(const QString &text, const QList<FittingCompany> &companies) const
{
    DeviceQuery &devices = *m_frame.devices.query();
    const DeviceTable &table = m_frame.steward.fleet().devices();
    QList<RollOutTarget> targets;
    QHash<quint32, qsizetype> places; // by code of the company
    for (const FittingCompany &company : companies) {
        places.insert(table.companyCode(company.company), targets.size());
        targets.append({.company = company.company, .title = company.title});
    }
    places.remove(0); // no device names it
    const tl::expected<Query, QueryProblem> query = readQuery(text, devices.queryFields());
    if (!query)
        return targets;
    for (const DeviceRow row : devices.rowsOf(*query)) {
        const auto place = places.constFind(table.code(WordColumn::Company, row));
        if (place != places.cend() && !table.damage(row))
            targets[*place].devices.append(chosenDevice(table, row));
    }
    return targets;
}

/// As the grid: the company or the account that is chosen in the tree, or all companies.
QSet<CompanyKey> RollOuts::companiesInScope() const
{
    if (const std::optional<CompanyKey> &chosen = m_frame.companies.chosen())
        return {*chosen};
    QSet<CompanyKey> all;
    const std::optional<AccountId> &account = m_frame.companies.chosenAccount();
    for (const CompanyEntry &entry : m_frame.steward.fleet().companies().entries()) {
        if (!account || entry.key.account == *account)
            all.insert(entry.key);
    }
    return all;
}
