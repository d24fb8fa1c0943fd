// SPDX-License-Identifier: GPL-3.0-or-later
// How mouse and keys move and select in the device grid.
#include "ui/devices/devicegrid.h"

#include "ui/devices/devicegridmodel.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr int dragScrollStep = 30; // milliseconds

} // namespace

void DeviceGrid::showDevice(int position)
{
    m_selecting.selectOnly(position);
    setCurrentRow(position);
    scrollToRow(position);
    showSelectionChange();
}

void DeviceGrid::setRowSelected(int position, bool selected)
{
    m_selecting.set(position, selected);
    showSelectionChange();
}

void DeviceGrid::selectAll()
{
    m_selecting.selectShown();
    showSelectionChange();
}

void DeviceGrid::clearSelected()
{
    m_selecting.clear();
    showSelectionChange();
}

void DeviceGrid::showSelectionChange()
{
    viewport()->update();
    emit selectedDevicesChanged();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::SelectionWithin);
        QAccessible::updateAccessibility(&event);
    }
}

void DeviceGrid::setCurrentRow(int position)
{
    const int column = std::max(0, currentIndex().column());
    selectionModel()->setCurrentIndex(m_model.index(position, column), QItemSelectionModel::NoUpdate);
}

void DeviceGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    UniformRowsView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    announceCurrent();
}

void DeviceGrid::announceCurrent()
{
    if (!QAccessible::isActive() || !currentIndex().isValid() || !hasFocus())
        return;
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(this);
    if (QAccessibleInterface *cell = grid ? grid->focusChild() : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void DeviceGrid::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid()) {
        if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
            clearSelected();
        return;
    }
    const bool isOnSelected = selection().contains(m_model.deviceAt(index.row()));
    if (event->button() == Qt::LeftButton) {
        m_isDragging = true;
        m_dragAdds = event->modifiers().testFlag(Qt::ControlModifier);
        press(index.row(), event->modifiers());
    } else if (event->button() == Qt::RightButton && !isOnSelected) {
        press(index.row(), Qt::NoModifier);
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

void DeviceGrid::press(int position, Qt::KeyboardModifiers modifiers)
{
    const bool isAdding = modifiers.testFlag(Qt::ControlModifier);
    if (modifiers.testFlag(Qt::ShiftModifier))
        m_selecting.extendTo(position, isAdding);
    else if (isAdding)
        m_selecting.toggle(position);
    else
        m_selecting.selectOnly(position);
    showSelectionChange();
}

void DeviceGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint where = event->position().toPoint();
    setHovered(viewport()->rect().contains(where) ? indexAt(where).row() : -1);
    if (!m_isDragging || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const bool isOutside = where.y() < 0 || where.y() >= viewport()->height();
    if (!isOutside)
        m_dragScroll.stop();
    else if (!m_dragScroll.isActive())
        m_dragScroll.start(dragScrollStep, this);
    dragTo(where.y());
}

void DeviceGrid::dragTo(int y)
{
    const int at = rowAt(std::clamp(y, 0, viewport()->height() - 1));
    const int position = at < 0 ? m_model.rowCount() - 1 : at; // below the last one
    if (position < 0 || position == currentIndex().row())
        return;
    m_selecting.extendTo(position, m_dragAdds);
    setCurrentRow(position);
    showSelectionChange();
}

void DeviceGrid::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        UniformRowsView::timerEvent(event);
        return;
    }
    const int y = viewport()->mapFromGlobal(QCursor::pos()).y();
    const int beyond = y < 0 ? y : std::max(0, y - viewport()->height());
    verticalScrollBar()->setValue(verticalOffset() + beyond); // the farther, the faster
    dragTo(y);
}

void DeviceGrid::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_isDragging = false;
    m_dragScroll.stop();
}

void DeviceGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        emit detailsRequested();
}

void DeviceGrid::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(moveByKey(*event) || changeByKey(*event));
}

/// Keys that go to another row or column.
bool DeviceGrid::moveByKey(const QKeyEvent &event)
{
    struct KeyRow
    {
        int key;
        CursorAction action;
    };
    static constexpr std::array keys{
        KeyRow{Qt::Key_Up, MoveUp},         KeyRow{Qt::Key_Down, MoveDown},
        KeyRow{Qt::Key_PageUp, MovePageUp}, KeyRow{Qt::Key_PageDown, MovePageDown},
        KeyRow{Qt::Key_Home, MoveHome},     KeyRow{Qt::Key_End, MoveEnd},
    };
    if (m_model.rowCount() == 0)
        return false;
    if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        moveColumn(event.key() == Qt::Key_Left ? -1 : 1);
        return true;
    }
    const auto key = std::ranges::find(keys, event.key(), &KeyRow::key);
    if (key == keys.end())
        return false;
    const int target = moveCursor(key->action, event.modifiers()).row();
    const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (isShift || !event.modifiers().testFlag(Qt::ControlModifier))
        press(target, event.modifiers());
    setCurrentRow(target);
    scrollToRow(target);
    return true;
}

/// Keys that do something with the current row or the selection.
bool DeviceGrid::changeByKey(const QKeyEvent &event)
{
    const int current = currentIndex().row();
    switch (event.key()) {
    case Qt::Key_Space:
        if (current < 0)
            return false;
        if (event.modifiers().testFlag(Qt::ControlModifier))
            m_selecting.toggle(current);
        else
            m_selecting.set(current, true);
        showSelectionChange();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current < 0)
            return false;
        emit detailsRequested();
        return true;
    case Qt::Key_Escape:
        if (selection().isEmpty())
            return false;
        clearSelected();
        return true;
    default:
        return false;
    }
}

void DeviceGrid::moveColumn(int step)
{
    const std::vector<DeviceColumn> columns = shownColumns();
    if (columns.empty() || !currentIndex().isValid())
        return;
    const auto here = std::ranges::find(columns, static_cast<DeviceColumn>(currentIndex().column()));
    const qsizetype last = std::ssize(columns) - 1;
    const qsizetype at = here == columns.end() ? 0 : here - columns.begin();
    const size_t target = static_cast<size_t>(std::clamp<qsizetype>(at + step, 0, last));
    const QModelIndex index = m_model.index(currentIndex().row(), static_cast<int>(columns[target]));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    scrollTo(index);
}

void DeviceGrid::focusInEvent(QFocusEvent *event)
{
    UniformRowsView::focusInEvent(event);
    viewport()->update();
    announceCurrent();
}

void DeviceGrid::focusOutEvent(QFocusEvent *event)
{
    UniformRowsView::focusOutEvent(event);
    viewport()->update();
}
