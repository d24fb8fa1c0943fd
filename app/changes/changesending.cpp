// SPDX-License-Identifier: GPL-3.0-or-later
// One change on its way: from the front of its run to the wire, and to its end.
#include "app/changes/changerunner.h"

#include "app/changes/changerules.h"
#include "app/net/retrypolicy.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

void ChangeRunner::nextSoon()
{
    if (std::exchange(m_isNextPosted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isNextPosted = false;
            next();
        },
        Qt::QueuedConnection);
}

void ChangeRunner::next()
{
    if (m_current || m_isLeaving || m_setup.isReadOnly || !m_client)
        return;
    const std::optional<RunId> run = nextRun();
    if (!run)
        return;
    m_lastRun = *run;
    Lane &lane = m_lanes[*run];
    const ChangeId id = lane.waiting.front();
    lane.waiting.pop_front();
    begin(id);
}

// Runs take turns, so that one change need not wait for a thousand: after the last one's first, then from the beginning.
std::optional<RunId> ChangeRunner::nextRun()
{
    std::optional<RunId> first;
    std::optional<RunId> afterLast;
    std::optional<std::chrono::milliseconds> shortestWait;
    for (const auto &[run, lane] : m_lanes) {
        if (lane.isPaused || lane.waiting.empty())
            continue;
        if (const std::chrono::milliseconds wait = lane.pace.waitAt(now()); wait > 0ms) {
            shortestWait = std::min(shortestWait.value_or(wait), wait);
            continue;
        }
        first = first.value_or(run);
        if (run > m_lastRun)
            afterLast = afterLast.value_or(run);
    }
    if (!first && shortestWait)
        m_setup.clock->callAfter(*shortestWait, this, [this] { nextSoon(); });
    return afterLast ? afterLast : first;
}

void ChangeRunner::begin(ChangeId id)
{
    m_current = Current{.change = id};
    const ChangeRecord &change = *m_journal.find(id);
    const ChangeSubject *subject = subjectOf(change);
    if (!subject) {
        endAsNotSent({.what = tr("This Steward does not know this kind of change."),
                      .advice = tr("Nothing was sent. Make it anew where it belongs.")});
        return;
    }
    m_current->look = subject->lookBefore(*m_client, change, keysOfOthers(change));
    if (m_current->look)
        connect(m_current->look.get(), &LookUp::ended, this, &ChangeRunner::takeLookBefore);
    else
        send(change);
}

void ChangeRunner::takeLookBefore(const Sighting &sighting)
{
    m_current->look.release()->deleteLater(); // it is still on the stack
    ChangeRecord change = *m_journal.find(m_current->change);
    Lane &lane = laneOf(change);
    switch (sighting.kind) {
    case Sighting::Kind::Absent:
        if (lane.isPaused || m_isLeaving) {
            putBack();
            return;
        }
        for (auto fact = sighting.facts.begin(); fact != sighting.facts.end(); ++fact)
            change.change.facts.insert(fact.key(), fact.value());
        send(std::move(change));
        return;
    case Sighting::Kind::Present:
        endAsNotSent({.what = sighting.sentence, .advice = tr("Nothing was sent, so nothing was changed.")});
        return;
    case Sighting::Kind::Failed:
        break;
    }
    const ApiError error = sighting.error.value_or(ApiError());
    if (isBrake(error.kind)) {
        lane.pace.brake(now(), error.retryAfter);
        putBack();
        emit runChanged(change.run);
        nextSoon();
        return;
    }
    if (isAboutEverything(error.kind))
        stopAll({.what = error.what(), .advice = error.advice()});
    endAsNotSent({.what = tr("It could not be looked at first: %1").arg(error.what()),
                  .advice = tr("Nothing was sent, so nothing was changed."),
                  .quotation = error.quotation(),
                  .error = error});
}

// It was not sent: it waits again, at the front.
void ChangeRunner::putBack()
{
    laneOf(*m_journal.find(m_current->change)).waiting.push_front(m_current->change);
    m_current.reset();
}

