// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleActionInterface>
#include <QAccessibleInterface>
#include <QAccessibleTableCellInterface>
#include <QPointer>

class DeviceGrid;

/// One cell or header of the device grid for assistive tools: a place, not a device. What it tells is read when it is asked.
class DeviceCellAccessible final : public QAccessibleInterface,
                                   public QAccessibleTableCellInterface,
                                   public QAccessibleActionInterface
{
public:
    /// \a row -1 is the header; \a column counts the columns that are seen.
    DeviceCellAccessible(DeviceGrid &grid, int row, int column);

    int row() const { return m_row; }
    int column() const { return m_column; }

    bool isValid() const override { return liveGrid() != nullptr; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void *interface_cast(QAccessible::InterfaceType type) override;

    /// Name: what the cell shows, in words for those who hear it. Description: what its tooltip adds.
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    /// A cell takes the focus; a header is pressed to sort.
    QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    bool isHeader() const { return m_row < 0; }
    /// nullptr when the place is not there any more.
    DeviceGrid *liveGrid() const;
    /// The column of the model.
    int section(const DeviceGrid &grid) const;

    QPointer<DeviceGrid> m_grid;
    int m_row;
    int m_column;
};
