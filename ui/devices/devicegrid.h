// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicegridpainter.h"
#include "ui/devices/deviceselecting.h"
#include "ui/devices/uniformrowsview.h"

#include <QBasicTimer>

#include <optional>
#include <vector>

class DeviceGridModel;
class Theme;

/// The device grid, which paints its cells itself.
///
/// Which devices are selected is kept as bits and stays through sorting, scoping and refreshing; Qt's selection model holds the
/// current cell alone. What is current and what stands at the top stay in their place when rows come, go or are
/// sorted in.
class DeviceGrid : public UniformRowsView
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the grid.
    DeviceGrid(DeviceGridModel &model, const Theme &theme, QWidget *parent = nullptr);
    ~DeviceGrid() override;

    DeviceGridModel &deviceModel() const { return m_model; }
    const DeviceSelection &selection() const { return m_selecting.selection(); }
    /// Selected devices that are not shown. O(shown).
    qsizetype hiddenSelectedCount() const;
    /// Selected devices that are shown, in the order of the grid.
    std::vector<DeviceRow> selectedShownDevices() const;
    std::optional<DeviceRow> currentDevice() const;
    /// Columns as they are seen, left to right, without hidden ones.
    std::vector<DeviceColumn> shownColumns() const;

    /// Heights of rows, in logical pixels. Compact at first.
    static constexpr int compactRow = 26;
    static constexpr int comfortableRow = 32;

    /// More than one account is joined in the fleet: then the column of accounts is shown, unless the person took it away while they were.
    void setJoined(bool isJoined);
    bool isJoined() const { return m_isJoined; }
    /// What the person wants to see of the accounts of a joined fleet.
    bool wantsAccountColumn() const;
    void setWantsAccountColumn(bool wants);

    /// Makes the device at \a position current and the only selected one, and brings it into view.
    void showDevice(int position);
    void setRowSelected(int position, bool selected);
    void selectAll() override;
    void clearSelected();

signals:
    void selectedDevicesChanged();
    /// Enter or a double click: the person wants to see all of the current device.
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    /// What stays in its place while rows are put in another order.
    struct Anchor
    {
        std::optional<DeviceRow> device;
        int y = 0; // of the viewport
    };

    void fitColumn(int column);
    void followModel();
    void keepAnchor(bool isSorting);
    void restoreAnchor();
    void forgetLooks();

    RowLook lookOf(int position) const;
    std::vector<ColumnSpan> columnSpans(const QRect &area) const;
    void setHovered(int position);
    void updateRow(int position);
    void showToolTip(const QHelpEvent &event);

    void press(int position, Qt::KeyboardModifiers modifiers);
    void dragTo(int y);
    bool moveByKey(const QKeyEvent &event);
    bool changeByKey(const QKeyEvent &event);
    void moveColumn(int step);
    void setCurrentRow(int position);
    void showSelectionChange();
    void announceCurrent();

    DeviceGridModel &m_model;
    const Theme &m_theme;
    DeviceSelecting m_selecting;
    DeviceGridPainter m_painter;
    Anchor m_anchor;
    std::optional<DeviceRow> m_currentDevice; // as they were before the model put its rows in another order
    int m_currentBefore = -1;
    bool m_isJoined = false;
    bool m_wantsAccountColumn = true; // as of the last time that several were joined
    int m_hovered = -1;
    bool m_isDragging = false;
    bool m_dragAdds = false;
    QBasicTimer m_dragScroll;
};