void ChangeRunner::send(ChangeRecord change)
{
    if (!mayBeSent(change, *m_journal.find(change.run))) {
        endAsNotSent({.what = tr("Sending it again was not confirmed."), .advice = {}});
        return;
    }
    change.state = ChangeState::Running;
    change.lookUp = LookUpState::None;
    change.failure.reset();
    ++change.sentThisTime;
    change.attempts.push_back(
        {.number = static_cast<int>(change.attempts.size()) + 1, .at = QDateTime::currentDateTimeUtc()});
    if (const JournalResult written = write({change}); !written) {
        endAsNotSent({.what = written.error().what(), .advice = written.error().advice()});
        return;
    }
    m_current->isOnTheWire = true;
    m_current->since = now();
    const ChangeRequest &request = change.change.request;
    step();
    WriteDoor(*m_client).send<ChangeAnswer>(
        {.verb = request.verb,
         .path = request.path,
         .query = request.query,
         .body = request.body,
         .limits = request.limits,
         .read = subjectOf(change)->reader()},
        this, [this](const WriteOutcome<ChangeAnswer> &outcome) { takeOutcome(outcome); });
    step();
    emit runChanged(change.run);
}

void ChangeRunner::takeOutcome(const WriteOutcome<ChangeAnswer> &outcome)
{
    ChangeRecord change = *m_journal.find(m_current->change);
    Lane &lane = laneOf(change);
    ChangeAttempt &attempt = change.attempts.back();
    attempt.duration = now() - m_current->since;
    attempt.end = outcome.end();
    lane.pace.noteSent(m_current->since, *attempt.duration);
    if (!outcome.isDone()) {
        attempt.httpStatus = outcome.error().httpStatus;
        takeFailure(std::move(change), outcome);
        return;
    }
    lane.pace.noteDone();
    lane.unknownInARow = 0;
    change.answer = subjectOf(change)->judged(outcome.value(), change);
    change.state = change.answer.isWhole ? ChangeState::Done : ChangeState::DoneInPart;
    endCurrent(std::move(change));
}

void ChangeRunner::takeFailure(ChangeRecord change, const WriteOutcome<ChangeAnswer> &outcome)
{
    const ApiError &error = outcome.error();
    Lane &lane = laneOf(change);
    if (isBrake(error.kind))
        lane.pace.brake(now(), error.retryAfter);
    if (const auto answer = subjectOf(change)->doneBy(error, change)) {
        change.answer = *answer;
        change.state = ChangeState::Done;
        endCurrent(std::move(change));
        return;
    }
    if (change.change.request.isRepeatable() && change.sentThisTime < 2 && !m_isLeaving
        && isWorthASecondAttempt(error)) {
        sendAgainLater(change, error);
        return;
    }
    change.failure = ChangeFailure::of(error);
    if (outcome.end() == WriteEnd::Unknown) {
        change.state = ChangeState::Unknown;
        change.lookUp = LookUpState::StillChecking;
        ++lane.unknownInARow;
    } else {
        change.state = outcome.end() == WriteEnd::Refused ? ChangeState::Refused : ChangeState::NotSent;
        lane.unknownInARow = 0;
    }
    const bool isTooManyUnknown =
        m_setup.mostUnknownInARow > 0 && lane.unknownInARow >= m_setup.mostUnknownInARow;
    if (isAboutEverything(error.kind))
        stopAll({.what = error.what(), .advice = error.advice()});
    else if (isTooManyUnknown && !lane.waiting.empty())
        stop(change.run,
             {.what = tr("The outcome of the last changes is not known, of %n in a row.", nullptr,
                         lane.unknownInARow),
              .advice = tr("They are being looked up. Go on when the service answers again.")});
    endCurrent(std::move(change));
}

void ChangeRunner::sendAgainLater(const ChangeRecord &change, const ApiError &error)
{
    const std::chrono::milliseconds own =
        waitBeforeRetry(error, 1, m_setup.clock->chance()).value_or(std::chrono::milliseconds(1s));
    const std::chrono::milliseconds wait = std::max(own, laneOf(change).pace.waitAt(now()));
    const ChangeId id = change.id;
    m_current->isOnTheWire = false;
    keep(change);
    m_setup.clock->callAfter(wait, this, [this, id] {
        if (m_current && m_current->change == id && !m_isLeaving && m_client)
            send(*m_journal.find(id));
    });
    emit sendingEnded();
}

void ChangeRunner::endAsNotSent(const ChangeFailure &failure)
{
    ChangeRecord change = *m_journal.find(m_current->change);
    change.state = ChangeState::NotSent;
    change.failure = failure;
    endCurrent(std::move(change));
}

void ChangeRunner::endCurrent(ChangeRecord change)
{
    change.endedAt = QDateTime::currentDateTimeUtc();
    const bool wasOnTheWire = m_current->isOnTheWire;
    m_current.reset();
    keep(change);
    if (change.state == ChangeState::Unknown && !m_isLeaving)
        check(change.id, LookUpTimes(now()));
    emit changeEnded(*m_journal.find(change.id));
    emit runChanged(change.run);
    if (wasOnTheWire)
        emit sendingEnded();
    nextSoon();
}
