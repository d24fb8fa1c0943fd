// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "ui/widgets/factlist.h"

/// A plan in a few lines: what, where, when, and on how many devices. What the API did not say is said to be not reported.
FactSection planFacts(const Plan &plan);

/// "12, 1 pending, 2 failed"; empty when no list of devices was reported.
QString planDevicesText(const Plan &plan);
