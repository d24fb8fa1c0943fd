// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicecolumnmenu.h"

#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

static void showAsAtFirst(DeviceGrid &grid)
{
    QHeaderView &header = *grid.horizontalHeader();
    for (const DeviceColumnRow &row : deviceColumnTable) {
        const int section = static_cast<int>(row.column);
        header.setSectionHidden(section, false);
        header.moveSection(header.visualIndex(section), section);
        header.resizeSection(section, row.width);
    }
}

void fillColumnMenu(QMenu &menu, DeviceGrid &grid)
{
    for (const DeviceColumnRow &row : deviceColumnTable) {
        const int section = static_cast<int>(row.column);
        QAction *action = menu.addAction(columnHeader(row.column));
        action->setObjectName(u"column-"_s + QLatin1StringView(row.word));
        action->setCheckable(true);
        action->setChecked(!grid.isColumnHidden(section));
        action->setEnabled(row.column != DeviceColumn::Name); // without it nobody knows which row is which
        QObject::connect(action, &QAction::toggled, &grid,
                         [&grid, section](bool shown) { grid.setColumnHidden(section, !shown); });
    }
    menu.addSeparator();
    QAction *reset = menu.addAction(QCoreApplication::translate("DeviceGrid", "All columns, as at first"));
    reset->setObjectName(u"resetColumns"_s);
    QObject::connect(reset, &QAction::triggered, &grid, [&grid] { showAsAtFirst(grid); });
}
