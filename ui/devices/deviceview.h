// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedview.h"

class DeviceGrid;
class DeviceQuery;

/// What \a grid and \a query show now, as a view without a name: the text in force, the columns with their widths, the sort.
SavedView viewOf(const DeviceGrid &grid, const DeviceQuery &query);

/// Shows \a view. Columns that this grid does not have are passed over; the name of a device is always shown.
void showView(const SavedView &view, DeviceGrid &grid, DeviceQuery &query);

/// True when \a shown (of viewOf()) asks for the same devices in the same order and columns as \a view. How wide they are
/// does not count.
bool looksLike(const SavedView &shown, const SavedView &view);
