// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceviews.h"

#include "ui/devices/devicegrid.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/deviceview.h"
#include "ui/devices/viewnamedialog.h"
#include "ui/devices/viewsdialog.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

/// Views that have a key: Ctrl+1 to Ctrl+9.
static constexpr int viewsWithKey = 9;

DeviceViews::DeviceViews(DeviceGrid &grid, DeviceQuery &query, QWidget *parent)
    : QObject(parent), m_grid(grid), m_query(query), m_menu(new QMenu(tr("View&s"), parent))
{
    m_menu->setObjectName(u"viewsMenu"_s);
    follow();
    fillMenu();
    m_title = title();
}

void DeviceViews::follow()
{
    connect(&m_query, &DeviceQuery::queryChanged, this, &DeviceViews::showTitle);
    const QHeaderView *header = m_grid.horizontalHeader();
    connect(header, &QHeaderView::sortIndicatorChanged, this, &DeviceViews::showTitle);
    connect(header, &QHeaderView::sectionMoved, this, &DeviceViews::showTitle);
    connect(header, &QHeaderView::sectionResized, this, &DeviceViews::showTitle); // also when one is hidden
}

void DeviceViews::setViews(SavedViews *views)
{
    if (m_views)
        m_views->disconnect(this);
    m_views = views;
    m_shown.clear();
    if (views)
        connect(views, &SavedViews::changed, this, &DeviceViews::fillMenu);
    fillMenu();
}

const SavedView *DeviceViews::shown() const
{
    return m_views ? m_views->find(m_shown) : nullptr;
}

bool DeviceViews::isChanged() const
{
    const SavedView *view = shown();
    return view && !looksLike(viewOf(m_grid, m_query), *view);
}

QString DeviceViews::title() const
{
    const SavedView *view = shown();
    if (!view)
        return tr("Views");
    return isChanged() ? tr("%1, changed").arg(view->name) : view->name;
}

void DeviceViews::showTitle()
{
    const QString now = title();
    if (now == m_title)
        return;
    m_title = now;
    fillMenu();
    emit titleChanged(now);
}

void DeviceViews::fillMenu()
{
    m_menu->clear();
    int place = 0;
    if (m_views) {
        for (const SavedView &view : m_views->views()) {
            if (!view.isHidden)
                addView(view, place++);
        }
    }
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("&Save as a view…"), this, &DeviceViews::askForName);
    save->setObjectName(u"saveView"_s);
    save->setEnabled(m_views);
    if (const SavedView *view = shown(); view && !view->isBuiltIn && isChanged()) {
        QString name = view->name;
        QAction *update = m_menu->addAction(tr("Save the &changes to %1").arg(name.replace(u'&', u"&&"_s)),
                                            this, &DeviceViews::saveChanges);
        update->setObjectName(u"saveViewChanges"_s);
    }
    QAction *manage = m_menu->addAction(tr("&Manage views…"), this, &DeviceViews::manage);
    manage->setObjectName(u"manageViews"_s);
    manage->setEnabled(m_views);
    showTitle();
}

void DeviceViews::addView(const SavedView &view, int place)
{
    QString name = view.name;
    QAction *action = m_menu->addAction(name.replace(u'&', u"&&"_s));
    action->setObjectName(u"view-"_s + view.id);
    action->setCheckable(true);
    action->setChecked(view.id == m_shown);
    if (place < viewsWithKey)
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)));
    // by a later turn of the event loop: showing a view makes the menu anew, and this action with it
    connect(action, &QAction::triggered, this, [this, id = view.id] { show(id); }, Qt::QueuedConnection);
}

void DeviceViews::show(const QString &id)
{
    const SavedView *view = m_views ? m_views->find(id) : nullptr;
    if (!view)
        return;
    m_shown = id;
    showView(SavedView(*view), m_grid, m_query);
    fillMenu();
    m_grid.setFocus();
}

void DeviceViews::askForName()
{
    auto *dialog = new ViewNameDialog(*m_views, {}, m_menu->parentWidget());
    connect(dialog, &ViewNameDialog::nameChosen, this, &DeviceViews::saveAs);
    dialog->open();
}

void DeviceViews::saveAs(const QString &name)
{
    if (!m_views)
        return;
    SavedView view = viewOf(m_grid, m_query);
    view.name = name;
    const QString id = m_views->add(view);
    if (id.isEmpty()) {
        emit statusMessage(tr("The view was not saved: there are too many, or its query is too long."));
        return;
    }
    m_shown = id;
    fillMenu();
    emit statusMessage(tr("View %1 saved").arg(m_views->find(id)->name));
}

void DeviceViews::saveChanges()
{
    const SavedView *before = shown();
    if (!before)
        return;
    SavedView view = viewOf(m_grid, m_query);
    view.id = before->id;
    view.name = before->name;
    if (m_views->update(view))
        emit statusMessage(tr("View %1 saved").arg(view.name));
    else
        emit statusMessage(tr("The view was not saved: its query is too long."));
}

void DeviceViews::manage()
{
    auto *dialog = new ViewsDialog(*m_views, m_menu->parentWidget());
    dialog->open();
}
