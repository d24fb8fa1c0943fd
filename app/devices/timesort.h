// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <Qt>

#include <span>

/// Sorts \a rows by the times of \a column; rows of equal times stay in their order, and those without one (noTime) come last in both
/// directions.
void sortByTimes(std::span<DeviceRow> rows, const DeviceTable &table, TimeColumn column,
                 Qt::SortOrder direction);
