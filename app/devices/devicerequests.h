// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/devices/rawdevice.h"
#include "app/net/readrequest.h"

/// Every device that the key can see: the call without a company.
/// Source: API document, "Fetch Device Summary"; which devices that brings is not stated (PRODUCT facts: all of the account).
ListRequest deviceList();

/// Every device of one company.
ListRequest deviceList(const CompanyId &company);

/// One device's own row, for looking at what the server really says. The answer is a list all the same, and may hold more rows than asked
/// for: choose by rawDeviceIn(). An unknown device is an empty list or NotFound: the API document does not say which.
ReadRequest<QList<RawDevice>> rawDevice(const DeviceId &device, const CompanyId &company);
