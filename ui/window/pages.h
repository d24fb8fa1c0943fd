// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;
class Theme;

/// A page of the window as its tab shows it, and what the keyboard finds in it.
struct PageTab
{
    QString name; ///< objectName of the tab: "devicesTab".
    QString text; ///< "Devices".
    QString accessibleName; ///< "Devices page".
    QWidget *tool = nullptr; ///< Stands in the bar while the page is shown: its query box. Ctrl+F goes there.
    QList<QWidget *> areas{}; ///< What F6 goes round in, in this order.
    std::function<bool()>
        stepBack{}; ///< Esc: takes a step back in the page; false when there was none to take.
};

/// The right side of the window: a bar with a tab for each page and what belongs to the page that is shown, and the page below it.
/// While nothing is open, the welcome page stands there, and there are no tabs.
class Pages : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives this.
    Pages(const Theme &theme, QWidget *welcome, QWidget *parent = nullptr);

    /// Appends \a page; its tab is reached by Alt and its number too. The first page is the one that is shown when something is opened.
    void add(QWidget *page, const PageTab &tab);
    /// Puts \a button at the end of the bar, whatever page is shown.
    void addButton(QToolButton *button);

    /// Something is open: the pages are there. Else the welcome page is.
    void setOpen(bool isOpen);
    bool isOpen() const { return m_isOpen; }

    /// The page that is shown, or would be if something were open.
    QWidget *current() const;
    void show(QWidget *page);

    QWidget *tool() const; ///< Of the present page; nullptr: it has none.
    QList<QWidget *> areas() const; ///< Of the present page, its tool first.
    bool stepBack() const; ///< In the present page.

    /// An action for each page that shows it, for a menu.
    QList<QAction *> actions() const { return m_actions; }

signals:
    /// \a action shows a page that has just come.
    void added(QAction *action);
    void currentChanged(QWidget *page);

private:
    struct Page
    {
        QWidget *widget;
        PageTab tab;
        QAction *action;
    };

    const Page *present() const;
    void showPresent();

    QWidget *m_welcome;
    QStackedWidget *m_stack;
    QHBoxLayout *m_tabs;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_buttons;
    std::vector<Page> m_pages;
    QList<QAction *> m_actions;
    size_t m_current = 0;
    bool m_isOpen = false;
};
