// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/rememberedverdict.h"

class Settings;
class Steward;

/// What was seen of dry runs on \a account at the endpoint that it is open at. \a settings outlive it.
RememberedVerdict dryRunVerdict(const Steward &steward, Settings &settings, const AccountId &account);
