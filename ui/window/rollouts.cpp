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
        .ticked = companiesInScope()};
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

tl::expected<QList<RollOutTarget>, QString> RollOuts::companiesWith(const QString &text) const
{
    DeviceQuery &devices = *m_frame.devices.query();
    const tl::expected<Query, QueryProblem> query = readQuery(text, devices.queryFields());
    if (!query)
        return tl::unexpected(query.error().sentence(devices.queryFields()));
    const Fleet &fleet = m_frame.steward.fleet();
    QList<RollOutTarget> companies;
    QHash<CompanyKey, qsizetype> places;
    for (const CompanyEntry &entry : fleet.companies().entries()) {
        places.insert(entry.key, companies.size());
        companies.append({.company = entry.key, .title = visibleText(entry.title())});
    }
    const DeviceTable &table = fleet.devices();
    for (const DeviceRow row : devices.rowsOf(*query)) {
        const auto place = places.constFind(table.company(table.code(WordColumn::Company, row)));
        if (place != places.cend() && !table.damage(row))
            companies[*place].devices.append(chosenDevice(table, row));
    }
    std::ranges::sort(companies, [](const RollOutTarget &a, const RollOutTarget &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    return companies;
}

/// The company that is chosen in the tree, or all of them.
QSet<CompanyKey> RollOuts::companiesInScope() const
{
    if (const std::optional<CompanyKey> &chosen = m_frame.companies.chosen())
        return {*chosen};
    QSet<CompanyKey> all;
    for (const CompanyEntry &entry : m_frame.steward.fleet().companies().entries())
        all.insert(entry.key);
    return all;
}
