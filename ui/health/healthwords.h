// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/healthcounts.h"

#include <QString>

/// What a health bar says: "3 failing or never, 6 late or stale, 9 offline or unknown, 4 running, 390 protected of 412", without what there
/// is none of; what is not managed is named behind it. Empty where there is no device.
QString healthBarText(const HealthCounts &counts);

/// "3 failing or never"; empty for none, and for HealthTone::None.
QString toneText(const HealthCounts &counts, HealthTone tone);
