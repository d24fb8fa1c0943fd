// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <Qt>

#include <span>

/// Sorts \a rows by \a times, those of each row, as numbers; rows of equal times stay in their order, and those without one (noTime) come
/// last in both directions.
void sortByTimes(std::span<DeviceRow> rows, std::span<const qint64> times, Qt::SortOrder direction);
