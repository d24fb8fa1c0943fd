// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandraft.h"

/// What a plan of \a draft would do, a translated line for each part that is sent: what, where, when, options, e-mail, backup set. For the
/// screen; of many paths or patterns the first ones are named and the others counted. For whom it is, is not said.
QStringList planInWords(const PlanDraft &draft);
