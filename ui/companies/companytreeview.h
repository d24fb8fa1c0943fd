// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QTreeView>

class CompanyDelegate;
class CompanyTreeModel;
enum class CompanyGroup;
class Theme;

/// One group of the company tree: the account with its companies below, or the companies of another group as a plain list.
/// Rows are of one height and painted over their whole width.
class CompanyTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the view.
    CompanyTreeView(CompanyTreeModel &model, CompanyGroup group, const Theme &theme,
                    QWidget *parent = nullptr);

    /// \a index is of the group that this view is for.
    bool shows(const QModelIndex &index) const;
    /// How high the view must be to show all of its rows.
    int heightOfRows() const;

    /// Takes the focus and selects the first (Qt::TopEdge) or the last row. False when there is none.
    bool takeFocusAt(Qt::Edge edge);

    QRect visualRect(const QModelIndex &index) const override;

signals:
    /// The person went up from the first row, or down from the last one.
    void leftAbove();
    void leftBelow();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void showGroup();
    void turnRingWhileSeen();

    CompanyTreeModel &m_model;
    CompanyGroup m_group;
    CompanyDelegate *m_delegate;
    QBasicTimer m_ringTimer;
    int m_ringAngle = 0;
};
