// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/devicetable.h"
#include "ui/devices/devicesource.h"
#include "ui/devices/devicetimes.h"

#include <QString>

#include <span>

/// \a devices as the grid shows them, for the clipboard: a line with the headers of \a columns, then a line for each device, values
/// parted by tabs.
QString rowsAsText(const DeviceSource &source, std::span<const DeviceRow> devices,
                   std::span<const DeviceColumn> columns, const Moment &moment);

/// The IDs of \a devices, one in each line. Devices without an ID are left out.
QString idsAsText(const DeviceTable &table, std::span<const DeviceRow> devices);

/// \a devices as a Markdown table of \a columns, as an export writes it: times are UTC and do not grow old.
QString rowsAsMarkdown(const DeviceSource &source, std::span<const DeviceRow> devices,
                       std::span<const DeviceColumn> columns);

/// \a devices for a ticket, a block of lines for each: company and device, the last success, the health and why, all rules that
/// match. Plain text; a server's text stays within its line.
QString rowsForTicket(const DeviceSource &source, std::span<const DeviceRow> devices, const Moment &moment);
