// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridactions.h"

#include "ui/devices/devicecolumnmenu.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicecopy.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

DeviceGridActions::DeviceGridActions(DeviceGrid &grid)
    : QObject(&grid), m_grid(grid),
      m_copyRows(makeAction(u"copyRows"_s, tr("&Copy rows"), &DeviceGridActions::copyRows)),
      m_copyIds(makeAction(u"copyDeviceIds"_s, tr("Copy device &IDs"), &DeviceGridActions::copyIds)),
      m_copyCell(makeAction(u"copyCell"_s, tr("Copy this c&ell"), &DeviceGridActions::copyCell)),
      m_selectAll(makeAction(u"selectAllDevices"_s, tr("Select &all shown"), &DeviceGridActions::selectAll)),
      m_rawData(makeAction(u"rawDeviceData"_s, tr("Ra&w data…"), &DeviceGridActions::requestRawData)),
      m_actions{m_copyRows, m_copyIds, m_copyCell, m_selectAll, m_rawData}
{
    m_copyRows->setShortcut(QKeySequence::Copy);
    m_copyCell->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_selectAll->setShortcut(QKeySequence::SelectAll);
    grid.addActions(m_actions);
    grid.setContextMenuPolicy(Qt::CustomContextMenu);
    grid.horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&grid, &QWidget::customContextMenuRequested, this, &DeviceGridActions::showMenu);
    connect(grid.horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &DeviceGridActions::showColumnMenu);
    connect(&grid, &DeviceGrid::selectedDevicesChanged, this, &DeviceGridActions::enableActions);
    connect(grid.selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DeviceGridActions::enableActions);
    connect(grid.model(), &QAbstractItemModel::rowsInserted, this, &DeviceGridActions::enableActions);
    enableActions();
}

void DeviceGridActions::add(const QList<QAction *> &actions)
{
    for (QAction *action : actions)
        action->setShortcutContext(Qt::WidgetShortcut);
    m_grid.addActions(actions);
    m_actions += actions;
}

QAction *DeviceGridActions::makeAction(const QString &name, const QString &text,
                                       void (DeviceGridActions::*done)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, done);
    return action;
}

void DeviceGridActions::enableActions()
{
    m_copyRows->setEnabled(!m_grid.selection().isEmpty());
    m_copyIds->setEnabled(!m_grid.selection().isEmpty());
    const QModelIndex current = m_grid.currentIndex();
    const DeviceGridModel &model = m_grid.deviceModel();
    m_copyCell->setEnabled(current.isValid());
    // a row that could not be read has no ID to ask for, and shows its bytes in the details
    m_rawData->setEnabled(current.isValid() && !model.table().damage(model.deviceAt(current.row())));
    m_selectAll->setEnabled(model.rowCount() > 0);
}

void DeviceGridActions::copyRows()
{
    const DeviceGridModel &model = m_grid.deviceModel();
    const std::vector<DeviceRow> devices = m_grid.selectedShownDevices();
    if (devices.empty())
        return;
    putOnClipboard(rowsAsText(model.source(), devices, m_grid.shownColumns(), model.moment()),
                   devices.size() == 1
                       ? tr("1 row copied")
                       : tr("%1 rows copied").arg(m_grid.locale().toString(qulonglong(devices.size()))));
}

void DeviceGridActions::copyIds()
{
    const std::vector<DeviceRow> devices = m_grid.selectedShownDevices();
    const QString text = idsAsText(m_grid.deviceModel().table(), devices);
    const qsizetype count = text.count(u'\n');
    putOnClipboard(text,
                   count == 1 ? tr("1 device ID copied")
                              : tr("%1 device IDs copied").arg(m_grid.locale().toString(count)));
}

void DeviceGridActions::copyCell()
{
    const QModelIndex current = m_grid.currentIndex();
    if (!current.isValid())
        return;
    const QString header = columnHeader(static_cast<DeviceColumn>(current.column()));
    putOnClipboard(current.data().toString(), tr("%1 copied", "the header of a column").arg(header));
}

void DeviceGridActions::selectAll()
{
    m_grid.selectAll();
}

void DeviceGridActions::requestRawData()
{
    if (const QModelIndex current = m_grid.currentIndex(); current.isValid())
        emit rawDataRequested(m_grid.deviceModel().deviceAt(current.row()));
}

void DeviceGridActions::putOnClipboard(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}

void DeviceGridActions::showMenu(const QPoint &where)
{
    auto *menu = new QMenu(&m_grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"deviceGridMenu"_s);
    if (m_details) {
        menu->addAction(m_details);
        menu->addSeparator();
    }
    menu->addActions(m_actions);
    menu->popup(m_grid.viewport()->mapToGlobal(where));
}

void DeviceGridActions::showColumnMenu(const QPoint &where)
{
    auto *menu = new QMenu(&m_grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"deviceColumnMenu"_s);
    fillColumnMenu(*menu, m_grid);
    menu->popup(m_grid.horizontalHeader()->viewport()->mapToGlobal(where));
}
