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

namespace {

// What is read by a person anyway; more than this would hold the window up, and Export takes any number.
constexpr size_t mostForMarkdown = 20'000;
constexpr size_t mostForTicket = 1'000;

} // namespace

DeviceGridActions::DeviceGridActions(DeviceGrid &grid)
    : QObject(&grid), m_grid(grid),
      m_copyRows(makeAction(u"copyRows"_s, tr("&Copy rows"), &DeviceGridActions::copyRows)),
      m_copyIds(makeAction(u"copyDeviceIds"_s, tr("Copy device &IDs"), &DeviceGridActions::copyIds)),
      m_copyMarkdown(
          makeAction(u"copyMarkdown"_s, tr("Copy as &Markdown"), &DeviceGridActions::copyMarkdown)),
      m_copyTicket(makeAction(u"copyTicket"_s, tr("Copy for a &ticket"), &DeviceGridActions::copyTicket)),
      m_copyCell(makeAction(u"copyCell"_s, tr("Copy this c&ell"), &DeviceGridActions::copyCell)),
      m_export(makeAction(u"exportDevices"_s, tr("E&xport…"), &DeviceGridActions::exportRequested)),
      m_selectAll(makeAction(u"selectAllDevices"_s, tr("Select &all shown"), &DeviceGridActions::selectAll)),
      m_rawData(makeAction(u"rawDeviceData"_s, tr("Ra&w data…"), &DeviceGridActions::requestRawData)),
      m_actions{m_copyRows, m_copyIds,   m_copyMarkdown, m_copyTicket,
                m_copyCell, m_selectAll, m_export,       m_rawData}
{
    m_copyRows->setShortcut(QKeySequence::Copy);
    m_copyCell->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyTicket->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_copyTicket->setToolTip(tr("Company, device, last success and why, as plain text"));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
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
    for (QAction *action : {m_copyRows, m_copyIds, m_copyMarkdown, m_copyTicket})
        action->setEnabled(!m_grid.selection().isEmpty());
    const QModelIndex current = m_grid.currentIndex();
    const DeviceGridModel &model = m_grid.deviceModel();
    m_copyCell->setEnabled(current.isValid());
    // a row that could not be read has no ID to ask for, and shows its bytes in the details
    m_rawData->setEnabled(current.isValid() && !model.table().damage(model.deviceAt(current.row())));
    m_selectAll->setEnabled(model.rowCount() > 0);
    m_export->setEnabled(model.rowCount() > 0);
}

void DeviceGridActions::copyRows()
{
    const DeviceGridModel &model = m_grid.deviceModel();
    const std::vector<DeviceRow> devices = m_grid.selectedShownDevices();
    if (devices.empty())
        return;
    putOnClipboard(rowsAsText(model.source(), devices, m_grid.shownColumns(), model.moment()),
                   rowsCopied(devices.size()));
}

void DeviceGridActions::copyMarkdown()
{
    const std::vector<DeviceRow> devices = selectedUpTo(mostForMarkdown);
    if (devices.empty())
        return;
    putOnClipboard(rowsAsMarkdown(m_grid.deviceModel().source(), devices, m_grid.shownColumns()),
                   rowsCopied(devices.size()));
}

void DeviceGridActions::copyTicket()
{
    const DeviceGridModel &model = m_grid.deviceModel();
    const std::vector<DeviceRow> devices = selectedUpTo(mostForTicket);
    if (devices.empty())
        return;
    putOnClipboard(rowsForTicket(model.source(), devices, model.moment()), rowsCopied(devices.size()));
}

/// None where there are more than \a most: that is said.
std::vector<DeviceRow> DeviceGridActions::selectedUpTo(size_t most)
{
    std::vector<DeviceRow> devices = m_grid.selectedShownDevices();
    if (devices.size() > most) {
        emit copied(tr("Nothing copied: at most %1 rows go there at once. Export takes any number.")
                        .arg(m_grid.locale().toString(qulonglong(most))));
        devices.clear();
    }
    return devices;
}

QString DeviceGridActions::rowsCopied(size_t count) const
{
    return count == 1 ? tr("1 row copied")
                      : tr("%1 rows copied").arg(m_grid.locale().toString(qulonglong(count)));
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
