// SPDX-License-Identifier: GPL-3.0-or-later
// The window's part that deals with what the person keeps in the profile: acknowledgements, saved views, sizes.
#include "app/accounts/account.h"
#include "app/base/visibletext.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/deviceviews.h"
#include "ui/health/knownactions.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planpage.h"
#include "ui/window/filetrouble.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/lastscope.h"
#include "ui/window/mainwindow.h"
#include "ui/window/planparts.h"

#include <QHeaderView>
#include <QSplitter>

using namespace Qt::StringLiterals;

void MainWindow::connectKnown()
{
    auto *actions = new KnownActions(
        *m_known, u"Company"_s,
        [this] {
            const std::optional<CompanyKey> &company = m_companies->chosen();
            return company ? KnownActions::Chosen{{*company}, visibleText(m_companies->chosenTitle())}
                           : KnownActions::Chosen{};
        },
        this);
    m_companies->companyActions()->add(actions->actions());
    followFile(*m_notices, *m_known);
    connect(m_companies, &CompanyPane::chosenChanged, actions,
            [this, actions] { actions->setUsable(m_companies->chosen().has_value()); });
    connect(actions, &KnownActions::statusMessage, m_status, &FleetStatus::showMessage);
    connect(m_known.get(), &Acknowledgements::ended, this,
            [this](const Acknowledgement &over, bool gotWorse) {
                const QString note =
                    over.note.isEmpty() ? tr("An acknowledgement") : tr("“%1”").arg(visibleText(over.note));
                m_status->showMessage(gotWorse ? tr("%1 is over: it got worse").arg(note)
                                               : tr("%1 is over: its time is up").arg(note));
            });
}

void MainWindow::openViews(const Account *account)
{
    m_devices->views()->setViews(nullptr);
    m_views = account ? std::make_unique<SavedViews>(m_profile, account->id) : nullptr;
    if (m_views)
        followFile(*m_notices, *m_views);
    m_devices->views()->setViews(m_views.get());
}

void MainWindow::restore()
{
    restoreGeometry(m_state.bytes(u"geometry"_s));
    m_splitter->restoreState(m_state.bytes(u"splitter"_s));
    m_devices->restoreState(m_state.bytes(u"devices"_s));
    m_plans->page()->grid()->horizontalHeader()->restoreState(m_state.bytes(u"plans"_s));
    m_lastScope->want(m_state.text(u"scope"_s));
}

void MainWindow::keep()
{
    m_state.setBytes(u"geometry"_s, saveGeometry());
    m_state.setBytes(u"splitter"_s, m_splitter->saveState());
    m_state.setBytes(u"devices"_s, m_devices->saveState());
    m_state.setBytes(u"plans"_s, m_plans->page()->grid()->horizontalHeader()->saveState());
    m_state.setText(u"scope"_s, m_lastScope->text());
    m_state.save(); // a full disk takes no more than the sizes away
}
