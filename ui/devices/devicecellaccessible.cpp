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

bool DeviceCellAccessible::isValid() const
{
    return m_grid && m_row < m_grid->deviceModel().rowCount()
        && m_column < std::ssize(m_grid->shownColumns());
}

int DeviceCellAccessible::section() const
{
    return static_cast<int>(m_grid->shownColumns().at(static_cast<size_t>(m_column)));
}

QWindow *DeviceCellAccessible::window() const
{
    return m_grid ? m_grid->window()->windowHandle() : nullptr;
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
    if (!isValid())
        return {};
    const DeviceGridModel &model = m_grid->deviceModel();
    const DeviceColumn column = static_cast<DeviceColumn>(section());
    if (isHeader())
        return text == QAccessible::Name ? columnHeader(column) : QString();
    const DeviceRow device = model.deviceAt(m_row);
    switch (text) {
    case QAccessible::Name:
        return cellSpokenText(model.table(), column, device, model.moment());
    case QAccessible::Description:
        return columnRow(column).toolTip(model.table(), device, model.moment());
    default:
        return {};
    }
}

QRect DeviceCellAccessible::rect() const
{
    if (!isValid() || !m_grid->isVisible())
        return {};
    const QHeaderView *header = m_grid->horizontalHeader();
    if (isHeader()) {
        const QRect local(header->sectionViewportPosition(section()), 0, header->sectionSize(section()),
                          header->height());
        return {header->viewport()->mapToGlobal(local.topLeft()), local.size()};
    }
    const QRect local = m_grid->visualRect(m_grid->deviceModel().index(m_row, section()));
    return {m_grid->viewport()->mapToGlobal(local.topLeft()), local.size()};
}

QAccessible::Role DeviceCellAccessible::role() const
{
    return isHeader() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State DeviceCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    if (isHeader())
        return state;
    state.selectable = true;
    state.selected = isSelected();
    state.focusable = true;
    const QModelIndex current = m_grid->currentIndex();
    state.focused = m_grid->hasFocus() && current.row() == m_row && current.column() == section();
    state.offscreen = !m_grid->viewport()->rect().intersects(
        m_grid->visualRect(m_grid->deviceModel().index(m_row, section())));
    return state;
}

bool DeviceCellAccessible::isSelected() const
{
    return isValid() && !isHeader() && m_grid->selection().contains(m_grid->deviceModel().deviceAt(m_row));
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
    if (!isValid() || !actionNames().contains(actionName))
        return;
    if (!isHeader()) {
        m_grid->setFocus();
        m_grid->setCurrentIndex(m_grid->deviceModel().index(m_row, section()));
        return;
    }
    const QHeaderView *header = m_grid->horizontalHeader();
    const bool isSortedUp =
        header->sortIndicatorSection() == section() && header->sortIndicatorOrder() == Qt::AscendingOrder;
    m_grid->sortByColumn(section(), isSortedUp ? Qt::DescendingOrder : Qt::AscendingOrder);
}
