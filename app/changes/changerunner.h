// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"
#include "app/changes/changesubject.h"
#include "app/changes/lookuptimes.h"
#include "app/changes/runpace.h"
#include "app/changes/writedoor.h"
#include "app/net/retryclock.h"

#include <QPointer>

#include <deque>
#include <functional>

/// Sends the changes of one account, one at a time, each in the journal before it is on the wire, and finds out what became of those
/// whose answer was lost. How a subject uses it: see ChangeSubject.
///
/// A POST has one attempt per confirmation, and a second one only if the confirmation covers it and two look-ups proved the first
/// absent. A PUT has two at most. A run pauses by itself when going on would end the same way: key refused, no
/// network, no room for the journal, several unknown in a row. 429 makes it wait and go on at half the pace.
class ChangeRunner : public QObject
{
    Q_OBJECT

public:
    /// What tests may want to know or to be different.
    struct Setup
    {
        std::shared_ptr<RetryClock> clock = std::make_shared<RetryClock>();
        int mostUnknownInARow = 5; ///< A run of more than that many changes pauses then; 0: never.
        std::function<void()>
            beforeStep{}; ///< Right before each line of the journal and each sending, and right after.
        bool isReadOnly = false; ///< The account may not change anything: start() refuses.
    };

    /// \a journal outlives the runner, and the runner its \a client (see leave()). What the journal says to be unknown in \a account
    /// is looked up at once; runs that were not at their end are paused.
    ChangeRunner(ChangeJournal &journal, AccountId account, ApiClient &client, ChangeSubjects subjects,
                 Setup setup, QObject *parent = nullptr);
    ~ChangeRunner() override;

    bool isReadOnly() const { return m_setup.isReadOnly; }
    /// From now on nothing is sent, not by a run that is under way either: those pause, and goOn() does nothing. Or changes are allowed
    /// again.
    void setReadOnly(bool isReadOnly);
    const ChangeJournal &journal() const { return m_journal; }

    /// Writes \a run into the journal and begins to send it, never before this returns. Nothing is sent when that fails.
    tl::expected<RunId, ChangeTrouble> start(const NewRun &run);

    /// Ends nothing that is on the wire: no further change of \a run is sent until it goes on.
    void pause(RunId run);
    void goOn(RunId run);
    /// What still waits of \a run ends as not sent.
    JournalResult cancelRest(RunId run);
    /// The person's new confirmation for those of \a changes that mayBeRetried(); the others stay as they are.
    JournalResult retry(const std::vector<ChangeId> &changes);
    /// Looks up a change that is Unknown, now.
    void checkNow(ChangeId change);

    bool isPaused(RunId run) const;
    /// Why it paused by itself; nullopt: it did not.
    std::optional<ChangeTrouble> pauseOf(RunId run) const;
    /// Something of \a run waits, is on the wire, or is between two attempts.
    bool isUnderWay(RunId run) const;
    /// At present at most one change in this time, and nothing before \a waitLeft is over; 0: no brake.
    std::chrono::milliseconds pace(RunId run) const;
    std::chrono::milliseconds waitLeft(RunId run) const;

    /// A change is on the wire.
    bool isSending() const { return m_current && m_current->isOnTheWire; }
    /// That change; nullptr: none.
    const ChangeRecord *onTheWire() const
    {
        return isSending() ? m_journal.find(m_current->change) : nullptr;
    }
    bool isLookingUp(ChangeId change) const { return m_checks.contains(change); }

    /// Sends nothing any more: before the client goes. What is on the wire is still written down when it ends.
    void leave();

signals:
    /// \a change has come to its end, or to Unknown; and once more when a look-up decides what was Unknown.
    void changeEnded(const ChangeRecord &change);
    /// Pause, pace, or counts.
    void runChanged(RunId run);
    /// Nothing is on the wire any more.
    void sendingEnded();
    /// Runs paused by themselves: once for each trouble.
    void stopped(const ChangeTrouble &trouble);

private:
    // A run that is not at its end.
    struct Lane
    {
        std::deque<ChangeId> waiting{};
        bool isPaused = false;
        std::optional<ChangeTrouble> why{};
        int unknownInARow = 0;
        RunPace pace{};
    };
    struct Current
    {
        ChangeId change;
        bool isOnTheWire = false;
        std::chrono::milliseconds since{0};
        std::unique_ptr<LookUp> look{};
    };
    struct Check
    {
        LookUpTimes times;
        bool wasProved = false; // absent already: another look can only find it after all
        quint64 turn = 0; // a timer of an earlier turn does nothing
        std::unique_ptr<LookUp> look{};
    };

    void takeOver();
    void step() const;
    JournalResult write(const std::vector<ChangeRecord> &changes);
    void keep(const ChangeRecord &change);
    void nextSoon();
    void next();
    std::optional<RunId> nextRun();
    void begin(ChangeId id);
    void takeLookBefore(const Sighting &sighting);
    void putBack();
    void send(ChangeRecord change);
    void sendAgainLater(const ChangeRecord &change, const ApiError &error);
    void takeOutcome(const WriteOutcome<ChangeAnswer> &outcome);
    void takeFailure(ChangeRecord change, const WriteOutcome<ChangeAnswer> &outcome);
    void endAsNotSent(const ChangeFailure &failure);
    void endCurrent(ChangeRecord change);
    void stop(RunId run, const ChangeTrouble &trouble);
    void stopAll(const ChangeTrouble &trouble);

    void check(ChangeId id, const LookUpTimes &times);
    void look(ChangeId id);
    void takeLookUp(ChangeId id, const Sighting &sighting);
    bool mayBeOfAnother(const ChangeRecord &change, const ChangeAnswer &seen) const;
    void lookAgainLater(ChangeId id);
    void endAsFound(ChangeRecord change, const ChangeAnswer &answer);
    void endAsNotFound(ChangeRecord change);
    void endCheck(ChangeRecord change);

    const ChangeSubject *subjectOf(const ChangeRecord &change) const;
    QSet<QString> keysOfOthers(const ChangeRecord &change) const;
    Lane &laneOf(const ChangeRecord &change) { return m_lanes[change.run]; }
    std::chrono::milliseconds now() const { return m_setup.clock->now(); }

    ChangeJournal &m_journal;
    AccountId m_account;
    QPointer<ApiClient> m_client;
    ChangeSubjects m_subjects;
    Setup m_setup;
    std::map<RunId, Lane> m_lanes;
    RunId m_lastRun = RunId::None; // runs take turns
    std::optional<Current> m_current;
    std::map<ChangeId, Check> m_checks;
    quint64 m_turn = 0;
    bool m_isNextPosted = false;
    bool m_isLeaving = false;
};
