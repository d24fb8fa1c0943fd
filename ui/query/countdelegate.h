// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class Theme;

/// A line with a count at its right: of the list under the query box and of the filters. A line that can be checked has a
/// box, and the whole line is there to be clicked; Space does the same.
class CountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< qsizetype; absent: none.
        NoteRole, ///< What stands there instead.
        HeaderRole, ///< True: the title of a section.
    };
    static constexpr int rowHeight = 24;

    /// \a theme outlives the delegate.
    explicit CountDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool isChecked) const;

    const Theme &m_theme;
};
