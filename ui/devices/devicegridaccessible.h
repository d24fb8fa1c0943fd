// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleTableInterface>
#include <QAccessibleWidget>
#include <QHash>

#include <deque>
#include <utility>

class DeviceGrid;

/// From now on assistive tools see each DeviceGrid through DeviceGridAccessible.
void installDeviceGridAccessibility();

/// The device grid for assistive tools: a table whose columns are those that are seen, left to right, and whose selection is read
/// from the bits of DeviceSelection. Qt's own keeps an object for every cell that was ever asked for and lists selected
/// cells one by one.
///
/// Children are the headers, then the cells row by row. Cells are made when asked for; the oldest go when there are many.
class DeviceGridAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit DeviceGridAccessible(DeviceGrid *grid);
    ~DeviceGridAccessible() override;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    /// At most some thousands: who wants all asks by row and column.
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    QAccessibleInterface *headerAt(int column) const;
    int columnCount() const override;
    int rowCount() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;

    int selectedCellCount() const override;
    /// The first ones, where there are very many.
    QList<QAccessibleInterface *> selectedCells() const override;
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    int selectedRowCount() const override;
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool unselectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }

    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    using Place = std::pair<int, int>; // row (-1: the header) and column

    DeviceGrid *grid() const;
    QAccessibleInterface *at(Place place) const;

    mutable QHash<Place, QAccessible::Id> m_cells;
    mutable std::deque<Place> m_oldestFirst;
};
