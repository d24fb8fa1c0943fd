// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/setupkit.h"
#include "app/enrolment/setupsystem.h"
#include "app/net/readrequest.h"

/// The configuration ID and the setup link of a company for one system. All four parameters are always sent.
/// Errors: Unreadable when the answer holds neither of the two. Compare the kit by checkedKit() before it is handed on.
/// Source: API document, "Fetch Configuration ID".
ReadRequest<SetupKit> setupKit(const CompanyId &company, SetupSystem system, SetupOptions options);
