// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "app/fleet/healthcounts.h"
#include "ui/widgets/factlist.h"

#include <optional>

/// What the details pane tells of a company: status, devices, as of when and in which health, ID. \a devices is nullopt while they are not read.
FactSection companyFacts(const CompanyEntry &entry, std::optional<qsizetype> devices,
                         const HealthCounts &health);

/// Where the company stands and what that means, for the line below its name.
QString companyPlaceText(const Fleet &fleet, const CompanyEntry &entry);

/// What is wrong with what is known of the company, in sentences; empty when nothing is.
QString companyWarning(const CompanyEntry &entry);
