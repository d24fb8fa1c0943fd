// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/readrequest.h"

/// Every device that the key can see: the call without a company.
/// Source: API document, "Fetch Device Summary"; which devices that brings is not stated (PRODUCT facts: all of the account).
ListRequest deviceList();

/// Every device of one company.
ListRequest deviceList(const CompanyId &company);
