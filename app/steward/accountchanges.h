// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/changes/changerunner.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

/// The changes of all accounts: one journal, and one runner for each session. Sessions are handed over when they end, so that what
/// they have on the wire comes to its end and is written down.
class AccountChanges : public QObject
{
    Q_OBJECT

public:
    /// \a profile: the folder of the journal; empty: it is kept in memory alone. \a setup is that of every runner.
    explicit AccountChanges(QString profile, ChangeRunner::Setup setup = {}, QObject *parent = nullptr);
    /// Waits for what is on the wire, up to its limits.
    ~AccountChanges() override;

    /// Opened when it is first asked for.
    ChangeJournal &journal();
    /// The journal is gone when Steward ends.
    bool isForThisSessionOnly() const { return m_profile.isEmpty(); }

    /// \a session stays until it is handed back to endSession(). What the journal says to be under way is looked up at once. While an
    /// earlier session of the account still has a change on the wire, its runner is not there yet.
    void addSession(Session &session);
    /// Sends nothing more for \a session, and lets it go when nothing of it is on the wire any more.
    void endSession(std::unique_ptr<Session> session);

    /// See ChangeRunner::setReadOnly().
    void setReadOnly(const AccountId &account, bool isReadOnly);

    /// nullptr: the account is not open, or not yet.
    ChangeRunner *runner(const AccountId &account) const;

    /// The change that is on the wire, of any account; nullptr: none.
    const ChangeRecord *onTheWire() const;
    bool isSending() const { return onTheWire() != nullptr; }
    /// Sends nothing any more: what is on the wire comes to its end, what waits does so until Steward starts again.
    void stopSending();

signals:
    /// The runner of \a account came or went.
    void runnerChanged(const AccountId &account);
    /// As ChangeRunner has them, of every account.
    void changeEnded(const ChangeRecord &change);
    void runChanged(RunId run);
    void stopped(const AccountId &account, const ChangeTrouble &trouble);
    /// Nothing of any account is on the wire any more.
    void sendingEnded();

private:
    struct Leaving
    {
        std::unique_ptr<Session> session;
        std::unique_ptr<ChangeRunner> runner; // goes after the session, whose client still calls it
    };

    void makeRunner(Session &session);
    void letGo(const Session *session);
    void connectRunner(ChangeRunner &runner, const AccountId &account);

    const QString m_profile;
    const ChangeRunner::Setup m_setup;
    std::unique_ptr<ChangeJournal> m_journal;
    std::map<AccountId, std::unique_ptr<ChangeRunner>> m_runners;
    std::vector<Leaving> m_leaving;
    std::vector<Session *> m_waiting; // for an earlier session of their account to be gone
};
