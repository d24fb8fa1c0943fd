// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridaccessible.h"

#include "ui/devices/devicecellaccessible.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Of cells that are kept, and of those that are listed at once.
constexpr size_t mostCells = 8192;
constexpr int mostListed = 4096;

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    DeviceGrid *grid = className == u"DeviceGrid"_s ? qobject_cast<DeviceGrid *>(object) : nullptr;
    return grid ? new DeviceGridAccessible(grid) : nullptr;
}

} // namespace

void installDeviceGridAccessibility()
{
    QAccessible::installFactory(makeAccessible);
}

DeviceGridAccessible::DeviceGridAccessible(DeviceGrid *grid) : QAccessibleWidget(grid, QAccessible::Table) { }

DeviceGridAccessible::~DeviceGridAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

DeviceGrid *DeviceGridAccessible::grid() const
{
    return static_cast<DeviceGrid *>(widget());
}

void *DeviceGridAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State DeviceGridAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    state.extSelectable = true;
    return state;
}

int DeviceGridAccessible::rowCount() const
{
    return grid()->deviceModel().rowCount();
}

int DeviceGridAccessible::columnCount() const
{
    return static_cast<int>(grid()->shownColumns().size());
}

int DeviceGridAccessible::childCount() const
{
    const qint64 all = (qint64(rowCount()) + 1) * columnCount();
    return static_cast<int>(std::min<qint64>(all, mostListed));
}

QAccessibleInterface *DeviceGridAccessible::child(int index) const
{
    const int columns = columnCount();
    if (index < 0 || columns == 0)
        return nullptr;
    return at({index / columns - 1, index % columns});
}

int DeviceGridAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const DeviceCellAccessible *>(child);
    return cell ? (cell->row() + 1) * columnCount() + cell->column() : -1;
}

QAccessibleInterface *DeviceGridAccessible::cellAt(int row, int column) const
{
    return row < 0 ? nullptr : at({row, column});
}

QAccessibleInterface *DeviceGridAccessible::headerAt(int column) const
{
    return at({-1, column});
}

QAccessibleInterface *DeviceGridAccessible::at(Place place) const
{
    if (place.first < -1 || place.first >= rowCount() || place.second < 0 || place.second >= columnCount())
        return nullptr;
    const auto found = m_cells.constFind(place);
    if (found != m_cells.constEnd())
        return QAccessible::accessibleInterface(*found);
    while (m_oldestFirst.size() >= mostCells) {
        QAccessible::deleteAccessibleInterface(m_cells.take(m_oldestFirst.front()));
        m_oldestFirst.pop_front();
    }
    auto *cell = new DeviceCellAccessible(*grid(), place.first, place.second);
    m_cells.insert(place, QAccessible::registerAccessibleInterface(cell));
    m_oldestFirst.push_back(place);
    return cell;
}

QAccessibleInterface *DeviceGridAccessible::childAt(int x, int y) const
{
    const QModelIndex index = grid()->indexAt(grid()->viewport()->mapFromGlobal(QPoint(x, y)));
    if (!index.isValid())
        return nullptr;
    const std::vector<DeviceColumn> columns = grid()->shownColumns();
    const auto column = std::ranges::find(columns, static_cast<DeviceColumn>(index.column()));
    return cellAt(index.row(), static_cast<int>(column - columns.begin()));
}

QAccessibleInterface *DeviceGridAccessible::focusChild() const
{
    const QModelIndex current = grid()->currentIndex();
    if (!grid()->hasFocus() || !current.isValid())
        return QAccessibleWidget::focusChild();
    const std::vector<DeviceColumn> columns = grid()->shownColumns();
    const auto column = std::ranges::find(columns, static_cast<DeviceColumn>(current.column()));
    return cellAt(current.row(), column == columns.end() ? 0 : static_cast<int>(column - columns.begin()));
}

QString DeviceGridAccessible::columnDescription(int column) const
{
    const QAccessibleInterface *header = headerAt(column);
    return header ? header->text(QAccessible::Name) : QString();
}

QString DeviceGridAccessible::rowDescription(int row) const
{
    const DeviceGridModel &model = grid()->deviceModel();
    return model.index(row, static_cast<int>(DeviceColumn::Name)).data(Qt::AccessibleTextRole).toString();
}

int DeviceGridAccessible::selectedRowCount() const
{
    return static_cast<int>(grid()->selection().countOf(grid()->deviceModel().order().rows()));
}

QList<int> DeviceGridAccessible::selectedRows() const
{
    QList<int> rows;
    rows.reserve(grid()->selection().count());
    const DeviceOrder &order = grid()->deviceModel().order();
    for (int row = 0; row < order.size(); ++row) {
        if (grid()->selection().contains(order.at(row)))
            rows.append(row);
    }
    return rows;
}

int DeviceGridAccessible::selectedCellCount() const
{
    return static_cast<int>(
        std::min<qint64>(qint64(selectedRowCount()) * columnCount(), std::numeric_limits<int>::max()));
}

QList<QAccessibleInterface *> DeviceGridAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const int columns = columnCount();
    for (const int row : selectedRows()) {
        if (cells.size() + columns > mostListed)
            break;
        for (int column = 0; column < columns; ++column)
            cells.append(cellAt(row, column));
    }
    return cells;
}

bool DeviceGridAccessible::isRowSelected(int row) const
{
    return row >= 0 && row < rowCount() && grid()->selection().contains(grid()->deviceModel().deviceAt(row));
}

bool DeviceGridAccessible::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    grid()->setRowSelected(row, true);
    return true;
}

bool DeviceGridAccessible::unselectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    grid()->setRowSelected(row, false);
    return true;
}

void DeviceGridAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    // cells are places and read what stands there when they are asked
    Q_UNUSED(event)
}
