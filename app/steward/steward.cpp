// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/steward.h"

#include "app/steward/sandboxprocess.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The sandbox's own, in its documentation: nothing of value hangs on it.
constexpr QByteArrayView sandboxKey("sandbox-key");

} // namespace

Steward::Steward(QObject *parent, std::shared_ptr<ReadRetries> retries, const QString &profile,
                 ChangeRunner::Setup changes)
    : QObject(parent), m_retries(std::move(retries)), m_changes(profile, std::move(changes))
{ }

Steward::~Steward()
{
    closeWhere([](const Account &) { return true; });
}

const Account *Steward::account() const
{
    return m_sessions.empty() ? nullptr : &m_sessions.front()->account();
}

QList<Account> Steward::accounts() const
{
    QList<Account> accounts;
    for (const std::unique_ptr<Session> &session : m_sessions)
        accounts.append(session->account());
    return accounts;
}

Session *Steward::session(const AccountId &account) const
{
    const auto found = std::ranges::find_if(m_sessions, [&account](const std::unique_ptr<Session> &session) {
        return session->account().id == account;
    });
    return found == m_sessions.end() ? nullptr : found->get();
}

void Steward::open(Account account, Secret key)
{
    closeWhere([](const Account &) { return true; }, Announce::No); // opened() tells it all
    add(std::move(account), std::move(key));
}

void Steward::join(Account account, Secret key)
{
    closeWhere([&account](const Account &other) { return other.isSandbox || other.id == account.id; });
    m_fleet.cancel(); // one reading of all, so that there is one time as of which they are
    add(std::move(account), std::move(key));
}

void Steward::close(const AccountId &account)
{
    closeWhere([&account](const Account &other) { return other.id == account; });
}

void Steward::setAccount(const Account &account)
{
    Session *session = this->session(account.id);
    if (!session || session->account() == account)
        return;
    session->setAccount(account);
    m_changes.setReadOnly(account.id, account.isReadOnly);
    m_fleet.takeAccountNames();
    emit accountChanged(account);
}

void Steward::replaceKey(const AccountId &account, Secret key)
{
    Session *session = this->session(account);
    if (!session)
        return;
    m_fleet.cancel(); // what is under way carries the key that was
    session->client().setKey(std::move(key));
    m_fleet.dismissTrouble();
    m_fleet.refresh();
}

void Steward::add(Account account, Secret key)
{
    m_sessions.push_back(std::make_unique<Session>(std::move(account), std::move(key), m_retries));
    Session *session = m_sessions.back().get();
    connect(&session->client(), &ApiClient::keyRefusedChanged, this,
            [this, id = session->account().id](bool isRefused) { emit keyRefusedChanged(id, isRefused); });
    connect(&session->client(), &ApiClient::clockAheadChanged, this,
            [this, id = session->account().id] { emit clockAheadChanged(id); });
    m_fleet.addSession(session);
    m_changes.addSession(*session);
    emit opened(session->account());
    m_fleet.refresh();
}

void Steward::closeWhere(const std::function<bool(const Account &)> &isMeant, Announce announce)
{
    std::vector<std::unique_ptr<Session>> ending;
    for (std::unique_ptr<Session> &session : m_sessions) {
        if (isMeant(session->account()))
            ending.push_back(std::move(session));
    }
    std::erase(m_sessions, nullptr);
    for (std::unique_ptr<Session> &session : ending) {
        const AccountId account = session->account().id;
        m_fleet.removeSession(session.get());
        m_changes.endSession(std::move(session));
        if (announce == Announce::Yes)
            emit closed(account);
    }
}

void Steward::openSandbox(const SandboxOptions &options)
{
    m_sandbox = std::make_unique<SandboxProcess>();
    connect(m_sandbox.get(), &SandboxProcess::failed, this, &Steward::sandboxFailed);
    connect(m_sandbox.get(), &SandboxProcess::listening, this, [this](quint16 port) {
        const auto endpoint = Endpoint::parse(u"http://127.0.0.1:%1/api/msp"_s.arg(port));
        Q_ASSERT(endpoint);
        open({.id = AccountId(u"sandbox"_s), .name = tr("Sandbox"), .endpoint = *endpoint, .isSandbox = true},
             Secret(sandboxKey.toByteArray()));
    });
    m_sandbox->start(options);
}

void Steward::closeSandbox()
{
    m_sandbox.reset();
}
