// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QList>

class QHeaderView;

/// A table view with a header of columns and rows of one height, for lists of any length: it keeps nothing of a row. A QTableView
/// keeps eight bytes of each and visits them all when the model is reset, at a million rows for a millisecond and more.
///
/// Painting is the subclass's; there are no editors, no spans, and Qt's selection model holds the current cell alone.
class UniformRowsView : public QAbstractItemView
{
    Q_OBJECT

public:
    /// \a header becomes the view's.
    explicit UniformRowsView(QHeaderView *header, QWidget *parent = nullptr);
    ~UniformRowsView() override;

    QHeaderView *horizontalHeader() const { return m_header; }
    int columnWidth(int column) const;
    void setColumnWidth(int column, int width);
    bool isColumnHidden(int column) const;
    void setColumnHidden(int column, bool isHidden);
    /// Where the column begins, in pixels of the viewport.
    int columnViewportPosition(int column) const;
    /// As a click on the header does.
    void sortByColumn(int column, Qt::SortOrder order);

    int rowHeight() const { return m_rowHeight; } ///< Logical pixels.
    /// The row at the top stays there.
    void setRowHeight(int height);
    /// Where the row begins, in pixels of the viewport.
    int rowViewportPosition(int row) const { return row * m_rowHeight - verticalOffset(); }
    /// The row at \a y of the viewport; -1 where there is none.
    int rowAt(int y) const;

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// The same for a row: columns stay where they are.
    void scrollToRow(int row, ScrollHint hint = EnsureVisible);

protected:
    int rowCount() const;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override { }
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }

private:
    int firstShownColumn() const;
    void placeHeader();

    QHeaderView *m_header;
    QList<QMetaObject::Connection> m_toModel;
    int m_rowHeight = 1;
    bool m_isUpdating = false;
};
