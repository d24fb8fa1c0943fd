// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/change.h"

#include <QCoreApplication>

ChangeFailure ChangeFailure::of(const ApiError &error)
{
    return {.what = error.what(), .advice = error.advice(), .quotation = error.quotation(), .error = error};
}

std::optional<std::chrono::milliseconds> ChangeRecord::duration() const
{
    if (attempts.empty() || !attempts.back().duration)
        return std::nullopt;
    return std::chrono::milliseconds(attempts.front().at.msecsTo(attempts.back().at))
        + *attempts.back().duration;
}

QString whatCameOf(const ChangeRecord &change)
{
    const auto told = [](const char *text) {
        return QCoreApplication::translate("ChangeWords", text);
    };
    switch (change.state) {
    case ChangeState::Waiting:
    case ChangeState::Running:
        return {};
    case ChangeState::Done:
    case ChangeState::DoneInPart:
        return change.answer.sentence;
    case ChangeState::Refused:
    case ChangeState::NotSent:
        return change.failure ? change.failure->what : QString();
    case ChangeState::Unknown:
        break;
    }
    switch (change.lookUp) {
    case LookUpState::NotFound:
        return told(QT_TRANSLATE_NOOP("ChangeWords", "Answer was lost; two look-ups did not find it."));
    case LookUpState::NotPossible:
        return told(QT_TRANSLATE_NOOP("ChangeWords", "Answer was lost; IDrive cannot be asked about it."));
    default:
        return told(QT_TRANSLATE_NOOP("ChangeWords", "Answer was lost; it is still being looked up."));
    }
}

bool mayBeRetried(const ChangeRecord &change)
{
    switch (change.state) {
    case ChangeState::Refused:
    case ChangeState::NotSent:
        return true;
    case ChangeState::Unknown:
        return change.lookUp == LookUpState::NotFound || change.change.request.isRepeatable();
    default:
        return false;
    }
}
