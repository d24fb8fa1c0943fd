// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/steward.h"

#include "app/steward/sandboxprocess.h"

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
    closeSessions();
}

const Account *Steward::account() const
{
    return m_sessions.empty() ? nullptr : &m_sessions.back()->account();
}

const CallLog *Steward::callLog() const
{
    return m_sessions.empty() ? nullptr : &m_sessions.back()->client().log();
}

void Steward::open(Account account, Secret key)
{
    closeSessions();
    m_sessions.push_back(std::make_unique<Session>(std::move(account), std::move(key), m_retries));
    Session *session = m_sessions.back().get();
    m_fleet.addSession(session);
    m_changes.addSession(*session);
    emit opened(session->account());
    m_fleet.refresh();
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

void Steward::closeSessions()
{
    std::vector<std::unique_ptr<Session>> closed = std::exchange(m_sessions, {});
    for (std::unique_ptr<Session> &session : closed) {
        m_fleet.removeSession(session.get());
        m_changes.endSession(std::move(session));
    }
}
