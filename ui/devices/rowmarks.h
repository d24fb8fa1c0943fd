// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicesource.h"
#include "ui/devices/devicetimes.h"

#include <QString>

/// True when a row carries a warning mark beside its name.
bool hasWarningMark(const DeviceTable &table, DeviceRow row);
/// What is odd about a row: a sentence each, one below the other. Empty: nothing.
QString markSentences(const DeviceTable &table, DeviceRow row);

/// Another device of the company has the name and the system of this one: a sentence that says which of them is the newer. Empty: none.
QString twinSentence(const DeviceSource &source, DeviceRow row, const Moment &moment);
