// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicecellaccessible.h"

#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridaccessible.h"
#include "ui/devices/devicegridmodel.h"

#include <QHeaderView>
#include <QWindow>

DeviceCellAccessible::DeviceCellAccessible(DeviceGrid &grid, int row, int column)
    : m_grid(&grid), m_row(row), m_column(column)
{ }

DeviceGrid *DeviceCellAccessible::liveGrid() const
{
    DeviceGrid *grid = m_grid;
    if (!grid || m_row >= grid->deviceModel().rowCount() || m_column >= std::ssize(grid->shownColumns()))
        return nullptr;
    return grid;
}

int DeviceCellAccessible::section(const DeviceGrid &grid) const
{
    return static_cast<int>(grid.shownColumns().at(static_cast<size_t>(m_column)));
}

QWindow *DeviceCellAccessible::window() const
{
    const DeviceGrid *grid = m_grid;
    return grid ? grid->window()->windowHandle() : nullptr;
}

QAccessibleInterface *DeviceCellAccessible::parent() const
{
    return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
}

void *DeviceCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface && !isHeader())
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QString DeviceCellAccessible::text(QAccessible::Text text) const
{
    const DeviceGrid *grid = liveGrid();
    if (!grid)
        return {};
    const DeviceGridModel &model = grid->deviceModel();
    const auto column = static_cast<DeviceColumn>(section(*grid));
    if (isHeader())
        return text == QAccessible::Name ? columnHeader(column) : QString();
    const DeviceRow device = model.deviceAt(m_row);
    switch (text) {
    case QAccessible::Name:
        return cellSpokenText(model.source(), column, device, model.moment());
    case QAccessible::Description:
        return columnRow(column).toolTip(model.source(), device, model.moment());
    default:
        return {};
    }
}

QRect DeviceCellAccessible::rect() const
{
    const DeviceGrid *grid = liveGrid();
    if (!grid || !grid->isVisible())
        return {};
    const int column = section(*grid);
    if (isHeader()) {
        const QHeaderView *header = grid->horizontalHeader();
        const QRect local(header->sectionViewportPosition(column), 0, header->sectionSize(column),
                          header->height());
        return {header->viewport()->mapToGlobal(local.topLeft()), local.size()};
    }
    const QRect local = grid->visualRect(grid->deviceModel().index(m_row, column));
    return {grid->viewport()->mapToGlobal(local.topLeft()), local.size()};
}

QAccessible::Role DeviceCellAccessible::role() const
{
    return isHeader() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State DeviceCellAccessible::state() const
{
    QAccessible::State state;
    const DeviceGrid *grid = liveGrid();
    if (!grid) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    if (isHeader())
        return state;
    const QModelIndex here = grid->deviceModel().index(m_row, section(*grid));
    state.selectable = true;
    state.selected = isSelected();
    state.focusable = true;
    state.focused = grid->hasFocus() && grid->currentIndex() == here;
    state.offscreen = !grid->viewport()->rect().intersects(grid->visualRect(here));
    return state;
}

bool DeviceCellAccessible::isSelected() const
{
    const DeviceGrid *grid = liveGrid();
    return grid && !isHeader() && grid->selection().contains(grid->deviceModel().deviceAt(m_row));
}

QList<QAccessibleInterface *> DeviceCellAccessible::columnHeaderCells() const
{
    const auto *grid = dynamic_cast<const DeviceGridAccessible *>(parent());
    QAccessibleInterface *header = grid ? grid->headerAt(m_column) : nullptr;
    return header ? QList<QAccessibleInterface *>{header} : QList<QAccessibleInterface *>();
}

QStringList DeviceCellAccessible::actionNames() const
{
    return {isHeader() ? pressAction() : setFocusAction()};
}

void DeviceCellAccessible::doAction(const QString &actionName)
{
    DeviceGrid *grid = liveGrid();
    if (!grid || !actionNames().contains(actionName))
        return;
    const int column = section(*grid);
    if (!isHeader()) {
        grid->setFocus();
        grid->setCurrentIndex(grid->deviceModel().index(m_row, column));
        return;
    }
    const QHeaderView *header = grid->horizontalHeader();
    const bool isSortedUp =
        header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
    grid->sortByColumn(column, isSortedUp ? Qt::DescendingOrder : Qt::AscendingOrder);
}
