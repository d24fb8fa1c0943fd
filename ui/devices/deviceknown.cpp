// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceknown.h"

#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/health/knownactions.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

static KnownActions::Chosen chosenDevices(const DeviceGrid &grid)
{
    const DeviceGridModel &model = grid.deviceModel();
    const std::vector<DeviceRow> rows = grid.selectedShownDevices();
    KnownActions::Chosen chosen;
    for (const DeviceRow row : rows)
        chosen.subjects.emplace_back(model.table().key(row));
    if (rows.size() == 1)
        chosen.title = cellText(model.source(), DeviceColumn::Name, rows.front(), model.moment());
    else
        chosen.title =
            QCoreApplication::translate("DevicePage", "%1 devices").arg(grid.locale().toString(rows.size()));
    return chosen;
}

KnownActions *makeKnownActions(Acknowledgements &known, const DeviceGrid &grid, QWidget *parent)
{
    auto *actions = new KnownActions(known, u"Device"_s, [&grid] { return chosenDevices(grid); }, parent);
    actions->acknowledgeAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    return actions;
}
