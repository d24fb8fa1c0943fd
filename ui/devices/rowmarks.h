// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <QString>

/// True when a row carries a warning mark beside its name.
bool hasWarningMark(const DeviceTable &table, DeviceRow row);
/// What is odd about a row: a sentence each, one below the other. Empty: nothing.
QString markSentences(const DeviceTable &table, DeviceRow row);
