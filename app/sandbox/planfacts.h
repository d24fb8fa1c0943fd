// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendplan.h"

#include <string>

/// Appends what a plan says of itself, from "exclude_system" to "schedule_info", each field with a comma before it.
/// Source: API document, Fetch Backup Plan, its sample. That has no plan of files: their fields stand where Create
/// Backup Plan has them and under its names.
void appendPlanFacts(std::string &json, const PretendPlan &plan);
