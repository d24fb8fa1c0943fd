// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include "ui/widgets/topbar.h"
#include "ui/window/looks.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int barMargin = 12;
static constexpr int toolShare = 4; // of the bar's free width, to 1 between tabs and tool

Pages::Pages(const Theme &theme, QWidget *welcome, QWidget *parent)
    : QWidget(parent), m_welcome(welcome), m_stack(new QStackedWidget(this)), m_tabs(new QHBoxLayout),
      m_tools(new QHBoxLayout), m_buttons(new QHBoxLayout)
{
    auto *bar = new TopBar(theme, this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(barMargin, 0, barMargin, 0);
    row->addLayout(m_tabs);
    row->addStretch(1);
    row->addLayout(m_tools, toolShare);
    row->addLayout(m_buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(welcome);
}

void Pages::add(QWidget *page, const PageTab &tab)
{
    auto *action = new QAction(tab.text, this);
    action->setObjectName(tab.name + u"Action"_s);
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(m_pages.size()))));
    connect(action, &QAction::triggered, this, [this, page] { show(page); });

    auto *button = new QToolButton(this);
    button->setObjectName(tab.name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(tab.accessibleName);
    setKind(button, ButtonKind::Tab);
    m_tabs->addWidget(button);
    if (tab.tool)
        m_tools->addWidget(tab.tool);

    m_stack->addWidget(page);
    m_pages.push_back({page, tab, action});
    m_actions.append(action);
    showPresent();
    emit added(action);
}

void Pages::addButton(QToolButton *button)
{
    m_buttons->addWidget(button);
}

void Pages::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    if (!isOpen)
        m_current = 0;
    showPresent();
}

QWidget *Pages::current() const
{
    const Page *page = present();
    return page ? page->widget : nullptr;
}

void Pages::show(QWidget *page)
{
    const auto found = std::ranges::find(m_pages, page, &Page::widget);
    if (found == m_pages.end())
        return;
    const auto place = static_cast<size_t>(found - m_pages.begin());
    const bool isOther = place != m_current;
    m_current = place;
    showPresent();
    if (isOther)
        emit currentChanged(page);
}

QWidget *Pages::tool() const
{
    const Page *page = present();
    return page ? page->tab.tool : nullptr;
}

QList<QWidget *> Pages::areas() const
{
    const Page *page = present();
    if (!page)
        return {};
    return page->tab.tool ? QList{page->tab.tool} + page->tab.areas : page->tab.areas;
}

bool Pages::stepBack() const
{
    const Page *page = present();
    return page && page->tab.stepBack && page->tab.stepBack();
}

const Pages::Page *Pages::present() const
{
    return m_current < m_pages.size() ? &m_pages[m_current] : nullptr;
}

void Pages::showPresent()
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        const Page &page = m_pages[i];
        page.action->setChecked(i == m_current);
        page.action->setEnabled(m_isOpen);
        if (page.tab.tool)
            page.tab.tool->setVisible(m_isOpen && i == m_current);
    }
    m_stack->setCurrentWidget(m_isOpen && present() ? present()->widget : m_welcome);
}
