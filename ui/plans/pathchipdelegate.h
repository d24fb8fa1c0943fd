// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class PathChipModel;
class Theme;

/// Draws a path as a chip with a cross. A path of which there is something to say has a line of its own: the chip with a mark, and the
/// sentence below it. Edits in place; what is typed is in the model with each key, Esc brings the text back.
class PathChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the delegate.
    PathChipDelegate(PathChipModel &model, const Theme &theme, QObject *parent);

    /// Where the cross of a chip is that has \a place in the view.
    QRect crossRect(const QRect &place, const QModelIndex &index) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

signals:
    void removeClicked(int row);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    int chipWidth(const QModelIndex &index) const;
    QRect chipRect(const QRect &place, const QModelIndex &index) const;
    void paintFrame(QPainter *painter, const QStyleOptionViewItem &option, const QRect &chip,
                    const QModelIndex &index) const;

    PathChipModel &m_model;
    const Theme &m_theme;
    QPersistentModelIndex m_pressed; // whose cross is held down
};
