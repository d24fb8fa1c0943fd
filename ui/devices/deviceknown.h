// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Acknowledgements;
class DeviceGrid;
class KnownActions;
class QWidget;

/// The actions that acknowledge the devices selected in \a grid, and take that back, with their key. All outlive \a parent, which owns them.
KnownActions *makeKnownActions(Acknowledgements &known, const DeviceGrid &grid, QWidget *parent);
