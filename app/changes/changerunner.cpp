// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changerunner.h"

#include "app/changes/changerules.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

ChangeTrouble troubleOf(const JournalTrouble &trouble)
{
    return {.what = trouble.what(), .advice = trouble.advice()};
}

} // namespace

ChangeRunner::ChangeRunner(ChangeJournal &journal, AccountId account, ApiClient &client,
                           ChangeSubjects subjects, Setup setup, QObject *parent)
    : QObject(parent), m_journal(journal), m_account(std::move(account)), m_client(&client),
      m_subjects(std::move(subjects)), m_setup(std::move(setup))
{
    takeOver();
}

ChangeRunner::~ChangeRunner() = default;

// What an earlier Steward left: nothing of it is sent before the person says so.
void ChangeRunner::takeOver()
{
    std::vector<ChangeId> unknown;
    for (const ChangeRecord &change : m_journal.changes()) {
        const bool isChecked =
            change.state == ChangeState::Unknown && change.lookUp == LookUpState::StillChecking;
        if (change.account != m_account || (!isChecked && change.state != ChangeState::Waiting))
            continue;
        Lane &lane = laneOf(change);
        lane.isPaused = true;
        lane.why = ChangeTrouble{
            .what = tr("Steward ended before this was done."),
            .advice = tr("What was confirmed and not sent yet waits. Go on, or cancel the rest.")};
        if (change.state == ChangeState::Waiting)
            lane.waiting.push_back(change.id);
        else
            unknown.push_back(change.id);
    }
    for (const ChangeId id : unknown)
        check(id, LookUpTimes(now()));
}

void ChangeRunner::step() const
{
    if (m_setup.beforeStep)
        m_setup.beforeStep();
}

static ChangeTrouble readOnlyTrouble()
{
    return {.what = ChangeRunner::tr("This account is read-only."),
            .advice = ChangeRunner::tr("Nothing is sent. Its settings can allow changes.")};
}

void ChangeRunner::setReadOnly(bool isReadOnly)
{
    if (isReadOnly == m_setup.isReadOnly)
        return;
    m_setup.isReadOnly = isReadOnly;
    if (isReadOnly)
        stopAll(readOnlyTrouble());
}

tl::expected<RunId, ChangeTrouble> ChangeRunner::start(const NewRun &run)
{
    if (m_setup.isReadOnly)
        return tl::unexpected(readOnlyTrouble());
    QStringList titles;
    for (const NewChange &change : run.changes) {
        const ChangeSubject *subject = subjectOf({.change = change});
        titles << (subject ? subject->title() : QString());
    }
    step();
    const auto id = m_journal.add(m_account, run, titles);
    step();
    if (!id)
        return tl::unexpected(troubleOf(id.error()));
    const std::vector<ChangeId> changes = m_journal.changesOf(*id);
    m_lanes[*id].waiting.assign(changes.begin(), changes.end());
    nextSoon();
    return *id;
}

void ChangeRunner::pause(RunId run)
{
    m_lanes[run].isPaused = true;
    emit runChanged(run);
}

void ChangeRunner::goOn(RunId run)
{
    if (m_setup.isReadOnly)
        return;
    Lane &lane = m_lanes[run];
    lane.isPaused = false;
    lane.why.reset();
    lane.unknownInARow = 0;
    emit runChanged(run);
    nextSoon();
}

JournalResult ChangeRunner::cancelRest(RunId run)
{
    Lane &lane = m_lanes[run];
    const bool isLookingBefore =
        m_current && m_current->look && m_journal.find(m_current->change)->run == run;
    if (isLookingBefore)
        putBack();
    std::vector<ChangeRecord> cancelled;
    for (const ChangeId id : lane.waiting) {
        ChangeRecord change = *m_journal.find(id);
        change.state = ChangeState::NotSent;
        change.endedAt = QDateTime::currentDateTimeUtc();
        change.failure = ChangeFailure{.what = tr("Cancelled before it was sent."), .advice = {}};
        cancelled.push_back(std::move(change));
    }
    const JournalResult done = write(cancelled);
    if (done) {
        lane = {};
        for (const ChangeRecord &change : cancelled)
            emit changeEnded(change);
    }
    emit runChanged(run);
    nextSoon();
    return done;
}

