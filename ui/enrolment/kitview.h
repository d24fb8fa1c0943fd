// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enrolment/kitmodel.h"

#include <QTableView>

class QAction;
class Theme;

/// The matrix on the screen. Every cell that holds a link or an ID copies it: by its button, by Enter, by Ctrl+C; whole columns and all of it by
/// actions.
class KitView : public QTableView
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the view.
    KitView(KitModel &model, const Theme &theme, QWidget *parent = nullptr);

    QAction *copyCellAction() const { return m_copyCell; }
    QAction *copyColumnAction() const { return m_copyColumn; }
    /// The rows of which a cell is selected; from the top.
    QList<int> selectedRows() const;

signals:
    void copyRequested(const QModelIndex &cell);
    void columnCopyRequested(int column);
    void currentCellChanged();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void enableActions();

    QAction *m_copyCell;
    QAction *m_copyColumn;
};
