// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"

// What may be sent, and what a failure means for what comes after it. Pure. Source: RELIABILITY.md, section 5.

/// True when \a change may go to the wire now: a POST once in a confirmation, and once more when \a run covers it and two look-ups proved
/// the first one absent; a PUT twice.
bool mayBeSent(const ChangeRecord &change, const ChangeRun &run);

/// A PUT that failed like this is worth its second attempt.
bool isWorthASecondAttempt(const ApiError &error);

/// The server wants fewer requests.
bool isBrake(ErrorKind kind);

/// Every further change of the account would end the same way: the key, the rights, the account, or no way to the API.
bool isAboutEverything(ErrorKind kind);

/// Looking again by itself would only repeat the refusal: it waits for the person.
bool isAboutTheKey(ErrorKind kind);
