// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/changeparts.h"

#include "app/base/visibletext.h"
#include "app/steward/steward.h"
#include "ui/changes/activitypage.h"
#include "ui/changes/changedetails.h"
#include "ui/changes/quitwait.h"
#include "ui/query/querybox.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/newcompanies.h"
#include "ui/window/notices.h"
#include "ui/window/pages.h"

#include <QLocale>
#include <QMainWindow>
#include <QTableView>

using namespace Qt::StringLiterals;

ChangeParts::ChangeParts(const WindowFrame &frame, QObject *parent)
    : QObject(parent), m_frame(frame),
      m_activity(new ActivityPage(
          frame.steward.changes(), [this](const AccountId &account) { return accountName(account); },
          frame.theme, &frame.window))
{
    frame.pages.add(m_activity,
                    {.name = u"activityTab"_s,
                     .text = tr("Activity"),
                     .accessibleName = tr("Activity page"),
                     .tool = m_activity->queryBox(),
                     .areas = {m_activity->table(), m_activity->details()},
                     .stepBack = [page = m_activity] {
                         return page->clearChoice();
                     }});
    auto *companies =
        new NewCompanies(frame, [this](const AccountId &account) { return accountName(account); }, this);
    connect(companies, &NewCompanies::activityRequested, this, [this](RunId run) {
        showActivity();
        m_activity->showRun(run);
    });
    connect(m_activity, &ActivityPage::statusMessage, &frame.status, &FleetStatus::showMessage);
    AccountChanges &changes = frame.steward.changes();
    connect(&changes, &AccountChanges::stopped, this, &ChangeParts::tellTrouble);
    connect(&changes, &AccountChanges::runnerChanged, this, &ChangeParts::tellLeftOver);
    connect(&frame.steward.fleet(), &Fleet::companiesChanged, m_activity, [this, told = QString()]() mutable {
        const Account *account = m_frame.steward.account();
        const QString name = account ? accountName(account->id) : QString();
        if (std::exchange(told, name) != name)
            m_activity->showAccounts();
    });
    tellJournalTrouble();
}

/// As the person calls it, or its own company's name.
QString ChangeParts::accountName(const AccountId &account) const
{
    const Session *session = m_frame.steward.fleet().session(account);
    if (session && !session->account().name.isEmpty())
        return session->account().name;
    const CompanyEntry *own = m_frame.steward.fleet().companies().own(account);
    return own ? own->title() : account.text();
}

void ChangeParts::showActivity()
{
    m_frame.pages.show(m_activity);
}

void ChangeParts::tellTrouble(const AccountId & /*account*/, const ChangeTrouble &trouble)
{
    m_frame.notices.say(u"changes"_s,
                        {.text = {.kind = BannerKind::Warning,
                                  .what = tr("Changes are paused. %1").arg(trouble.what),
                                  .rest = trouble.advice,
                                  .primaryAction = tr("Show activity")},
                         .primary = [this] {
                             showActivity();
                         }});
}

/// What an earlier Steward had under way or waiting.
void ChangeParts::tellLeftOver(const AccountId &account)
{
    if (!m_frame.steward.runner(account))
        return;
    int unknown = 0;
    int waiting = 0;
    for (const ChangeRecord &change : m_frame.steward.journal().changes()) {
        if (change.account != account)
            continue;
        waiting += change.state == ChangeState::Waiting ? 1 : 0;
        unknown +=
            change.state == ChangeState::Unknown && change.lookUp == LookUpState::StillChecking ? 1 : 0;
    }
    if (unknown == 0 && waiting == 0)
        return;
    QStringList sentences;
    if (unknown > 0)
        sentences << (unknown == 1
                          ? tr("1 change was under way: its outcome is unknown and is being looked up.")
                          : tr("%1 changes were under way: their outcomes are unknown and are being looked "
                               "up.")
                                .arg(QLocale().toString(unknown)));
    if (waiting > 0)
        sentences << (waiting == 1 ? tr("1 change waits: go on with it or cancel it.")
                                   : tr("%1 changes wait: go on with them or cancel them.")
                                         .arg(QLocale().toString(waiting)));
    m_frame.notices.say(u"changes"_s,
                        {.text = {.kind = BannerKind::Warning,
                                  .what = tr("Steward ended before all changes were done."),
                                  .rest = sentences.join(u' '),
                                  .primaryAction = tr("Show activity")},
                         .primary = [this] {
                             showActivity();
                         }});
}

void ChangeParts::tellJournalTrouble()
{
    if (const std::optional<JournalTrouble> &trouble = m_frame.steward.journal().trouble())
        m_frame.notices.say(
            u"journal"_s,
            {.text = {.kind = BannerKind::Bad, .what = trouble->what(), .rest = trouble->advice()}});
}

bool ChangeParts::waitForSending(const std::function<void()> &then)
{
    if (!m_frame.steward.isSending())
        return false;
    if (std::exchange(m_isWaiting, true))
        return true;
    auto *wait = new QuitWait(m_frame.steward.changes(), &m_frame.window);
    connect(wait, &QuitWait::ended, &m_frame.window, then, Qt::QueuedConnection);
    wait->open();
    return true;
}
