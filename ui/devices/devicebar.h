// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class ElidedLabel;
class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;
class Theme;

/// The bar above the grid: what is shown, how many devices that is, and a button for the details.
class DeviceBar : public QWidget
{
    Q_OBJECT

public:
    DeviceBar(QAction *detailsAction, const Theme &theme, QWidget *parent = nullptr);

    /// Plain text; empty: nothing is shown, and no count either.
    void setTitle(const QString &title);
    /// Stand after the title, and before the button for the details.
    void setViewsMenu(QMenu *menu);
    void setColumnsMenu(QMenu *menu);
    void setViewsTitle(const QString &title);
    /// Stands between title and count.
    void setChips(QWidget *chips);
    /// "86 of 4,212", "4,212 devices", "1,659 so far".
    void setCount(qsizetype shown, qsizetype all, bool isReading);

private:
    ElidedLabel *m_title;
    QLabel *m_count;
    QLabel *m_countNote;
    QToolButton *m_views;
    QToolButton *m_columns;
    QHBoxLayout *m_row;
};
