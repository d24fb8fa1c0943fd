// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/change.h"
#include "ui/widgets/factlist.h"

// What the details of a change tell, without secrets: keys, setup links and configuration IDs are not in the journal.

/// What its state means for the person, and what can be done.
QString changeMeaning(const ChangeRecord &change);
/// When, account, target, place, run.
FactSection changeFacts(const ChangeRecord &change, const QString &accountName);
/// Verb, path, and each field of the body.
FactSection requestFacts(const ChangeRecord &change);
/// A line for each attempt.
FactSection attemptFacts(const ChangeRecord &change);
/// What the answer or the look-up gave.
FactSection answerFacts(const ChangeRecord &change);
