// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/accountchanges.h"

#include "app/steward/changesubjects.h"

#include <algorithm>
#include <utility>

namespace {

bool isOf(const Session &session, const AccountId &account)
{
    return session.account().id == account;
}

} // namespace

AccountChanges::AccountChanges(QString profile, ChangeRunner::Setup setup, QObject *parent)
    : QObject(parent), m_profile(std::move(profile)), m_setup(std::move(setup))
{ }

AccountChanges::~AccountChanges()
{
    for (const auto &[account, runner] : m_runners)
        runner->leave();
    for (Leaving &leaving : m_leaving) {
        leaving.session->client().disconnect(this);
        leaving.session.reset(); // waits, and tells its runner
    }
}

ChangeJournal &AccountChanges::journal()
{
    if (!m_journal)
        m_journal = std::make_unique<ChangeJournal>(m_profile);
    return *m_journal;
}

void AccountChanges::addSession(Session &session)
{
    const bool isEarlierThere = std::ranges::any_of(
        m_leaving, [&](const Leaving &leaving) { return isOf(*leaving.session, session.account().id); });
    if (isEarlierThere)
        m_waiting.push_back(&session);
    else
        makeRunner(session);
}

void AccountChanges::makeRunner(Session &session)
{
    const Account &account = session.account();
    if (account.isSandbox) // a new one begins from nothing, and gives the same IDs again
        journal().forget(account.id);
    ChangeRunner::Setup setup = m_setup;
    setup.isReadOnly = account.isReadOnly;
    auto runner = std::make_unique<ChangeRunner>(journal(), account.id, session.client(), changeSubjects(),
                                                 std::move(setup));
    connectRunner(*runner, account.id);
    m_runners.insert_or_assign(account.id, std::move(runner));
    emit runnerChanged(account.id);
}

void AccountChanges::connectRunner(ChangeRunner &runner, const AccountId &account)
{
    connect(&runner, &ChangeRunner::changeEnded, this, &AccountChanges::changeEnded);
    connect(&runner, &ChangeRunner::runChanged, this, &AccountChanges::runChanged);
    connect(&runner, &ChangeRunner::stopped, this,
            [this, account](const ChangeTrouble &trouble) { emit stopped(account, trouble); });
    connect(&runner, &ChangeRunner::sendingEnded, this, [this] {
        if (!isSending())
            emit sendingEnded();
    });
}

void AccountChanges::endSession(std::unique_ptr<Session> session)
{
    const AccountId account = session->account().id;
    if (std::erase(m_waiting, session.get()) > 0)
        return; // it never had a runner
    const auto found = m_runners.find(account);
    if (found == m_runners.end())
        return;
    std::unique_ptr<ChangeRunner> runner = std::move(found->second);
    m_runners.erase(found);
    runner->leave();
    ApiClient &client = session->client();
    if (client.writesUnderWay() > 0) {
        const Session *leaving = session.get();
        connect(
            &client, &ApiClient::writesEnded, this, [this, leaving] { letGo(leaving); },
            Qt::QueuedConnection); // the client is still on the stack
        m_leaving.push_back({std::move(session), std::move(runner)});
    }
    emit runnerChanged(account);
}

void AccountChanges::letGo(const Session *session)
{
    const auto found = std::ranges::find_if(
        m_leaving, [&](const Leaving &leaving) { return leaving.session.get() == session; });
    if (found == m_leaving.end())
        return;
    const AccountId account = session->account().id;
    const Leaving gone = std::move(*found);
    m_leaving.erase(found);
    const auto next =
        std::ranges::find_if(m_waiting, [&](const Session *waiting) { return isOf(*waiting, account); });
    if (next == m_waiting.end())
        return;
    Session *nextSession = *next;
    m_waiting.erase(next);
    makeRunner(*nextSession);
}

void AccountChanges::setReadOnly(const AccountId &account, bool isReadOnly)
{
    if (ChangeRunner *found = runner(account))
        found->setReadOnly(isReadOnly);
}

ChangeRunner *AccountChanges::runner(const AccountId &account) const
{
    const auto found = m_runners.find(account);
    return found == m_runners.end() ? nullptr : found->second.get();
}

const ChangeRecord *AccountChanges::onTheWire() const
{
    for (const auto &[account, runner] : m_runners) {
        if (const ChangeRecord *change = runner->onTheWire())
            return change;
    }
    for (const Leaving &leaving : m_leaving) {
        if (const ChangeRecord *change = leaving.runner->onTheWire())
            return change;
    }
    return nullptr;
}

void AccountChanges::stopSending()
{
    for (const auto &[account, runner] : m_runners)
        runner->leave();
}