JournalResult ChangeRunner::retry(const std::vector<ChangeId> &changes)
{
    std::vector<ChangeRecord> again;
    for (const ChangeId id : changes) {
        const ChangeRecord *known = m_journal.find(id);
        if (!known || known->account != m_account || !mayBeRetried(*known))
            continue;
        ChangeRecord change = *known;
        change.state = ChangeState::Waiting;
        change.lookUp = LookUpState::None;
        change.sentThisTime = 0;
        change.failure.reset();
        again.push_back(std::move(change));
    }
    if (const JournalResult done = write(again); !done)
        return done;
    for (const ChangeRecord &change : again) {
        m_checks.erase(change.id);
        Lane &lane = laneOf(change);
        lane.waiting.push_back(change.id);
        lane.isPaused = false;
        lane.why.reset();
        lane.unknownInARow = 0;
        emit runChanged(change.run);
    }
    nextSoon();
    return {};
}

bool ChangeRunner::isPaused(RunId run) const
{
    const auto lane = m_lanes.find(run);
    return lane != m_lanes.end() && lane->second.isPaused;
}

std::optional<ChangeTrouble> ChangeRunner::pauseOf(RunId run) const
{
    const auto lane = m_lanes.find(run);
    return lane == m_lanes.end() ? std::nullopt : lane->second.why;
}

bool ChangeRunner::isUnderWay(RunId run) const
{
    const auto lane = m_lanes.find(run);
    const bool isWaiting = lane != m_lanes.end() && !lane->second.waiting.empty();
    return isWaiting || (m_current && m_journal.find(m_current->change)->run == run);
}

std::chrono::milliseconds ChangeRunner::pace(RunId run) const
{
    const auto lane = m_lanes.find(run);
    return lane == m_lanes.end() ? 0ms : lane->second.pace.spacing();
}

std::chrono::milliseconds ChangeRunner::waitLeft(RunId run) const
{
    const auto lane = m_lanes.find(run);
    return lane == m_lanes.end() || lane->second.waiting.empty() ? 0ms : lane->second.pace.waitAt(now());
}

void ChangeRunner::leave()
{
    m_isLeaving = true;
    m_checks.clear();
    if (m_current && m_current->look)
        putBack();
}

const ChangeSubject *ChangeRunner::subjectOf(const ChangeRecord &change) const
{
    const auto found = std::ranges::find_if(
        m_subjects, [&](const auto &subject) { return subject->kind() == change.change.kind; });
    return found == m_subjects.end() ? nullptr : found->get();
}

QSet<QString> ChangeRunner::keysOfOthers(const ChangeRecord &change) const
{
    QSet<QString> keys = m_journal.keysOf(m_account, change.change.kind);
    keys.remove(change.answer.key);
    return keys;
}

JournalResult ChangeRunner::write(const std::vector<ChangeRecord> &changes)
{
    step();
    const JournalResult done = m_journal.put(changes);
    step();
    if (!done)
        stopAll(troubleOf(done.error()));
    return done;
}

// What happened has happened, whether the disk takes it or not.
void ChangeRunner::keep(const ChangeRecord &change)
{
    step();
    const JournalResult done = m_journal.keep(change);
    step();
    if (!done)
        stopAll(troubleOf(done.error()));
}

void ChangeRunner::stop(RunId run, const ChangeTrouble &trouble)
{
    Lane &lane = m_lanes[run];
    lane.isPaused = true;
    lane.why = trouble;
    emit runChanged(run);
    emit stopped(trouble);
}

void ChangeRunner::stopAll(const ChangeTrouble &trouble)
{
    bool isAnyStopped = false;
    for (auto &[run, lane] : m_lanes) {
        if (lane.isPaused || lane.waiting.empty())
            continue;
        lane.isPaused = true;
        lane.why = trouble;
        isAnyStopped = true;
        emit runChanged(run);
    }
    if (isAnyStopped)
        emit stopped(trouble);
}
