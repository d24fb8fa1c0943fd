// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class DeviceGrid;
class QMenu;

/// Puts one entry for each column of \a grid into \a menu, checked while it is shown, and one that shows them all as they were
/// at first.
void fillColumnMenu(QMenu &menu, DeviceGrid &grid);
