// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/fleet/fleet.h"

#include <QObject>

#include <memory>
#include <vector>

class SandboxProcess;
struct SandboxOptions;

/// The program without its window: makes and joins the sessions, the fleet and the sandbox.
class Steward : public QObject
{
    Q_OBJECT

public:
    /// \a retries is shared by every session.
    explicit Steward(QObject *parent = nullptr,
                     std::shared_ptr<ReadRetries> retries = std::make_shared<ReadRetries>());
    ~Steward() override;

    Fleet &fleet() { return m_fleet; }
    bool hasSession() const { return !m_sessions.empty(); }
    /// The account that is open, nullptr when none is.
    const Account *account() const;

    /// What the open account asked of the API; nullptr when none is open.
    const CallLog *callLog() const;

    /// Signs in for this run and begins to read.
    void open(Account account, Secret key);
    /// Starts the sandbox as a process of its own and opens it. Ends in opened() or sandboxFailed().
    void openSandbox(const SandboxOptions &options);
    /// Ends the sandbox's process. What was read from it stays, and nothing more can be.
    void closeSandbox();

signals:
    void opened(const Account &account);
    /// \a sentence says what happened and what to do.
    void sandboxFailed(const QString &sentence);

private:
    void closeSessions();

    std::shared_ptr<ReadRetries> m_retries;
    std::vector<std::unique_ptr<Session>> m_sessions;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Fleet m_fleet;
};
