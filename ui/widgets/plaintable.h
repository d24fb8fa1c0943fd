// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

/// Makes \a table one of whole rows: of one height, without a grid, each cell with room at its sides, and Tab leaves it.
void setUpPlainTable(QTableView *table, const QString &name, const QString &accessibleName);
