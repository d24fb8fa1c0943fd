// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/fleet/fleet.h"
#include "app/steward/accountchanges.h"
#include "app/steward/createdcompanies.h"

#include <QObject>

#include <memory>
#include <vector>

class SandboxProcess;
struct SandboxOptions;

/// The program without its window: makes and joins the sessions, the fleet, the changes and the sandbox.
class Steward : public QObject
{
    Q_OBJECT

public:
    /// \a retries is shared by every session. \a profile: the folder of the journal of changes; empty: it lasts as long as this.
    explicit Steward(QObject *parent = nullptr,
                     std::shared_ptr<ReadRetries> retries = std::make_shared<ReadRetries>(),
                     const QString &profile = {}, ChangeRunner::Setup changes = {});
    /// Waits for a change that is on the wire, up to its limits. Whoever does not want to wait calls stopSending() and
    /// lets this go after AccountChanges::sendingEnded().
    ~Steward() override;

    Fleet &fleet() { return m_fleet; }
    AccountChanges &changes() { return m_changes; }
    ChangeJournal &journal() { return m_changes.journal(); }
    /// By which changes of \a account are sent; nullptr: it is not open, or not yet.
    ChangeRunner *runner(const AccountId &account) const { return m_changes.runner(account); }
    bool isSending() const { return m_changes.isSending(); }
    /// Sends no further change. What is on the wire comes to its end.
    void stopSending() { m_changes.stopSending(); }
    bool hasSession() const { return !m_sessions.empty(); }
    /// The account that is open, the first one of several; nullptr when none is.
    const Account *account() const;
    /// All that are open, in the order in which they were opened.
    QList<Account> accounts() const;
    /// nullptr: the account is not open.
    Session *session(const AccountId &account) const;

    /// Signs in for this run, alone, and begins to read.
    void open(Account account, Secret key);
    /// Signs in beside the accounts that are open, and reads them all. The sandbox is never one of several: it is closed.
    void join(Account account, Secret key);
    /// Ends the session of \a account and forgets what it read. One that is not open: nothing.
    void close(const AccountId &account);
    /// Name, colour and the like of an open account.
    void setAccount(const Account &account);
    /// The session of \a account goes on with \a key, with all that it has read, and reads again.
    void replaceKey(const AccountId &account, Secret key);

    /// Starts the sandbox as a process of its own and opens it. Ends in opened() or sandboxFailed().
    void openSandbox(const SandboxOptions &options);
    /// Ends the sandbox's process. What was read from it stays, and nothing more can be.
    void closeSandbox();

signals:
    void opened(const Account &account);
    /// \a account is not open any more. Not said where another one took its place: opened() says that.
    void closed(const AccountId &account);
    void accountChanged(const Account &account);
    /// The server began to refuse the key of \a account, or takes it again. Once for any number of calls.
    void keyRefusedChanged(const AccountId &account, bool isRefused);
    /// The clock of the server of \a account began to differ from this computer's, or agrees again: ApiClient::clockAhead().
    void clockAheadChanged(const AccountId &account);
    /// \a sentence says what happened and what to do.
    void sandboxFailed(const QString &sentence);

private:
    void add(Account account, Secret key);
    enum class Announce { No, Yes };

    void closeWhere(const std::function<bool(const Account &)> &isMeant, Announce announce = Announce::Yes);

    std::shared_ptr<ReadRetries> m_retries;
    std::vector<std::unique_ptr<Session>> m_sessions;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Fleet m_fleet;
    AccountChanges m_changes;
    CreatedCompanies m_created{m_fleet, m_changes};
};
