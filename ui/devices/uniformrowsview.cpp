// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/uniformrowsview.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

/// How far to scroll so that what is \a size long and begins at \a begin stands in \a room as \a hint says. What is longer than the room
/// is seen from its beginning.
static int shiftTo(QAbstractItemView::ScrollHint hint, int begin, int size, int room)
{
    const int toEnd = begin + size - room;
    switch (hint) {
    case QAbstractItemView::PositionAtTop:
        return begin;
    case QAbstractItemView::PositionAtBottom:
        return toEnd;
    case QAbstractItemView::PositionAtCenter:
        return (begin + toEnd) / 2;
    case QAbstractItemView::EnsureVisible:
        break;
    }
    return begin < 0 ? begin : std::clamp(toEnd, 0, begin);
}

UniformRowsView::UniformRowsView(QHeaderView *header, QWidget *parent)
    : QAbstractItemView(parent), m_header(header)
{
    header->setParent(this);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setAutoScroll(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(header, &QHeaderView::sectionResized, this, &UniformRowsView::scheduleDelayedItemsLayout);
    connect(header, &QHeaderView::sectionMoved, viewport(), qOverload<>(&QWidget::update));
    connect(header, &QHeaderView::sectionCountChanged, this, &UniformRowsView::scheduleDelayedItemsLayout);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { model()->sort(column, order); });
    connect(header, &QHeaderView::geometriesChanged, this, &UniformRowsView::updateGeometries);
}

/// The header is hidden with the widget, and says so to what is no UniformRowsView any longer.
UniformRowsView::~UniformRowsView()
{
    m_header->disconnect(this);
}

void UniformRowsView::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::exchange(m_toModel, {}))
        disconnect(connection);
    QAbstractItemView::setModel(model);
    m_header->setModel(model);
    if (!model)
        return;
    m_toModel = {
        connect(model, &QAbstractItemModel::rowsInserted, this, &UniformRowsView::scheduleDelayedItemsLayout),
        connect(model, &QAbstractItemModel::rowsRemoved, this, &UniformRowsView::scheduleDelayedItemsLayout)};
}

int UniformRowsView::columnWidth(int column) const
{
    return m_header->sectionSize(column);
}

void UniformRowsView::setColumnWidth(int column, int width)
{
    m_header->resizeSection(column, width);
}

bool UniformRowsView::isColumnHidden(int column) const
{
    return m_header->isSectionHidden(column);
}

void UniformRowsView::setColumnHidden(int column, bool isHidden)
{
    m_header->setSectionHidden(column, isHidden);
}

int UniformRowsView::columnViewportPosition(int column) const
{
    return m_header->sectionViewportPosition(column);
}

void UniformRowsView::sortByColumn(int column, Qt::SortOrder order)
{
    m_header->setSortIndicator(column, order); // which tells the model, when it is another one
}

void UniformRowsView::setRowHeight(int height)
{
    const int top = verticalOffset() / m_rowHeight;
    m_rowHeight = height;
    verticalScrollBar()->setSingleStep(height);
    updateGeometries();
    verticalScrollBar()->setValue(top * height);
    viewport()->update();
}

int UniformRowsView::rowAt(int y) const
{
    const int below = y + verticalOffset();
    const int row = below / m_rowHeight;
    return below >= 0 && row < rowCount() ? row : -1;
}

int UniformRowsView::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int UniformRowsView::horizontalOffset() const
{
    return m_header->offset();
}

int UniformRowsView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect UniformRowsView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isIndexHidden(index))
        return {};
    return {columnViewportPosition(index.column()), rowViewportPosition(index.row()),
            columnWidth(index.column()), m_rowHeight};
}

QModelIndex UniformRowsView::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    const int column = m_header->logicalIndexAt(point.x());
    return row >= 0 && column >= 0 ? model()->index(row, column, rootIndex()) : QModelIndex();
}

void UniformRowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || isIndexHidden(index))
        return;
    const QRect rect = visualRect(index);
    scrollToRow(index.row(), hint);
    // hints are about rows
    horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                                    + shiftTo(EnsureVisible, rect.left(), rect.width(), viewport()->width()));
}

void UniformRowsView::scrollToRow(int row, ScrollHint hint)
{
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(
        verticalOffset() + shiftTo(hint, rowViewportPosition(row), m_rowHeight, viewport()->height()));
}

void UniformRowsView::updateGeometries()
{
    if (m_isUpdating) // places the header, which says that it was placed
        return;
    const QScopedValueRollback updating(m_isUpdating, true);
    placeHeader();
    QSize room = viewport()->size();
    const QSize all(m_header->length(), rowCount() * m_rowHeight);
    const QSize most = maximumViewportSize();
    if (most.width() >= all.width() && most.height() >= all.height())
        room = most; // no bar is needed
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, std::max(0, all.width() - room.width()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setRange(0, std::max(0, all.height() - room.height()));
    QAbstractItemView::updateGeometries();
}

void UniformRowsView::placeHeader()
{
    const int height = m_header->isHidden()
        ? 0
        : std::min(std::max(m_header->minimumHeight(), m_header->sizeHint().height()),
                   m_header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect place = viewport()->geometry();
    m_header->setGeometry(place.left(), place.top() - height, place.width(), height);
}

void UniformRowsView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        m_header->setOffset(horizontalScrollBar()->value());
    const int right = isRightToLeft() ? -dx : dx;
    scrollDirtyRegion(right, dy);
    viewport()->scroll(right, dy);
}

/// Qt's would ask for the place of every cell that changed.
void UniformRowsView::dataChanged(const QModelIndex &, const QModelIndex &, const QList<int> &)
{
    viewport()->update();
}

QModelIndex UniformRowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = rowCount();
    if (rows == 0)
        return {};
    const int page = std::max(1, viewport()->height() / m_rowHeight - 1);
    int row = currentIndex().row(); // -1 where there is none
    switch (action) {
    case MoveUp:
        row -= 1;
        break;
    case MoveDown:
        row += 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    default:
        break;
    }
    const int column = currentIndex().isValid() ? currentIndex().column() : firstShownColumn();
    return model()->index(std::clamp(row, 0, rows - 1), column, rootIndex());
}

int UniformRowsView::firstShownColumn() const
{
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            return column;
    }
    return 0;
}

bool UniformRowsView::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}
