// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class Theme;

/// Paints a cell of the kit matrix: its text, and a copy button at its end where there is something to copy.
class KitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a theme outlives the delegate.
    explicit KitDelegate(const Theme &theme, QObject *parent = nullptr);

    /// Where the copy button of a cell at \a rect is.
    static QRect copyButton(const QRect &rect, Qt::LayoutDirection direction);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};
