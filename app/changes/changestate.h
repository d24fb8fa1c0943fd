// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"
#include "app/changes/writeoutcome.h"

#include <QString>

#include <array>

/// Where a change stands.
enum class ChangeState {
    Waiting, ///< Confirmed and in the journal; not on the wire yet.
    Running, ///< On the wire, or between two attempts of one confirmation.
    Done,
    DoneInPart, ///< The server did some of it, e.g. left devices out.
    Refused, ///< The server says that it was not done. Certain.
    NotSent, ///< No server has the whole request. Certain.
    Unknown, ///< It may have been done; see LookUpState.
};

/// What looking at the server has shown of a change whose answer was lost.
enum class LookUpState {
    None, ///< There is nothing to look up.
    StillChecking,
    Found, ///< It is there; its state is Done.
    NotFound, ///< Two look-ups at least 30 s apart, the last at least 60 s after the last byte went out, did not find it.
    NotPossible, ///< The API cannot tell.
};

inline constexpr std::array changeStates{ChangeState::Waiting,    ChangeState::Running, ChangeState::Done,
                                         ChangeState::DoneInPart, ChangeState::Refused, ChangeState::NotSent,
                                         ChangeState::Unknown};

/// For the person: "Done in part".
QString label(ChangeState state);
QString label(LookUpState state);

/// How the journal writes it; these words never change.
QString journalWord(ChangeState state);
QString journalWord(LookUpState state);
QString journalWord(WriteEnd end);
/// A word that a damaged journal may hold is Unknown, None or no end: nothing that would send anything.
ChangeState changeStateOf(const QString &word);
LookUpState lookUpStateOf(const QString &word);
std::optional<WriteEnd> writeEndOf(const QString &word);

/// Nothing more happens to it by itself.
constexpr bool isOver(ChangeState state)
{
    return state != ChangeState::Waiting && state != ChangeState::Running;
}
