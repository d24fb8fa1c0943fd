// SPDX-License-Identifier: GPL-3.0-or-later
// What became of changes whose answer was lost: looking at the server until it is known.
#include "app/changes/changerunner.h"

#include "app/changes/changerules.h"

using namespace std::chrono_literals;

void ChangeRunner::checkNow(ChangeId change)
{
    const ChangeRecord *known = m_journal.find(change);
    if (!known || known->account != m_account || known->state != ChangeState::Unknown || m_isLeaving)
        return;
    if (const auto found = m_checks.find(change); found == m_checks.end())
        check(change, LookUpTimes(now()));
    else if (!found->second.look)
        look(change);
}

void ChangeRunner::check(ChangeId id, const LookUpTimes &times)
{
    const bool wasProved = m_journal.find(id)->lookUp == LookUpState::NotFound;
    m_checks.insert_or_assign(id, Check{.times = times, .wasProved = wasProved});
    look(id);
}

void ChangeRunner::look(ChangeId id)
{
    const ChangeRecord &change = *m_journal.find(id);
    const ChangeSubject *subject = subjectOf(change);
    Check &check = m_checks.at(id);
    check.turn = ++m_turn;
    if (subject && m_client)
        check.look = subject->lookUp(*m_client, change, keysOfOthers(change));
    if (check.look) {
        connect(check.look.get(), &LookUp::ended, this,
                [this, id](const Sighting &sighting) { takeLookUp(id, sighting); });
        emit runChanged(change.run);
        return;
    }
    ChangeRecord changed = change;
    changed.lookUp = LookUpState::NotPossible;
    endCheck(std::move(changed));
}

void ChangeRunner::takeLookUp(ChangeId id, const Sighting &sighting)
{
    Check &check = m_checks.at(id);
    check.look.release()->deleteLater(); // it is still on the stack
    ChangeRecord change = *m_journal.find(id);
    switch (sighting.kind) {
    case Sighting::Kind::Present:
        if (mayBeOfAnother(change, sighting.answer))
            break;
        endAsFound(std::move(change), sighting.answer);
        return;
    case Sighting::Kind::Absent:
        check.times.addAbsent(now());
        if (check.wasProved || check.times.isAbsenceProved()) {
            endAsNotFound(std::move(change));
            return;
        }
        break;
    case Sighting::Kind::Failed:
        check.times.addFailed();
        if (check.wasProved || (sighting.error && isAboutTheKey(sighting.error->kind))) {
            m_checks.erase(id); // what is known of it stays; it is looked up again when the person wants it
            emit runChanged(change.run);
            return;
        }
        break;
    }
    lookAgainLater(id);
    emit runChanged(change.run);
}

/// Another change may have made what was seen, after the look had begun, or be making it right now.
bool ChangeRunner::mayBeOfAnother(const ChangeRecord &change, const ChangeAnswer &seen) const
{
    if (keysOfOthers(change).contains(seen.key))
        return true;
    const ChangeRecord *sent = onTheWire();
    return sent && sent->change.kind == change.change.kind
        && sent->change.target.compare(change.change.target, Qt::CaseInsensitive) == 0;
}

void ChangeRunner::lookAgainLater(ChangeId id)
{
    const Check &check = m_checks.at(id);
    m_setup.clock->callAfter(check.times.wait(), this, [this, id, turn = check.turn] {
        const auto found = m_checks.find(id);
        if (found != m_checks.end() && found->second.turn == turn && !found->second.look)
            look(id);
    });
}

void ChangeRunner::endAsFound(ChangeRecord change, const ChangeAnswer &answer)
{
    change.answer = answer;
    change.state = answer.isWhole ? ChangeState::Done : ChangeState::DoneInPart;
    change.lookUp = LookUpState::Found;
    endCheck(std::move(change));
}

void ChangeRunner::endAsNotFound(ChangeRecord change)
{
    const bool wasNews = change.lookUp != LookUpState::NotFound;
    change.lookUp = LookUpState::NotFound;
    if (!wasNews || !mayBeSent(change, *m_journal.find(change.run))) {
        endCheck(std::move(change));
        return;
    }
    // the confirmation covers it: it waits once more
    m_checks.erase(change.id);
    change.state = ChangeState::Waiting;
    keep(change);
    laneOf(change).waiting.push_back(change.id);
    emit runChanged(change.run);
    nextSoon();
}

void ChangeRunner::endCheck(ChangeRecord change)
{
    m_checks.erase(change.id);
    change.endedAt = QDateTime::currentDateTimeUtc();
    keep(change);
    emit changeEnded(*m_journal.find(change.id));
    emit runChanged(change.run);
}
