// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendcompany.h"
#include "app/sandbox/pretendplan.h"

#include <cstdint>
#include <vector>

/// The first ID of a plan that is made while the sandbox runs; those that were there before are below.
inline constexpr std::uint32_t firstCreatedPlanId = 400'000;

/// The plans that \a company, number \a position of its fleet, has from the beginning: a cloud plan for all as a rule,
/// often one for its servers as whole machines, sometimes a local copy or a monthly archive. Some are switched off, a
/// few companies have none, and companies without devices have none either. The same \a seed, the same plans.
std::vector<PretendPlan> seededPlans(std::uint64_t seed, const PretendCompany &company,
                                     std::uint32_t position);
